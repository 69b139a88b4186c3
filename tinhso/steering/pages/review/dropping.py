"""Bỏ: an item that is none is dropped with a reason; Lấy lại: it is taken back."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from tinhso.lib.errors import TinhsoError
from tinhso.steering.pages.review.asking import review
from tinhso.steering.pages.review.back import back_to_list
from tinhso.steering.pages.review.kinds import fetch_editable
from tinhso.steering.pages.review.opened import about_item, told, version_seen
from tinhso.steering.pages.review.screen import beside_paper
from tinhso.steering.programmes.editing.drop import drop
from tinhso.steering.programmes.editing.restore import restore
from tinhso.steering.programmes.editing.words import called, words_of

#: Why sentences turn out to be no items, as officers say it.
REASONS = ("Không phải nhiệm vụ, chỉ tiêu", "Trùng với mục khác", "Câu dẫn, tiêu đề", "Đã giao ở văn bản khác")


class DropForm(forms.Form):
    """Why the item is dropped."""

    why = forms.CharField(
        label="Lý do bỏ",
        max_length=500,
        widget=forms.TextInput({"list": "reasons", "autofocus": True, "autocomplete": "off"}),
        help_text="Mục vẫn còn trong danh sách “Đã bỏ” cùng lý do này và lấy lại được.",
    )


@require_http_methods(["GET", "POST"])
def drop_item(request: HttpRequest, programme: int, reviewed: str) -> HttpResponse:
    """The form that asks why; sent, the item is dropped."""
    asking = review(request, programme)
    item = fetch_editable(asking.asked.programme, reviewed)
    form, status = DropForm(request.POST or None, label_suffix=""), 200
    if form.is_valid():
        try:
            drop(item, form.cleaned_data["why"], by=asking.account, version=version_seen(request))
        except TinhsoError as refusal:
            status = told(form, refusal, item)
        else:
            messages.success(request, f"Đã bỏ {called(item)}.")
            return back_to_list(request, programme)
    context = {
        **about_item(request, item),
        "form": form,
        "words": words_of(item),
        "reasons": REASONS,
    }
    return beside_paper(request, asking, "drop", context=context, status=status)


@require_POST
def restore_item(request: HttpRequest, programme: int, reviewed: str) -> HttpResponse:
    """What was dropped or merged counts again."""
    asking = review(request, programme)
    item = fetch_editable(asking.asked.programme, reviewed)
    restore(item, by=asking.account, version=version_seen(request))
    messages.success(request, f"Đã lấy lại {called(item)}.")
    return back_to_list(request, programme, reviewed)
