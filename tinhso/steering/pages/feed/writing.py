"""Days as an iCalendar (RFC 5545): all-day events that a calendar program knows again when they change."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from tinhso.steering.pages.feed.dated import Dated

_LONGEST = 200


def written(name: str, days: Iterable[Dated], *, whole: Callable[[str], str]) -> bytes:
    """The calendar; ``whole`` makes a whole address of one of ours."""
    calendar = Calendar()
    calendar.add("prodid", "-//tinhso//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    calendar.add("refresh-interval", timedelta(hours=4), parameters={"VALUE": "DURATION"})
    for each in days:
        calendar.add_component(_event(each, whole))
    content: bytes = calendar.to_ical()
    return content


def _event(each: Dated, whole: Callable[[str], str]) -> Event:
    event = Event()
    event.add("uid", f"{each.key}@tinhso")
    # Of the day, not of the asking: what has not changed is written as it was.
    event.add("dtstamp", datetime(each.day.year, each.day.month, each.day.day, tzinfo=UTC))
    event.add("dtstart", each.day)
    event.add("dtend", each.day + timedelta(days=1))
    event.add("summary", _short(each.title))
    event.add("description", each.words)
    event.add("url", whole(each.address))
    event.add("sequence", each.version)
    event.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
