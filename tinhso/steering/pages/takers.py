"""Who goes on today with what was given to a unit of the plan's time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.organisations.answering import Mark, Span
from tinhso.kernel.organisations.history import versions_on
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.models import Assignment


@dataclass(frozen=True, slots=True)
class Taker:
    """A unit by its name of the day, and why a person should still decide."""

    unit: UnitVersion
    name: str
    mark: Mark


def takers(assignments: Iterable[Assignment], roster: Roster, *, day: date) -> dict[int, list[Taker]]:
    """By key of the assignment, those who answer on the day and are not the unit named; one query at most.

    For a task that was done, whoever answered when it was done.
    """
    found = {each.pk: _others(each, roster, day=day) for each in assignments}
    units = {span.unit for spans in found.values() for span in spans}
    names = versions_on(units, day) if units else {}
    return {key: [_taker(span, names) for span in spans if span.unit in names] for key, spans in found.items()}


def _others(assignment: Assignment, roster: Roster, *, day: date) -> list[Span]:
    done_on = assignment.task.completed_on if assignment.task else None
    when = min(done_on or day, day)
    body, named = assignment.body_on(when), assignment.unit_id or (assignment.post.unit_id if assignment.post else None)
    spans = roster.answering.answerers(body, when) if body else []
    return [span for span in spans if span.unit != named]


def _taker(span: Span, names: dict[int, UnitVersion]) -> Taker:
    return Taker(names[span.unit], body_name(names[span.unit]), span.mark)
