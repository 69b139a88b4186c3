"""How a person likes a programme's list to be."""

from collections.abc import Iterable

from django.http import HttpRequest

from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_columns import USUAL, Column, chosen_columns
from tinhso.steering.pages.views.models import ListHabit, SavedView
from tinhso.steering.programmes.models import Programme


def habit(asked: Asked) -> ListHabit | None:
    """What the person has chosen, if anything; one query."""
    return (
        ListHabit.objects.filter(account=asked.account, programme=asked.programme).select_related("opens_with").first()
    )


def columns_of(request: HttpRequest, kept: ListHabit | None) -> list[Column]:
    """The address's columns, else the person's, else the usual ones."""
    return chosen_columns(request.GET.getlist("cot") or (kept.columns.split(",") if kept else ()))


def remember_columns(account: Account, programme: Programme, keys: Iterable[str]) -> None:
    """From now on these; the usual ones are remembered as no choice."""
    wanted = [column.key for column in chosen_columns(keys)]
    columns = "" if set(wanted) == set(USUAL) else ",".join(wanted)
    ListHabit.objects.update_or_create(account=account, programme=programme, defaults={"columns": columns})


def open_with(account: Account, view: SavedView | None, programme: Programme) -> None:
    """From now on the list opens with this view; with everything, for None."""
    defaults = {"opens_with": view}
    ListHabit.objects.update_or_create(account=account, programme=programme, defaults=defaults)
