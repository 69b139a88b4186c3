"""Delegate a role."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.delegation.models import Delegation, scope_of, verbs_given
from tinhso.kernel.accounts.delegation.refusals import (
    BeyondTerm,
    DelegationRefused,
    HandedOn,
    NeverDelegated,
    NotHeld,
    NotInUnit,
    NotYours,
    Overlapping,
    WrongDays,
)
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import GRANTS, NOT_DELEGABLE, Role, Verb
from tinhso.kernel.accounts.standing import standing, units_where
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.dates import write_date
from tinhso.lib.text import nfc

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """Who is to act for the holder of ``held``, from the first to the last day, in what (``verbs`` empty: in all)."""

    held: RoleAssignment
    delegate: Account
    first_day: date
    last_day: date
    paper_number: str
    paper_date: date
    verbs: frozenset[Verb] = frozenset()


def delegate(mandate: Mandate, *, by: Account) -> Delegation:
    """The delegation. Sent twice it is the same one.

    Raises NotYours, HandedOn, NeverDelegated, NotHeld, WrongDays, BeyondTerm, NotInUnit, Overlapping,
    DelegationRefused.
    """
    require_may_give(mandate.held, by=by)
    with transaction.atomic():
        # One at a time for each role, so that two who send at once cannot overlap.
        RoleAssignment.objects.select_for_update().get(pk=mandate.held.pk)
        drafted = _drafted(mandate, by)
        same = _same(drafted)
        if same is None:
            _refuse_verbs(mandate)
            _refuse_days(mandate)
            _refuse_person(mandate)
            _refuse_overlap(drafted)
            _refuse_mistakes(drafted)
            drafted.save()
    return same or drafted


def require_may_give(held: RoleAssignment, *, by: Account) -> None:
    """The holder himself, the head of his unit, an administrator. Raises NotYours, HandedOn."""
    if held.account_id == by.pk or keeps(by, held.unit):
        return
    if Delegation.objects.in_force(timezone.localdate()).filter(held=held, delegate=by).exists():
        raise HandedOn
    raise NotYours


def keeps(by: Account, unit: Unit | None) -> bool:
    """Whether the person keeps the delegations of that unit."""
    own = standing(by)
    if own.may(Verb.KEEP_ACCOUNTS):
        return True
    return unit is not None and units_where(by, Verb.KEEP_DELEGATIONS).filter(pk=unit.pk).exists()


def _drafted(mandate: Mandate, by: Account) -> Delegation:
    return Delegation(
        held=mandate.held,
        giver=mandate.held.account,
        delegate=mandate.delegate,
        scope=scope_of(mandate.verbs),
        paper_number=nfc(mandate.paper_number),
        paper_date=mandate.paper_date,
        valid_from=mandate.first_day,
        valid_to=mandate.last_day + ONE_DAY,
        entered_by=by,
    )


def _same(drafted: Delegation) -> Delegation | None:
    facts = ("held", "delegate", "scope", "paper_number", "paper_date", "valid_from", "valid_to")
    alike = {fact: getattr(drafted, fact) for fact in facts}
    return Delegation.objects.filter(taken_back_on=None, **alike).first()


def _refuse_verbs(mandate: Mandate) -> None:
    role = Role(mandate.held.role)
    if role == Role.ADMINISTRATOR:
        raise NeverDelegated(what="quản trị hệ thống")
    for verb in sorted(mandate.verbs):
        if verb in NOT_DELEGABLE:
            raise NeverDelegated(what=verb.label)
        if verb not in GRANTS[role]:
            raise NotHeld(giver=mandate.held.account, what=verb.label)


def _refuse_days(mandate: Mandate) -> None:
    held = mandate.held
    if mandate.first_day < timezone.localdate() or mandate.last_day < mandate.first_day:
        raise WrongDays
    ended = held.valid_to is not None and held.valid_to <= mandate.first_day
    if mandate.first_day < held.valid_from or ended:
        raise NotHeld(giver=held.account, what=f"của vai trò {held.get_role_display()}")
    if held.valid_to is not None and mandate.last_day >= held.valid_to:
        raise BeyondTerm(giver=held.account, last=write_date(held.valid_to - ONE_DAY))


def _refuse_person(mandate: Mandate) -> None:
    """The delegate works at the unit or below it when the delegation begins."""
    unit, day = mandate.held.unit, mandate.first_day
    works = RoleAssignment.objects.of(mandate.delegate).valid_on(day)
    below = Unit.objects.in_subtree(unit, day) if unit else Unit.objects.none()
    if not mandate.delegate.is_active or not works.filter(unit__in=below).exists():
        raise NotInUnit(delegate=mandate.delegate)


def _refuse_overlap(drafted: Delegation) -> None:
    role, mine = Role(drafted.held.role), verbs_given(Role(drafted.held.role), drafted.scope)
    others = Delegation.objects.not_over(drafted.valid_from).filter(held=drafted.held, valid_from__lt=drafted.valid_to)
    for other in others.select_related("delegate"):
        if mine & verbs_given(role, other.scope):
            first, last = write_date(other.valid_from), write_date(other.last_day)
            raise Overlapping(first=first, last=last, delegate=other.delegate)


def _refuse_mistakes(drafted: Delegation) -> None:
    try:
        drafted.full_clean()
    except ValidationError as mistake:
        raise DelegationRefused(why=" ".join(mistake.messages)) from mistake
