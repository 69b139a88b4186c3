"""For which units a person may do something: his own, those below, and those whose open work these answer for."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from tinhso.kernel.accounts.behalf import act_for
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import GRANTS, Role, Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed


class Right(NamedTuple):
    """By which verb a person does something, through which units; none where he does not."""

    through: frozenset[int]
    verb: Verb


def reach(account: Account, verb: Verb, day: date) -> frozenset[int]:
    """Units at which the person may do the verb, those below them, and those they follow; no query beside those of the
    standing and the roster."""
    roster = Roster.on(day)
    return followed(roster.with_all_below(own_units(account, verb, day)), roster)


def followed(units: Collection[int], roster: Roster) -> frozenset[int]:
    """The units themselves and those for whose open work they answer on the roster's day."""
    spans = (span for unit in units for span in roster.answering.spans_of(unit) if span.holds_on(roster.day))
    return frozenset(units) | {span.origin for span in spans}


def own_units(account: Account, verb: Verb, day: date) -> tuple[int, ...]:
    """Only the units at which the person holds the role, or is lent it; not those below."""
    return standing(account, day).units(verb)


def giver_of(account: Account, verb: Verb, unit: int | None, *, day: date) -> Account | None:
    """In whose name the person acts for the unit: nobody where a role of his own reaches it, else who delegated it."""
    held = standing(account, day)
    lent = [each.held for each in held.lent if verb in each.verbs]
    if unit is None:
        return next(iter(held.in_name_of(verb)), None)
    above = with_those_above(unit, Roster.on(day)) if lent else frozenset()
    if any(role.unit_id in above for role in held.roles if verb in GRANTS[Role(role.role)]):
        return None
    return next((role.account for role in lent if role.unit_id in above), None)


def in_name_of(hand: Hand, verb: Verb, unit: int | None) -> Account | None:
    """As ``giver_of``, for what is written now: the log says it as well, and does not go on saying it when the next
    thing is the person's own."""
    giver = giver_of(hand.by, verb, unit, day=hand.today)
    act_for(hand.by.username, giver.username if giver else "")
    return giver


def is_own(deed: Deed, account: Account, right: Right, *, day: date) -> bool:
    """Whether the person made the deed, or it was made in his name; acting for somebody, also where that one did."""
    unit = acting_unit(account, right.verb, right.through, day=day)
    giver = giver_of(account, right.verb, unit, day=day)
    return not deed.makers.isdisjoint({account.pk, giver.pk if giver else account.pk})


def with_those_above(unit: int, roster: Roster) -> frozenset[int]:
    """The unit and the units to which it belongs on the roster's day."""
    found, version = {unit}, roster.units.get(unit)
    while version and version.parent_id:
        found.add(version.parent_id)
        version = roster.units.get(version.parent_id)
    return frozenset(found)


def acting_unit(account: Account, verb: Verb, meant: Collection[int], *, day: date) -> int | None:
    """The unit for which the person acts where ``meant`` is asked: his own if it is among them, one below, else his
    own that follows them."""
    own = own_units(account, verb, day)
    named = [unit for unit in own if unit in meant]
    below = sorted(Roster.on(day).with_all_below(own).intersection(meant))
    return next(iter([*named, *below, *own]), None)
