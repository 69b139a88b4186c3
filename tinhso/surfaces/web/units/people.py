"""Who works at a unit on a day: accounts with their roles, what they delegated; and for whom the unit answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.organisations.answering import Span
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster


@dataclass(frozen=True, slots=True)
class Person:
    """A role of an account, and the delegations by which others do it that day."""

    role: RoleAssignment
    delegations: Sequence[Delegation]


@dataclass(frozen=True, slots=True)
class Answer:
    """A unit with why it stands here: that goes on with open work, or whose open work is gone on with."""

    unit: UnitVersion
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Answers:
    """Who goes on with the open work of a unit that has ended, and whose work a unit goes on with."""

    by: list[Answer]
    of: list[Answer]


def people(unit_id: int, day: date) -> list[Person]:
    """The roles held at the unit on the day, by name; two queries."""
    held = RoleAssignment.objects.valid_on(day).filter(unit=unit_id, account__is_active=True)
    rows = list(held.select_related("account", "post").order_by("account__sort_key", "pk"))
    lent = list(Delegation.objects.in_force(day).filter(held__unit=unit_id).whole())
    return [Person(role, [each for each in lent if each.held_id == role.pk]) for role in rows]


def answering(roster: Roster, unit_id: int) -> Answers:
    """As of the roster's day; one query at most."""
    by = [span for span in roster.answering.answerers(unit_id, roster.day) if span.unit != unit_id]
    held = (span for span in roster.answering.spans_of(unit_id) if span.holds_on(roster.day))
    of = [span for span in held if span.origin != unit_id]
    names = roster.versions_of({span.unit for span in by} | {span.origin for span in of})
    told = {unit: (version, roster.called(version)) for unit, version in names.items()}
    return Answers(
        [Answer(told[span.unit][0], span, told[span.unit][1]) for span in by if span.unit in told],
        [Answer(told[span.origin][0], span, told[span.origin][1]) for span in of if span.origin in told],
    )
