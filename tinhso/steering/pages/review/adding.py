"""Thêm: words of the document become an item, by a selection or, without script, by quoting them."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.review.asking import Review, review
from tinhso.steering.pages.review.back import list_address
from tinhso.steering.pages.review.opened import told
from tinhso.steering.pages.review.screen import beside_paper
from tinhso.steering.programmes.editing.add import add
from tinhso.steering.programmes.editing.add_product import add_product
from tinhso.steering.programmes.editing.places import found_words
from tinhso.steering.programmes.editing.words import called
from tinhso.steering.programmes.models import EditableItem
from tinhso.steering.programmes.naming import name_of

PRODUCT = "deliverable"
KINDS = (
    ("task", "Nhiệm vụ"),
    ("indicator", "Chỉ tiêu"),
    ("duty", "Chế độ báo cáo"),
    (PRODUCT, "Sản phẩm của nhiệm vụ chứa đoạn này"),
)


class AddForm(forms.Form):
    """The words, what they are, and, where a selection was made, their place."""

    words = forms.CharField(
        label="Nguyên văn trong văn bản",
        widget=forms.Textarea({"rows": 4, "autofocus": True}),
        max_length=20_000,
        help_text="Bôi đen đoạn cần thêm ở văn bản rồi bấm phím T, hoặc chép nguyên văn vào đây.",
    )
    kind = forms.ChoiceField(label="Đoạn này là", choices=KINDS, widget=forms.RadioSelect, initial="task")
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=10**9)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=10**9)


@require_http_methods(["GET", "POST"])
def add_item(request: HttpRequest, programme: int) -> HttpResponse:
    """The form, filled with what was selected; sent, the item, opened so that the rest can be set."""
    asking = review(request, programme, also=("tu", "den"))
    form, status = AddForm(request.POST or None, initial=_selected(request, asking), label_suffix=""), 200
    if form.is_valid():
        try:
            added = _add(form, asking)
        except TinhsoError as refusal:
            status = told(form, refusal)
        else:
            messages.success(request, f"Đã thêm {called(added)}. Hãy xem lại đơn vị, thời hạn rồi lưu.")
            return redirect(reverse("review:item", args=(programme, name_of(added))))
    context = {"form": form, "list_address": list_address(programme)}
    return beside_paper(request, asking, "add", context=context, status=status)


def _selected(request: HttpRequest, asking: Review) -> dict[str, object]:
    start, end = (whole_number(request.GET.get(name, "")) for name in ("tu", "den"))
    words: str = asking.asked.programme.document.reading.text[start:end] if start < end else ""
    return {"words": words.replace("\t", " "), "start": start, "end": end} if words else {}


def _add(form: AddForm, asking: Review) -> EditableItem:
    programme, kind = asking.asked.programme, form.cleaned_data["kind"]
    start, end = _place(form, programme.document.reading.text)
    if kind == PRODUCT:
        return add_product(programme, start, end, by=asking.account)
    return add(programme, start, end, kind=kind, by=asking.account)


def _place(form: AddForm, text: str) -> tuple[int, int]:
    """The place of the words: the selection where it holds them, else where they stand nearest to it."""
    given, words = form.cleaned_data, form.cleaned_data["words"]
    start, end = given.get("start") or 0, given.get("end") or 0
    if words.split() and words.split() == text[start:end].split():
        return start, end
    return found_words(text, words, near=start)
