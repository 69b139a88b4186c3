"""The second of two people who save the same thing is told: both contents side by side, and nothing typed is lost."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms import BaseForm, BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

#: The hidden field by which a form says what the person saw.
VERSION = "version"
_NOT_TYPED = frozenset({"csrfmiddlewaretoken", VERSION})


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which the two contents differ."""

    label: str
    typed: str
    stands: str


def conflict(
    request: HttpRequest, form: BaseForm, *, stands: Mapping[str, object], version: int, back: str
) -> HttpResponse:
    """The 409 page of a form whose row somebody else has saved since.

    ``stands`` is what the row holds now, by the name of the field in the form; ``version`` its version now, with which
    the person may send the typed content again; ``back`` the address of what stands. Call it where the action refused::

        except ChangedMeanwhile:
            task.refresh_from_db()
            return conflict(request, form, stands=model_to_dict(task), version=task.version, back=address)
    """
    typed = [(name, value) for name, values in request.POST.lists() if name not in _NOT_TYPED for value in values]
    context = {
        "differences": [each for each in _compared(form, stands) if each.typed != each.stands],
        "typed": typed,
        "version": version,
        "back": back,
    }
    return render(request, "web/conflict.html", context, status=409)


def _compared(form: BaseForm, stands: Mapping[str, object]) -> list[Difference]:
    return [
        Difference(str(field.label), _written(field, field.value()), _written(field, stands[field.html_name]))
        for field in form
        if field.html_name in stands
    ]


def _written(field: BoundField, value: object) -> str:
    """The value in words: a choice by its label, anything else as its field shows it."""
    choices = {str(key): str(words) for key, words in getattr(field.field, "choices", ())}
    if str(value) in choices:
        return choices[str(value)]
    shown = field.field.widget.format_value(value)
    return "" if shown is None else str(shown)
