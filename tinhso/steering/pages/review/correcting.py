"""Sửa: the form of one item with its parts; whoever saves second sees both contents."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tinhso.lib.errors import TinhsoError
from tinhso.steering.pages.review.asking import review
from tinhso.steering.pages.review.back import back_to_list, list_address
from tinhso.steering.pages.review.forms.item_forms import ItemForms
from tinhso.steering.pages.review.kinds import fetch_editable
from tinhso.steering.pages.review.opened import about_item, history_of, told, version_seen
from tinhso.steering.pages.review.screen import beside_paper
from tinhso.steering.programmes.editing.correct import correct
from tinhso.steering.programmes.editing.words import called
from tinhso.steering.programmes.models import EditableItem
from tinhso.steering.programmes.naming import name_of
from tinhso.steering.programmes.refusals import ChangedMeanwhile
from tinhso.surfaces.web.shell.conflicts import conflict


@require_http_methods(["GET", "POST"])
def correct_item(request: HttpRequest, programme: int, reviewed: str) -> HttpResponse:
    """The form; sent, the item says what was typed and a person stands behind it."""
    asking = review(request, programme)
    item = fetch_editable(asking.asked.programme, reviewed)
    forms, status = ItemForms(item, asking.asked.programme, request.POST or None), 200
    if request.method == "POST":
        status = 422
        if forms.is_valid():
            try:
                correct(item, forms.wanted(), by=asking.account, version=version_seen(request))
            except ChangedMeanwhile:
                return _both(request, item, typed=forms)
            except TinhsoError as refusal:
                status = told(forms.item, refusal)
            else:
                messages.success(request, f"Đã lưu {called(item)}.")
                return back_to_list(request, programme, reviewed)
    context = {**about_item(request, item), "forms": forms, "edits": history_of(item)}
    return beside_paper(request, asking, "item", context=context, status=status)


def _both(request: HttpRequest, item: EditableItem, *, typed: ItemForms) -> HttpResponse:
    item.refresh_from_db()
    stands = ItemForms(item, item.programme).values()
    back = list_address(item.programme_id, name_of(item))
    return conflict(request, typed.together(), stands=stands, version=item.version, back=back)
