"""The unit whose posts are shown or kept."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.offices.keeping import keeps_posts
from tinhso.kernel.accounts.offices.refusals import NotYourUnit
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.models import Unit, UnitVersion


@dataclass(frozen=True, slots=True)
class Office:
    """A unit as it is called now (or was last), and who asks about it."""

    unit: Unit
    name: str
    account: Account
    may_keep: bool


def office(request: HttpRequest, key: str) -> Office:
    """For whoever may read organisations."""
    account = require(request, Verb.READ_ORGANISATIONS)
    unit = get_object_or_404(Unit, key=key)
    versions = UnitVersion.objects.filter(unit=unit, valid_from__lte=timezone.localdate()).order_by("-valid_from")
    newest = versions.first()
    return Office(unit, newest.name if newest else key, account, keeps_posts(account, unit))


def kept_office(request: HttpRequest, key: str) -> Office:
    """For whoever keeps the posts of this unit. Raises NotYourUnit."""
    found = office(request, key)
    if not found.may_keep:
        raise NotYourUnit
    return found
