"""Which units give the figures of an indicator, and for which of them a person may enter."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import Kind, UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.levels import Level, level_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.programmes.fetching import programmes_shown
from tinhso.steering.programmes.models import Assignment, Programme

_NOT_OF_THE_TREE = (Level.WHOLE, Level.OUTSIDE)


@dataclass(frozen=True, slots=True)
class Reporter:
    """A person with the units whose figures are the person's to give; ``everywhere`` for the department in charge."""

    account: Account
    units: frozenset[int]
    everywhere: bool

    @classmethod
    def of(cls, account: Account) -> "Reporter":
        """No query for every indicator asked about. Who follows a unit reports for it too."""
        today = timezone.localdate()
        held = standing(account, today)
        roster = Roster.on(today)
        at = roster.with_all_below(held.units(Verb.REPORT))
        return cls(account, frozenset(at) | _left_to(at, roster), held.may(Verb.KEEP_FIGURES))

    def may_enter(self, people: Iterable[Assignment], measure: Measure, roster: Roster) -> list[UnitVersion]:
        """The units for which this person may enter the indicator: its own, and where it watches, bodies outside.

        None where the figures are given at another indicator.
        """
        if measure.taken_from_id:
            return []
        named = list(people)
        units = executing_units(named, measure, roster)
        if self.everywhere:
            return units
        watches = self._watches(named, roster)
        return [
            version
            for version in units
            if version.unit_id in self.units or (watches and level_of(version.kind) in _NOT_OF_THE_TREE)
        ]

    def _watches(self, people: list[Assignment], roster: Roster) -> bool:
        """Whether the person's unit watches the indicator; where nobody does, the coordinating unit stands in."""
        watchers = list(_in_role(people, Assignment.Role.WATCHER))
        if not watchers:
            return any(programmes_shown()[each.programme_id].coordinating_unit_id in self.units for each in people[:1])
        return any(self.units & ids(units_meant(each, roster)) for each in watchers)


def executing_units(people: Iterable[Assignment], measure: Measure, roster: Roster) -> list[UnitVersion]:
    """The units that give the indicator's figures: of those who lead, else of those who help, at its levels.

    A figure for the whole province is the province's own.
    """
    named, levels = list(people), frozenset(measure.reporting)
    for role in (Assignment.Role.LEAD, Assignment.Role.COOPERATOR):
        meant = {version.unit_id for each in _in_role(named, role) for version in units_meant(each, roster)}
        found = [roster.units[unit] for unit in meant if level_of(roster.units[unit].kind) in levels]
        if found:
            return sorted(found, key=lambda version: (level_place(version), version.sort_key))
    return [version for version in roster.units.values() if version.kind == Kind.PROVINCE][:1]


def units_meant(person: Assignment, roster: Roster) -> list[UnitVersion]:
    """The units that an assignment means on the roster's day: itself, its post's, its group's, or who follows them."""
    if person.group_id:
        return roster.members(person.group_id)
    unit = person.unit_id or (person.post.unit_id if person.post else None)
    spans = roster.answering.answerers(unit, roster.day) if unit else []
    return [roster.units[span.unit] for span in spans if span.unit in roster.units]


def level_place(version: UnitVersion) -> int:
    """The place of a unit's level, from the province down."""
    return Level.values.index(level_of(version.kind))


def naming_day(programme: Programme, day: date) -> date:
    """The day on which bodies are what they are called: the day asked for, within the programme's period."""
    return min(max(day, programme.starts_on), programme.ends_on)


def _left_to(units: Iterable[int], roster: Roster) -> frozenset[int]:
    """The units that have ended and for which one of these answers on the roster's day."""
    spans = (span for unit in units for span in roster.answering.spans_of(unit) if span.holds_on(roster.day))
    return frozenset(span.origin for span in spans)


def ids(versions: Collection[UnitVersion]) -> frozenset[int]:
    """The keys of units."""
    return frozenset(version.unit_id for version in versions)


def _in_role(people: Iterable[Assignment], role: str) -> Iterable[Assignment]:
    return (each for each in people if each.role == role)
