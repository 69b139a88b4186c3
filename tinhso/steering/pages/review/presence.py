"""Who else reviews the programme now, and what they did since a moment."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.review.kinds import KINDS
from tinhso.steering.programmes.models import Acceptance, Edit, Programme, Reviewer

#: Whoever was there within this time is told as present.
PRESENT = timedelta(minutes=5)
#: A presence is written down again after this time: every writing is an entry of the log.
WRITTEN_EVERY = timedelta(minutes=2)
#: What was done before the page was opened is told for this long.
RECENTLY = timedelta(minutes=10)
#: So many deeds are told one by one.
MOST = 8


@dataclass(frozen=True, slots=True)
class Others:
    """The people present, their deeds since the moment, and how many items each accepted since."""

    present: Sequence[Reviewer]
    edits: Sequence[Edit]
    accepted: Sequence[tuple[str, int]]
    since: datetime


def others(programme: Programme, account: Account, since: datetime) -> Others:
    """What a person is told of the others; a constant number of queries."""
    now = timezone.now()
    present = Reviewer.objects.filter(programme=programme, seen_at__gte=now - PRESENT).exclude(account=account)
    edits = Edit.objects.filter(programme=programme, at__gt=since).exclude(by=account).newest_first()
    return Others(
        list(present.select_related("account")),
        list(edits.select_related("by", "task", "indicator", "duty")[:MOST]),
        _accepted(programme, account, since),
        since,
    )


def be_present(programme: Programme, account: Account) -> None:
    """Write down that the person is there, unless that was written a moment ago."""
    now = timezone.now()
    known = Reviewer.objects.filter(programme=programme, account=account)
    if not known.filter(seen_at__gt=now - WRITTEN_EVERY).exists():
        Reviewer.objects.update_or_create(programme=programme, account=account, defaults={"seen_at": now})


def moment(written: str) -> datetime:
    """The moment that a page wrote into its address, at most a working day ago; else a few minutes ago."""
    now = timezone.now()
    found = _parsed(written)
    return found if found and now - timedelta(hours=12) < found <= now else now - RECENTLY


def _parsed(written: str) -> datetime | None:
    try:
        found = parse_datetime(written)
    except ValueError:
        return None
    return found if found and timezone.is_aware(found) else None


def _accepted(programme: Programme, account: Account, since: datetime) -> list[tuple[str, int]]:
    people: Counter[str] = Counter()
    for kind in KINDS.values():
        rows = kind.model._default_manager.filter(
            programme=programme, accepted_at__gt=since, acceptance=Acceptance.ACCEPTED
        ).exclude(accepted_by=account)
        people.update(rows.values_list("accepted_by__display_name", flat=True))
    return people.most_common()
