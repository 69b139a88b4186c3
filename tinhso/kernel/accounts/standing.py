"""What an account is and may do on a day: its roles, its units and everything below them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.http import HttpRequest
from django.utils import timezone

from tinhso.kernel.accounts.behalf import act_for
from tinhso.kernel.accounts.delegation.models import Delegation, in_force, verbs_given
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import GRANTS, SEEING, Role, Verb, roles_that_lend, roles_that_may
from tinhso.kernel.organisations.edition import ORGANISATIONS, asked_together, edition
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.errors import TinhsoError
from tinhso.lib.keeping import Kept

_BELOW = """
WITH RECURSIVE below(id) AS (
    SELECT held.unit_id FROM accounts_roleassignment held
    WHERE held.account_id = %(account)s AND held.unit_id IS NOT NULL AND held.role IN (ROLES)
      AND held.valid_from <= %(day)s AND (held.valid_to IS NULL OR held.valid_to > %(day)s)
    UNION
    SELECT held.unit_id FROM accounts_roleassignment held
    JOIN delegation_delegation given ON given.held_id = held.id
    JOIN accounts_account giver ON giver.id = given.giver_id
    WHERE given.delegate_id = %(account)s AND held.unit_id IS NOT NULL AND held.role IN (LENT) AND giver.is_active
      AND held.valid_from <= %(day)s AND (held.valid_to IS NULL OR held.valid_to > %(day)s)
      AND given.valid_from <= %(day)s AND given.valid_to > %(day)s
      AND (given.taken_back_on IS NULL OR given.taken_back_on > %(day)s)
      AND (given.scope = '' OR given.scope LIKE %(word)s)
    UNION
    SELECT version.unit_id FROM organisations_unitversion version JOIN below ON version.parent_id = below.id
    WHERE version.valid_from <= %(day)s AND (version.valid_to IS NULL OR version.valid_to > %(day)s)
) SELECT id FROM below"""

#: What somebody may do: renewed by triggers with every account, role and delegation.
ACCOUNTS = asked_together("accounts_edition")
#: So many people a process keeps with what they may do.
MOST = 1_000
_PLACE = re.compile(r"%\((\w+)\)s")


class NotAllowed(TinhsoError):
    """The person is known, and has no role that allows it."""

    code: ClassVar[str] = "not_allowed"
    status: ClassVar[int] = 403
    sentence = "Tài khoản của bạn không được {what}."


class Stranger(NotAllowed):
    """The person has no role of the office at all: for him there is nothing here, and no word says otherwise."""

    code: ClassVar[str] = "nothing_here"
    status: ClassVar[int] = 404
    sentence = "Không có gì ở đây, hoặc mục này không thuộc phạm vi của bạn."


class NotSignedIn(TinhsoError):
    """Nobody is known; routes ask for a sign-in before, so this is for code called without one."""

    code: ClassVar[str] = "not_signed_in"
    status: ClassVar[int] = 401
    sentence = "Bạn cần đăng nhập."


@dataclass(frozen=True, slots=True)
class Lent:
    """A role of somebody else by which the account acts on that day, and what it may do by it."""

    held: RoleAssignment
    verbs: frozenset[Verb]


@dataclass(frozen=True, slots=True)
class Standing:
    """The roles an account holds on a day, the first one first, and those that others have delegated to it."""

    account: Account
    day: date
    roles: tuple[RoleAssignment, ...]
    lent: tuple[Lent, ...] = ()

    def may(self, verb: Verb) -> bool:
        """Whether some role allows it, its own or a delegated one, at whatever unit."""
        return self.may_itself(verb) or any(verb in each.verbs for each in self.lent)

    def may_itself(self, verb: Verb) -> bool:
        """Whether one of its own roles allows it."""
        return any(verb in GRANTS[Role(held.role)] for held in self.roles)

    def require(self, verb: Verb) -> None:
        """Refuse with one sentence unless some role allows it. Raises NotAllowed; Stranger for who may nothing at all.

        What is written next is recorded "thay mặt …" when only a delegated role allows it.
        """
        if not self.may(verb):
            raise NotAllowed(what=verb.label) if self.verbs() else Stranger
        if givers := self.in_name_of(verb):
            act_for(self.account.username, " hoặc ".join(giver.username for giver in givers))

    def in_name_of(self, verb: Verb) -> list[Account]:
        """For whom the account does the verb; nobody when it may do it itself. More than one when several delegated it
        (at different units): then only the unit can tell."""
        if self.may_itself(verb):
            return []
        return list(dict.fromkeys(each.held.account for each in self.lent if verb in each.verbs))

    def units(self, verb: Verb) -> tuple[int, ...]:
        """The units at which the account holds a role that allows the verb, or is lent one; not those below."""
        own = [role.unit_id for role in self.roles if verb in GRANTS[Role(role.role)]]
        lent = [each.held.unit_id for each in self.lent if verb in each.verbs]
        return tuple(dict.fromkeys(unit for unit in (*own, *lent) if unit))

    def verbs(self) -> frozenset[Verb]:
        """Everything the roles together allow."""
        own = (GRANTS[Role(held.role)] for held in self.roles)
        return frozenset().union(*own, *(each.verbs for each in self.lent))


_kept: Kept[tuple[int, date], tuple[tuple[RoleAssignment, ...], tuple[Lent, ...]]] = Kept(MOST)


def person(request: HttpRequest) -> Account:
    """Who sent the request. Raises NotSignedIn."""
    if isinstance(request.user, Account):
        return request.user
    raise NotSignedIn


def standing(account: Account, on: date | None = None) -> Standing:
    """The roles on a day (today unless said), kept until an account, a role, a delegation or a unit changes: one query
    then, three at first and four for a delegate; none when asked again of the same account object."""
    day = on or timezone.localdate()
    known: dict[date, Standing] = account.__dict__.setdefault("_standings", {})
    if day not in known:
        known[day] = _standing(account, day)
    return known[day]


def units_where(account: Account, verb: Verb, on: date | None = None) -> QuerySet[Unit]:
    """The units at which the person may do the verb, by own or delegated roles, and all below them on that day.

    A queryset to put inside another one, so that a permission is part of the one SQL that fetches:
    ``Task.objects.filter(assignments__unit__in=units_where(account, Verb.REPORT))``.
    """
    day = on or timezone.localdate()
    below = _BELOW.replace("ROLES", _listed(roles_that_may(verb))).replace("LENT", _listed(roles_that_lend(verb)))
    values = {"account": account.pk, "day": day, "word": "%" if verb in SEEING else f"% {verb} %"}
    params = [values[name] for name in _PLACE.findall(below)]
    return Unit.objects.filter(id__in=RawSQL(_PLACE.sub("%s", below), params))  # noqa: S611 - only our own roles are written into it


def require(request: HttpRequest, verb: Verb) -> Account:
    """The person who sent the request, who may do the verb. Raises NotSignedIn, NotAllowed, Stranger."""
    account = person(request)
    standing(account).require(verb)
    return account


def _standing(account: Account, day: date) -> Standing:
    label = edition(ACCOUNTS, ORGANISATIONS)
    roles, lent = _kept.one((account.pk, day), label, lambda: (_own_of(account, day), _lent_to(account, day)))
    return Standing(account, day, roles, lent)


def _own_of(account: Account, day: date) -> tuple[RoleAssignment, ...]:
    own = RoleAssignment.objects.valid_on(day).filter(account=account)
    return tuple(own.select_related("account", "post", "unit").order_by("id"))


def _lent_to(account: Account, day: date) -> tuple[Lent, ...]:
    """The roles of others; what they are is asked only for the few to whom anything was ever delegated."""
    if not Delegation.objects.filter(delegate=account).exists():
        return ()
    given = FilteredRelation("delegations", condition=in_force(day, "delegations__") & Q(delegations__delegate=account))
    rows = (
        RoleAssignment.objects.valid_on(day)
        .annotate(lending=given)
        .filter(lending__isnull=False, lending__giver__is_active=True)
        .exclude(account=account)
        .exclude(role=Role.ADMINISTRATOR)
        .annotate(scope=F("lending__scope"))
        .select_related("account", "post", "unit")
        .order_by("id")
    )
    return tuple(Lent(row, _lent(row)) for row in rows)


def _lent(row: RoleAssignment) -> frozenset[Verb]:
    """What the delegation names, and to see what that is about."""
    role = Role(row.role)
    return verbs_given(role, vars(row)["scope"]) | (GRANTS[role] & SEEING)


def _listed(roles: Iterable[Role]) -> str:
    """For an SQL list; the words are those of the table above and no person's."""
    return ", ".join(f"'{role}'" for role in sorted(roles)) or "NULL"
