"""The identities of an account as a page lists them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tinhso.kernel.accounts.models import Account, Identity
from tinhso.surfaces.web.door.provider import label_of


@dataclass(frozen=True, slots=True)
class Linked:
    """One of them; ``away`` is where it is let go."""

    label: str
    hint: str
    linked_at: datetime
    away: str


def linked(account: Account, away: Callable[[int], str]) -> list[Linked]:
    """All of them, by provider."""
    held = Identity.objects.filter(account=account)
    return [Linked(label_of(each.provider), each.hint, each.linked_at, away(each.pk)) for each in held]
