"""Việc của tôi: what waits for me, my units' tasks by date, my people's load."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.calendar.remaining import last_day_in_time, time_left
from tinhso.lib.calendar.working import Calendar
from tinhso.steering.following.inbox import count_unread
from tinhso.steering.following.laying import Laid, laid_out
from tinhso.steering.following.led import SOON, Due, last_entries, led_by_due, loads
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.following.reach import own_units
from tinhso.steering.following.waiting import Desk, desk_of
from tinhso.steering.pages.asked import day_asked, programmes_seen
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.work.own_reports import desk_rows
from tinhso.steering.pages.work.own_waiting import items_of
from tinhso.steering.programmes.models import Programme, Task
from tinhso.surfaces.web.carrying.asking import leaf

#: How many tasks one part of the page shows, and how many reports; carried away it has them all.
_MOST = 40
#: The parts of the page, each with its tone.
_HEADINGS = {
    Due.OVERDUE: ("Đã quá hạn", "bad"),
    Due.SOON: (f"Đến hạn trong {SOON.days} ngày", "warn"),
    Due.LATER: ("Về sau", "info"),
    Due.UNDATED: ("Chưa có ngày", "neutral"),
    Due.STANDING: ("Việc thường xuyên", "neutral"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A task of the person's units, with what was last said of it and a key for one tap."""

    task: Task
    left: str
    last: ProgressEntry | None
    once: str = field(default_factory=one_time_key)


@dataclass(frozen=True, slots=True)
class Part:
    """Tasks that are due alike: how many there are, and the first of them."""

    words: str
    tone: str
    count: int
    rows: list[Row]


@require_safe
def own_work(request: HttpRequest) -> HttpResponse:
    """Everything for one person, over all running programmes."""
    account, today = require(request, Verb.READ_PROGRAMMES), timezone.localdate()
    refuse_unknown(request, ())
    programmes = programmes_seen(request)
    shown_on = demonstrated_on(programmes)
    day = day_asked(request) or shown_on or today
    desk = desk_of(account, day, programmes)
    reports = desk_rows(account, day, programmes)
    keys, most = led_by_due(desk), leaf(request, _MOST)
    laid = laid_out(desk, [key for part in keys.values() for key in part[:most]])
    items, waiting = items_of(laid), [row for row in reports if row.waits]
    context = {
        "items": items,
        "waiting_reports": waiting,
        "waits": len(items) + len(waiting),
        "other_reports": [row for row in reports if not row.waits],
        "most": most,
        "parts": list(_parts(keys, laid, desk, most=most)),
        "loads": loads(laid.team, day),
        "unread": count_unread(account, today),
        "reports": bool(own_units(account, Verb.REPORT, day)),
        "day": day,
        "is_today": day == today,
        "demonstrated_on": shown_on,
    }
    return render(request, "work/own.html", context)


def demonstrated_on(programmes: Iterable[Programme]) -> date | None:
    """The day at which the demonstration stands, where there is nothing but one."""
    days = {each.demonstration_on for each in programmes if each.is_running}
    return days.pop() if len(days) == 1 else None


def _parts(keys: Mapping[Due, list[int]], laid: Laid, desk: Desk, *, most: int) -> Iterator[Part]:
    """The open tasks of the person's units in parts; one query, however many parts there are."""
    shown = [key for part in keys.values() for key in part[:most]]
    last, calendar = last_entries(shown), office_calendar()
    for due, part in keys.items():
        words, tone = _HEADINGS[due]
        tasks = [laid.tasks[key] for key in part[:most]]
        if part:
            rows = [Row(task, _left(task, desk, calendar), last.get(task.pk)) for task in tasks]
            yield Part(words, tone, len(part), rows)


def _left(task: Task, desk: Desk, calendar: Calendar) -> str:
    if task.due_on is None or task.standing:
        return ""
    counts = not desk.programmes[task.programme_id].named_day_is_late
    last = last_day_in_time(task.due_on, before=task.due_before, due_day_counts=counts)
    return time_left(calendar, today=desk.day, last_day=last)
