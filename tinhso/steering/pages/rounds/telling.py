"""A refusal told at the field that it is about."""

from django import forms

from tinhso.lib.errors import TinhsoError
from tinhso.lib.text import in_sentence
from tinhso.steering.following.refusals import ReasonMissing
from tinhso.steering.pages.rounds.forms import Sender, day_of
from tinhso.steering.reporting.refusals import (
    DueOrderWrong,
    NoTimeToWrite,
    RoundImpossible,
    RoundPlanned,
    RoundsOverlap,
)


def tell(form: forms.Form, refusal: TinhsoError) -> None:
    """Beside the field, else above the form."""
    name = _field_of(refusal)
    form.add_error(name if name in form.fields else None, refusal.sentence)


def _field_of(refusal: TinhsoError) -> str | None:
    if isinstance(refusal, ReasonMissing):
        return "reason"
    if isinstance(refusal, DueOrderWrong):
        return day_of(Sender.DEPARTMENT)
    if isinstance(refusal, NoTimeToWrite):
        return next(day_of(sender) for sender in Sender if in_sentence(sender.label) == refusal.facts["sender"])
    if isinstance(refusal, RoundImpossible):
        return "due_on"
    return "number" if isinstance(refusal, RoundsOverlap | RoundPlanned) else None
