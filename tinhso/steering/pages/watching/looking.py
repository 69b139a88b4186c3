"""Since when a person is told what has changed: since the visit before this one."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.watching.models import Look

#: Who comes back within so long is still on the same visit.
VISIT = timedelta(hours=4)
#: Who has never looked, or looks at another day than today, is told of so many days.
FIRST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Window:
    """From a moment to the end of the day looked at. ``personal`` when it begins with the person's own last visit."""

    since: datetime
    until: datetime
    personal: bool


def window_of(about: Asked) -> Window:
    """What is new to this person; notes the visit, once in a visit."""
    until = end_of(about)
    if not about.is_today:
        return Window(until - FIRST, until, personal=False)
    now = timezone.now()
    seen, first = Look.objects.get_or_create(
        account=about.account, programme=about.programme, defaults={"visited_at": now, "looked_at": now - FIRST}
    )
    if not first and now - seen.visited_at >= VISIT:
        Look.objects.filter(pk=seen.pk, visited_at=seen.visited_at).update(visited_at=now, looked_at=seen.visited_at)
        seen.refresh_from_db()
    return Window(seen.looked_at, until, personal=seen.visited_at - seen.looked_at != FIRST)


def end_of(about: Asked) -> datetime:
    """The end of the day looked at."""
    return timezone.make_aware(datetime.combine(about.day, time.max))
