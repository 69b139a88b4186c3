"""Which roles a person may delegate, and which delegations concern him: each one SQL."""

from django.db.models import Q
from django.utils import timezone

from tinhso.kernel.accounts.delegation.models import Delegation, DelegationQuerySet
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.models.assignments import RoleAssignments
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.accounts.standing import standing, units_where


def givable(by: Account) -> RoleAssignments:
    """Roles that hold now or later: his own, those at the units he leads, all for who keeps accounts."""
    today = timezone.localdate()
    not_over = Q(valid_to__isnull=True) | Q(valid_to__gt=today)
    held = RoleAssignment.objects.filter(not_over, account__is_active=True, unit__isnull=False)
    return held.filter(_kept(by, "")).exclude(role=Role.ADMINISTRATOR).select_related("account", "post", "unit")


def concerning(account: Account) -> DelegationQuerySet:
    """Those he gave, those he received, those he may take back."""
    own = Q(giver=account) | Q(delegate=account)
    return Delegation.objects.filter(own | _kept(account, "held__")).whole()


def takeable(by: Account) -> DelegationQuerySet:
    """Those that he may take back while they are not over."""
    return Delegation.objects.filter(_kept(by, "held__")).not_over(timezone.localdate())


def _kept(by: Account, path: str) -> Q:
    if standing(by).may(Verb.KEEP_ACCOUNTS):
        # An empty condition would vanish beside another one.
        return Q(pk__isnull=False)
    units = units_where(by, Verb.KEEP_DELEGATIONS)
    return Q(**{f"{path}account": by}) | Q(**{f"{path}unit__in": units})
