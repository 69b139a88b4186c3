"""Tells other systems what work was handed over: which, from whom, to whom."""

from collections.abc import Sequence
from datetime import date

from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.organisations.answering import Answering
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.models import Assignment, Programme


def announce_handover(programme: Programme, given: Sequence[Assignment], *, to: Unit | None, day: date) -> None:
    """``given`` are the assignments as they stood before, with task, indicator and post; without ``to`` the rules hold
    again. Two queries beside the outbox's; call it inside the deed's transaction."""
    answering = Answering.read()
    before = {each.pk: _answerers(each.body_on(day), answering, day) for each in given}
    by_rule = {each.pk: _answerers(_named(each), answering, day) for each in given}
    units = {unit for found in (before, by_rule) for some in found.values() for unit in some}
    keys = dict(Unit.objects.filter(pk__in=units).values_list("pk", "key"))
    moved = [
        {
            **_item(each),
            "from": [keys[unit] for unit in before[each.pk]],
            "to": [to.key] if to else [keys[unit] for unit in by_rule[each.pk]],
        }
        for each in given
    ]
    facts = {"programme": programme.code, "effective_on": day.isoformat(), "moved": moved}
    announce("work.handed", subject=f"programme/{programme.pk}", facts=facts)


def _named(assignment: Assignment) -> int | None:
    """The unit that the plan names, whoever has it now."""
    return assignment.unit_id or (assignment.post.unit_id if assignment.post else None)


def _answerers(unit: int | None, answering: Answering, day: date) -> list[int]:
    return [span.unit for span in answering.answerers(unit, day)] if unit else []


def _item(assignment: Assignment) -> dict[str, object]:
    item = assignment.task or assignment.indicator
    return {
        "task": assignment.task_id,
        "indicator": assignment.indicator_id,
        "code": item.code if item else "",
        "role": assignment.role,
    }
