"""Whoever saves first: an item changes only for the person who saw the version that stands."""

from typing import Any

from django.db.models import F
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Acceptance, Item
from tinhso.steering.programmes.refusals import ChangedMeanwhile

Columns = dict[str, Any]


def claim(item: Item, version: int, columns: Columns) -> None:
    """Set the columns and raise the version, if it is still the one that the person saw. Raises ChangedMeanwhile."""
    same = type(item)._default_manager.filter(pk=item.pk, version=version)
    if not same.update(version=F("version") + 1, **columns):
        theirs = type(item)._default_manager.values_list("version", flat=True).get(pk=item.pk)
        raise ChangedMeanwhile(mine=version, theirs=theirs)
    item.refresh_from_db()


def accepted(by: Account) -> Columns:
    """The columns of an item that a person stands behind as it was read."""
    return {"acceptance": Acceptance.ACCEPTED, "accepted_by": by, "accepted_at": timezone.now()}


def corrected(by: Account) -> Columns:
    """The columns of an item that a person has changed, or made."""
    return {**accepted(by), "acceptance": Acceptance.CORRECTED}
