"""What filters of lists share: choices filled from the programme, and the filters in force as removable words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from tinhso.lib.dates import write_date

EVERYTHING = ("", "Tất cả")

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One filter in force, in words, with the address that takes it away."""

    words: str
    without: str


def offer(form: forms.Form, name: str, choices: Iterable[Choice | tuple[str, list[Choice]]]) -> None:
    """Fill the choices of a field, "Tất cả" first, heads without choices left out."""
    chooser = form.fields[name]
    if isinstance(chooser, forms.ChoiceField):
        chooser.choices = [EVERYTHING, *(choice for choice in choices if choice[1])]


def wanted(form: forms.Form) -> dict[str, Any]:
    """The fields that narrow the list, by name; what could not be understood is left out and told by the form."""
    form.is_valid()
    return {name: value for name, value in form.cleaned_data.items() if value not in (None, "")}


def chosen(form: forms.Form, wanted: Mapping[str, Any], query: QueryDict) -> list[Chosen]:
    """The filters in force, as links that take each away."""
    return [
        Chosen(f"{form.fields[name].label}: {_words(form, name, value)}", _without(query, name))
        for name, value in wanted.items()
    ]


def _without(query: QueryDict, name: str) -> str:
    left = query.copy()
    left.pop(name, None)
    left.pop("page", None)
    return f"?{left.urlencode()}"


def _words(form: forms.Form, name: str, value: object) -> str:
    widget = form.fields[name].widget
    if isinstance(widget, forms.Select):
        return next(str(words) for key, words in _flat(widget.choices) if key == str(value))
    return write_date(value) if isinstance(value, date) else str(value)


def _flat(choices: Iterable[tuple[Any, Any]]) -> Iterator[tuple[str, Any]]:
    for key, words in choices:
        if isinstance(words, (list, tuple)):
            yield from ((str(inner), label) for inner, label in words)
        else:
            yield str(key), words
