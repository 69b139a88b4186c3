"""Since when a person is told what has changed: since the visit before this one."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from tinhso.steering.following.news import FIRST, newcomers
from tinhso.steering.following.silence import end_of
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.watching.models import Look
from tinhso.surfaces.web.templatetags.web import day, moment

#: Who comes back within so long is still on the same visit.
VISIT = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Window:
    """From a moment to the end of the day looked at. ``personal`` when it begins with the person's own last visit."""

    since: datetime
    until: datetime
    personal: bool

    @property
    def told(self) -> str:
        """Since when, in words: a day from its beginning by its date alone."""
        whole_day = timezone.localtime(self.since).time() == time.min
        return day(self.since) if whole_day else moment(self.since)


def window_of(about: Asked) -> Window:
    """What is new to this person; notes the visit, once in a visit."""
    until = end_of(about.day)
    if not about.is_today:
        return Window(newcomers(until), until, personal=False)
    now = timezone.now()
    seen, first = Look.objects.get_or_create(
        account=about.account, programme=about.programme, defaults={"visited_at": now, "looked_at": now - FIRST}
    )
    if not first and now - seen.visited_at >= VISIT:
        Look.objects.filter(pk=seen.pk, visited_at=seen.visited_at).update(visited_at=now, looked_at=seen.visited_at)
        seen.refresh_from_db()
    personal = seen.visited_at - seen.looked_at != FIRST
    return Window(seen.looked_at if personal else newcomers(until), until, personal=personal)
