"""Gộp: several items become the first of them, with words that the person may change."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.review.asking import review
from tinhso.steering.pages.review.back import back_to_list, list_address
from tinhso.steering.pages.review.kinds import fetch_editable
from tinhso.steering.pages.review.opened import told
from tinhso.steering.pages.review.screen import beside_paper
from tinhso.steering.programmes.editing.merge import Seen, joined, merge
from tinhso.steering.programmes.editing.words import called
from tinhso.steering.programmes.models import EditableItem
from tinhso.steering.programmes.naming import name_of


class MergeForm(forms.Form):
    """The words of the item that stays."""

    words = forms.CharField(
        label="Nội dung của mục sau khi gộp", widget=forms.Textarea({"rows": 8, "autofocus": True}), max_length=20_000
    )


@require_http_methods(["GET", "POST"])
def merge_items(request: HttpRequest, programme: int) -> HttpResponse:
    """The items ticked (``muc``, with their versions), and the words offered; sent, they are one."""
    asking = review(request, programme)
    names = (request.POST or request.GET).getlist("muc")
    items = [fetch_editable(asking.asked.programme, name) for name in dict.fromkeys(names)]
    initial = {"words": joined(items) if items else ""}
    # The list sends what was ticked; only this form sends words.
    sent = request.POST if "words" in request.POST else None
    form, status = MergeForm(sent, initial=initial, label_suffix=""), 200
    if form.is_valid():
        try:
            kept = merge(_seen(request, items), form.cleaned_data["words"], by=asking.account)
        except TinhsoError as refusal:
            status = told(form, refusal, *items)
        else:
            messages.success(request, f"Đã gộp {len(items)} mục thành {called(kept)}.")
            return back_to_list(request, programme, name_of(kept))
    ordered = sorted(items, key=lambda item: (item.position, item.pk))
    context = {
        "form": form,
        "items": [(name_of(item), item.version, called(item)) for item in ordered],
        "list_address": list_address(programme),
    }
    return beside_paper(request, asking, "merge", context=context, status=status)


def _seen(request: HttpRequest, items: list[EditableItem]) -> list[Seen]:
    return [(item, whole_number(request.POST.get(f"version-{name_of(item)}", ""))) for item in items]
