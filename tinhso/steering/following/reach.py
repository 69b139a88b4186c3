"""For which units a person may do something: his own, those below, and those whose open work these answer for."""

from collections.abc import Collection
from datetime import date

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing, units_where
from tinhso.kernel.organisations.answering import answered_by


def reach(account: Account, verb: Verb, day: date) -> frozenset[int]:
    """Units at which the person may do the verb, with those they follow; two queries, none without the verb."""
    if not standing(account, day).may(verb):
        return frozenset()
    return answered_by(list(units_where(account, verb, day).values_list("pk", flat=True)), day)


def own_units(account: Account, verb: Verb, day: date) -> tuple[int, ...]:
    """Only the units at which the person holds the role, not those below."""
    held = RoleAssignment.objects.of(account).granting(verb).valid_on(day).order_by("id")
    return tuple(dict.fromkeys(held.exclude(unit=None).values_list("unit", flat=True)))


def acting_unit(account: Account, verb: Verb, meant: Collection[int], *, day: date) -> int | None:
    """The unit for which the person acts where ``meant`` is asked: his own if it is among them, one below, else his
    own that follows them."""
    own = own_units(account, verb, day)
    named = [unit for unit in own if unit in meant]
    below = units_where(account, verb, day).filter(pk__in=meant).values_list("pk", flat=True)[:1]
    return next(iter([*named, *below, *own]), None)
