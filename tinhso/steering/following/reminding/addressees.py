"""To whom a reminder of a unit goes today: its officers, the head where there are none or it is late, else those above
it who do its work, or whoever stands in for a body that has nobody here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.accounts.roles import GRANTS, Role, Verb, roles_that_may
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.due import DueThing
from tinhso.steering.following.reach import followed
from tinhso.steering.programmes.fetching import programmes_shown

_HEADS = frozenset(role for role in Role if Verb.APPROVE_REPORT in GRANTS[role])


@dataclass(frozen=True, slots=True)
class Addressee:
    """Those who hold the verb at the unit; ``stands_in`` for another body."""

    unit: int
    verb: Verb
    stands_in: bool = False


@dataclass(frozen=True, slots=True)
class Present:
    """The units for which somebody is here today, also those followed by others; by what he is."""

    officers: frozenset[int]
    heads: frozenset[int]
    roster: Roster

    @classmethod
    def on(cls, day: date, verb: Verb) -> "Present":
        """One query; the verb is what the officers hold. Where it is that of heads there are none but heads."""
        roster, held = Roster.on(day), RoleAssignment.objects.valid_on(day)
        held = held.filter(role__in=roles_that_may(verb) | _HEADS)
        rows = set(held.filter(account__is_active=True, unit__isnull=False).order_by().values_list("unit", "role"))
        officers = {unit for unit, role in rows if role not in _HEADS}
        heads = {unit for unit, role in rows if role in _HEADS}
        return cls(followed(officers, roster), followed(heads, roster), roster)

    def told(self, thing: DueThing, *, head_too: bool) -> list[Addressee]:
        """Nobody where neither the unit nor who coordinates has anybody here."""
        unit = (self.nearest(thing.unit) if thing.by_those_above else None) or thing.unit
        officers, heads = Addressee(unit, thing.verb), Addressee(unit, Verb.APPROVE_REPORT)
        if unit in self.officers:
            return [officers, heads] if head_too and unit in self.heads else [officers]
        if unit in self.heads:
            return [heads]
        programme = programmes_shown().get(thing.programme or 0)
        standing_in = programme.coordinating_unit_id if programme else None
        return [Addressee(standing_in, thing.verb, stands_in=True)] if standing_in else []

    def nearest(self, unit: int) -> int | None:
        """The unit where it has somebody here, or somebody who answers for it; else the nearest above."""
        here = self.officers | self.heads
        return next((each for each in (unit, *_above(unit, self.roster)) if each in here), None)


def _above(unit: int, roster: Roster) -> Iterator[int]:
    answering = (span.unit for span in roster.answering.answerers(unit, roster.day))
    for each in (unit, *answering):
        version = roster.units.get(each)
        while version and version.parent_id:
            yield version.parent_id
            version = roster.units.get(version.parent_id)
