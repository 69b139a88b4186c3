"""One item opened for a deed: what its page says of it, and a refusal told where the person is."""

from django.forms import BaseForm
from django.http import HttpRequest

from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.review.back import FIELD, list_address
from tinhso.steering.programmes.editing.words import called
from tinhso.steering.programmes.models import Edit, EditableItem
from tinhso.steering.programmes.naming import name_of


def about_item(request: HttpRequest, item: EditableItem) -> dict[str, object]:
    """The item, its names, and the way back to the list as it was looked at."""
    view = request.POST.get(FIELD, request.META["QUERY_STRING"])
    name = name_of(item)
    return {
        "item": item,
        "name": name,
        "called": called(item),
        "view": view,
        "list_address": list_address(item.programme_id, name, view=view),
    }


def history_of(item: EditableItem) -> list[Edit]:
    """What people did to the item, the newest first."""
    edits = Edit.objects.filter(**{str(item._meta.model_name): item})
    return list(edits.select_related("by").newest_first())


def version_seen(request: HttpRequest) -> int:
    """The version that the person saw, as the form carries it."""
    return whole_number(request.POST.get("version", ""))


def told(form: BaseForm, refusal: TinhsoError, *items: EditableItem) -> int:
    """Put the refusal's sentence into the form and show the items as they stand; the status of the answer."""
    form.add_error(None, refusal.sentence)
    for item in items:
        item.refresh_from_db()
    return refusal.status
