"""The views that a person may use, as the list of tasks offers them."""

from dataclasses import dataclass

from django.http import HttpRequest

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.views.forms import ViewForm
from tinhso.steering.pages.views.keeping import own_units
from tinhso.steering.pages.views.models import ListHabit, SavedView
from tinhso.steering.pages.views.queries import view_query


@dataclass(frozen=True, slots=True)
class Menu:
    """The views, the one that is shown now, the words of the address that would be saved, the form for it."""

    views: list[SavedView]
    current: SavedView | None
    query: str
    form: ViewForm
    opens_with: int | None


def views_of(asked: Asked) -> list[SavedView]:
    """Those that the person may use; one query."""
    mine = SavedView.objects.filter(programme=asked.programme)
    return list(mine.visible_to(asked.account, own_units(asked.account)))


def menu(request: HttpRequest, asked: Asked, kept: ListHabit | None) -> Menu:
    """What the list shows above its rows."""
    views, query = views_of(asked), view_query(request.GET)
    current = next((view for view in views if view.query == query), None)
    return Menu(views, current, query, form_for(asked), kept.opens_with_id if kept else None)


def form_for(asked: Asked) -> ViewForm:
    """An empty form that offers what the person may choose."""
    return ViewForm(
        None, may_share=standing(asked.account).may(Verb.SET_PROGRAMME), has_unit=bool(own_units(asked.account))
    )
