"""What an account is and may do on a day: its roles, its units and everything below them."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.http import HttpRequest
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import GRANTS, Role, Verb, roles_that_may
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.errors import TinhsoError

_BELOW = """
WITH RECURSIVE below(id) AS (
    SELECT unit_id FROM accounts_roleassignment
    WHERE account_id = %s AND unit_id IS NOT NULL AND role IN (ROLES)
      AND valid_from <= %s AND (valid_to IS NULL OR valid_to > %s)
    UNION
    SELECT version.unit_id FROM organisations_unitversion version JOIN below ON version.parent_id = below.id
    WHERE version.valid_from <= %s AND (version.valid_to IS NULL OR version.valid_to > %s)
) SELECT id FROM below"""


class NotAllowed(TinhsoError):
    """The person is known, and has no role that allows it."""

    code: ClassVar[str] = "not_allowed"
    status: ClassVar[int] = 403
    sentence = "Tài khoản của bạn không được {what}."


class NotSignedIn(TinhsoError):
    """Nobody is known; routes ask for a sign-in before, so this is for code called without one."""

    code: ClassVar[str] = "not_signed_in"
    status: ClassVar[int] = 401
    sentence = "Bạn cần đăng nhập."


@dataclass(frozen=True, slots=True)
class Standing:
    """The roles an account holds on a day, the first one first."""

    account: Account
    day: date
    roles: tuple[RoleAssignment, ...]

    def may(self, verb: Verb) -> bool:
        """Whether some role allows it, at whatever unit."""
        return any(verb in GRANTS[Role(held.role)] for held in self.roles)

    def require(self, verb: Verb) -> None:
        """Refuse with one sentence unless some role allows it. Raises NotAllowed."""
        if not self.may(verb):
            raise NotAllowed(what=verb.label)

    def verbs(self) -> frozenset[Verb]:
        """Everything the roles together allow."""
        return frozenset().union(*(GRANTS[Role(held.role)] for held in self.roles))


def person(request: HttpRequest) -> Account:
    """Who sent the request. Raises NotSignedIn."""
    if isinstance(request.user, Account):
        return request.user
    raise NotSignedIn


def standing(account: Account, on: date | None = None) -> Standing:
    """The roles on a day (today unless said), one query; asked again of the same account object, none."""
    day = on or timezone.localdate()
    known: dict[date, Standing] = account.__dict__.setdefault("_standings", {})
    if day not in known:
        held = RoleAssignment.objects.of(account).valid_on(day).select_related("post", "unit").order_by("id")
        known[day] = Standing(account, day, tuple(held))
    return known[day]


def units_where(account: Account, verb: Verb, on: date | None = None) -> QuerySet[Unit]:
    """The units at which the person may do the verb, and all below them on that day.

    A queryset to put inside another one, so that a permission is part of the one SQL that fetches:
    ``Task.objects.filter(assignments__unit__in=units_where(account, Verb.REPORT))``.
    """
    day = on or timezone.localdate()
    roles = sorted(roles_that_may(verb))
    below = _BELOW.replace("ROLES", ", ".join(["%s"] * len(roles)) or "NULL")
    return Unit.objects.filter(id__in=RawSQL(below, (account.pk, *roles, day, day, day, day)))  # noqa: S611 - only the number of placeholders varies


def require(request: HttpRequest, verb: Verb) -> Account:
    """The person who sent the request, who may do the verb. Raises NotSignedIn, NotAllowed."""
    account = person(request)
    standing(account).require(verb)
    return account
