"""Words of the work on tasks: ``{% load work %}``."""

from django import template
from django.template import Context

from tinhso.steering.following.models import (
    Deed,
    Evidence,
    Extension,
    ExtensionDecision,
    PersonalWork,
    ProductRecord,
    ProgressEntry,
    UnitRequest,
)
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.pages.work.panel import Button, Panel
from tinhso.steering.programmes.models import Deliverable

register = template.Library()

#: State → the tone of its chip.
_TONES: dict[str, str] = {
    ProgressEntry.Said.DOING: "info",
    ProgressEntry.Said.STUCK: "warn",
    ProgressEntry.Said.READY: "good",
    PersonalWork.State.ACCEPTED: "info",
    PersonalWork.State.DONE: "good",
    PersonalWork.State.RETURNED: "warn",
    UnitRequest.State.WAITING: "info",
    UnitRequest.State.ANSWERED: "good",
    UnitRequest.State.DECLINED: "warn",
    Extension.State.FOR_HEAD: "warn",
    Extension.State.GRANTED: "good",
    Extension.State.REFUSED: "bad",
}


@register.filter
def tone_of(deed: ProgressEntry | PersonalWork | UnitRequest | Extension) -> str:
    """The tone of what a unit says, or of the state in which something stands."""
    return _TONES.get(deed.said if isinstance(deed, ProgressEntry) else deed.state, "neutral")


@register.inclusion_tag("work/_button.html", takes_context=True)
def act_button(context: Context, button: Button, primary: object) -> dict[str, object]:
    """A verb as a link to its form, or as a button where it asks nothing further."""
    return {
        "asked": context["asked"],
        "task": context["work"].at.task,
        "button": button,
        "primary": primary,
        "once": one_time_key(),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("work/_evidence.html")
def evidence_of(work: Panel, deed: Deed) -> dict[str, object]:
    """What a deed leans on; nothing is asked of the database again."""
    return {"proofs": _proofs(work, deed.pk), "programme": work.at.task.programme_id}


@register.inclusion_tag("work/_answers.html")
def evidence_about(work: Panel, deed: Deed) -> dict[str, object]:
    """What was answered about a deed, with its evidence."""
    answers = [each for each in work.at.deeds if each.about_id == deed.pk]
    shown = [(each, _proofs(work, each.pk)) for each in answers if each.note or _proofs(work, each.pk)]
    return {"answers": shown, "programme": work.at.task.programme_id}


@register.simple_tag
def record_of(work: Panel, deliverable: Deliverable) -> ProductRecord | None:
    """The record of a product that is in."""
    return work.at.records.get(deliverable.pk)


@register.simple_tag
def decision_of(work: Panel, extension: Extension) -> ExtensionDecision | None:
    """What was decided on a request for more time."""
    return work.at.decisions.get(extension.pk)


def _proofs(work: Panel, deed: int) -> list[Evidence]:
    found = next((each for each in work.at.deeds if each.pk == deed), None)
    return list(found.evidence.all()) if found else []
