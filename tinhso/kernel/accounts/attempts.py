"""How often something may be tried, by one account and from one address; counted in the database for all workers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from django.utils import timezone

from tinhso.kernel.accounts.models import Account, Attempt
from tinhso.lib.errors import TinhsoError

_KEPT = timedelta(days=1)


class TooManyAttempts(TinhsoError):
    """Tried too often; further attempts do not lengthen the wait."""

    code: ClassVar[str] = "too_many_attempts"
    status: ClassVar[int] = 429
    sentence = "Đã thử quá nhiều lần. Hãy thử lại sau {until}."


@dataclass(frozen=True, slots=True)
class Limit:
    """So many attempts within a time by one account, and so many from one address (an office shares one)."""

    deed: str
    by_account: int
    by_address: int
    within: timedelta


PASSWORD = Limit("password", by_account=60, by_address=200, within=timedelta(hours=1))
SECOND_STEP = Limit("second_step", by_account=5, by_address=60, within=timedelta(minutes=15))
CONFIRMATION = Limit("confirmation", by_account=5, by_address=60, within=timedelta(minutes=15))
RESET = Limit("reset", by_account=3, by_address=30, within=timedelta(hours=1))
LINK = Limit("link", by_account=20, by_address=30, within=timedelta(minutes=15))
PROVIDER = Limit("provider", by_account=20, by_address=60, within=timedelta(minutes=15))


def require(limit: Limit, *, who: Account | None, address: str) -> None:
    """Refuse when either has been reached. Raises TooManyAttempts."""
    lately = Attempt.objects.lately(limit.deed, limit.within)
    moments = [_nth(list(lately.filter(address=address)[: limit.by_address]), limit.by_address)]
    if who is not None:
        moments.append(_nth(list(lately.filter(subject=str(who.pk))[: limit.by_account]), limit.by_account))
    reached = [moment for moment in moments if moment]
    if reached:
        raise TooManyAttempts(until=f"{timezone.localtime(max(reached) + limit.within):%H giờ %M}")


def count(limit: Limit, *, who: Account | None, address: str) -> None:
    """One more; those that count no longer are dropped."""
    Attempt.objects.filter(deed=limit.deed, at__lt=timezone.now() - _KEPT).delete()
    Attempt.objects.create(deed=limit.deed, subject="" if who is None else str(who.pk), address=address)


def forget(limit: Limit, *, who: Account) -> None:
    """It went well: the account's attempts count no more."""
    Attempt.objects.filter(deed=limit.deed, subject=str(who.pk)).delete()


def _nth(attempts: list[Attempt], number: int) -> datetime | None:
    return attempts[number - 1].at if len(attempts) >= number else None
