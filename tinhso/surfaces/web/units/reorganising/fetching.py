"""A draft for whoever keeps the organisations, and the units that its forms offer."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.reorganisations.models import Deed, Draft, Line
from tinhso.surfaces.web.units.choosing import Offer, offers


@dataclass(frozen=True, slots=True)
class Asked:
    """A draft and who works on it."""

    draft: Draft
    account: Account


def asked(request: HttpRequest, draft: int) -> Asked:
    """The draft by its key. Raises NotSignedIn, NotAllowed."""
    account = require(request, Verb.KEEP_ORGANISATIONS)
    drafts = Draft.objects.select_related("prepared_by", "paper__content").prefetch_related("lines")
    return Asked(get_object_or_404(drafts, pk=draft), account)


def offered(day: date) -> list[Offer]:
    """The units of the day before a day of effect, and those that its drafts make; two queries."""
    standing = UnitVersion.objects.valid_on(day - timedelta(days=1)).select_related("unit").in_order()
    fresh = Line.objects.filter(draft__effective_on=day, draft__state=Draft.State.DRAFT, deed=Deed.ESTABLISH)
    return [*offers(standing), *(Offer(line.unit, line.name) for line in fresh)]
