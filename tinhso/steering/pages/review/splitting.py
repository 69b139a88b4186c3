"""Tách: one item becomes two where the person says."""

import re
from collections.abc import Iterator

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.text import Truncator
from django.views.decorators.http import require_http_methods

from tinhso.lib.errors import TinhsoError
from tinhso.steering.pages.review.asking import review
from tinhso.steering.pages.review.back import back_to_list
from tinhso.steering.pages.review.kinds import fetch_editable
from tinhso.steering.pages.review.opened import about_item, told, version_seen
from tinhso.steering.pages.review.screen import beside_paper
from tinhso.steering.programmes.editing.places import places_of
from tinhso.steering.programmes.editing.refusals import WordsNotFound
from tinhso.steering.programmes.editing.split import split
from tinhso.steering.programmes.editing.words import called, words_of
from tinhso.steering.programmes.naming import name_of

#: Where a clause ends and another may begin an item of its own.
_CLAUSE = re.compile(r"[;.:]\s+|,\s+(?!và\s)|,?\s+(?:và|đồng thời)\s+")
#: So many places are offered; any other is given by its words.
MOST = 24


class SplitForm(forms.Form):
    """Where the second item begins: one of the places offered, or its first words."""

    at = forms.ChoiceField(label="Mục thứ hai bắt đầu từ", required=False, widget=forms.RadioSelect)
    words = forms.CharField(
        label="hoặc chép vài từ đầu của mục thứ hai",
        required=False,
        max_length=500,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, sent: QueryDict | None, *, text: str) -> None:
        super().__init__(sent, label_suffix="")
        self.text = text
        chooser = self.fields["at"]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = [(at, f"… {Truncator(text[at:]).words(18)}") for at in cuts(text)]

    def place(self) -> int:
        """The character at which the second item begins. Raises WordsNotFound."""
        words = self.cleaned_data.get("words", "")
        if not words:
            return int(self.cleaned_data.get("at") or 0)
        found = places_of(self.text, words)
        if not found:
            raise WordsNotFound(words=words[:80])
        return found[0][0]


def cuts(text: str) -> list[int]:
    """Places at which a clause of the text begins."""
    return list(_starts(text))[:MOST]


def _starts(text: str) -> Iterator[int]:
    for found in _CLAUSE.finditer(text):
        if 0 < found.end() < len(text) - 1:
            yield found.end()


@require_http_methods(["GET", "POST"])
def split_item(request: HttpRequest, programme: int, reviewed: str) -> HttpResponse:
    """The form that asks where; sent, there are two items, and the second is in sight."""
    asking = review(request, programme)
    item = fetch_editable(asking.asked.programme, reviewed)
    form, status = SplitForm(request.POST or None, text=words_of(item)), 200
    if form.is_valid():
        try:
            second = split(item, form.place(), by=asking.account, version=version_seen(request))
        except TinhsoError as refusal:
            status = told(form, refusal, item)
        else:
            messages.success(request, f"Đã tách {called(item)} thành hai mục; mục mới là {called(second)}.")
            return back_to_list(request, programme, name_of(second))
    context = {**about_item(request, item), "form": form, "words": words_of(item)}
    return beside_paper(request, asking, "split", context=context, status=status)
