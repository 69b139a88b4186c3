"""To whom a reminder of a unit goes today: its officers, the head where there are none or it is late, else whoever
stands in for a body that has nobody here."""

from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.accounts.roles import GRANTS, Role, Verb
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

    @classmethod
    def on(cls, day: date, verb: Verb) -> "Present":
        """One query; the verb is what the officers hold."""
        roster, held = Roster.on(day), RoleAssignment.objects.granting(verb).valid_on(day)
        rows = set(held.filter(account__is_active=True, unit__isnull=False).order_by().values_list("unit", "role"))
        officers = {unit for unit, role in rows if role not in _HEADS}
        heads = {unit for unit, role in rows if role in _HEADS}
        return cls(followed(officers, roster), followed(heads, roster))

    def told(self, thing: DueThing, *, head_too: bool) -> list[Addressee]:
        """Nobody where neither the unit nor who coordinates has anybody here."""
        officers, heads = Addressee(thing.unit, thing.verb), Addressee(thing.unit, Verb.APPROVE_REPORT)
        if thing.unit in self.officers:
            return [officers, heads] if head_too and thing.unit in self.heads else [officers]
        if thing.unit in self.heads:
            return [heads]
        programme = programmes_shown().get(thing.programme or 0)
        standing_in = programme.coordinating_unit_id if programme else None
        return [Addressee(standing_in, thing.verb, stands_in=True)] if standing_in else []
