"""Việc của tôi: what waits for me, my units' tasks by date, my people's load."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.calendar.remaining import last_day_in_time, time_left
from tinhso.lib.calendar.working import Calendar
from tinhso.steering.following.inbox import count_unread
from tinhso.steering.following.models import PersonalWork, ProgressEntry
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.following.reach import own_units
from tinhso.steering.following.serving import serving
from tinhso.steering.following.waiting import Desk, Led, desk_of
from tinhso.steering.pages.asked import day_asked, programmes_seen
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.work.own_desk import Laid, laid_out
from tinhso.steering.pages.work.own_waiting import items_of
from tinhso.steering.programmes.models import Programme, Task

#: How far ahead "sắp đến hạn" looks, and how many tasks one part of the page shows.
_SOON, _MOST = timedelta(days=30), 40
#: The parts of the page, each with its tone.
HEADINGS = (
    ("Đã quá hạn", "bad"),
    (f"Đến hạn trong {_SOON.days} ngày", "warn"),
    ("Về sau", "info"),
    ("Chưa có ngày", "neutral"),
    ("Việc thường xuyên", "neutral"),
)


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


@dataclass(slots=True)
class Load:
    """What one person has on his desk."""

    person: Account
    open: int = 0
    overdue: int = 0
    gone: list[PersonalWork] = field(default_factory=list)


@require_safe
def own_work(request: HttpRequest) -> HttpResponse:
    """Everything for one person, over all running programmes."""
    account, today = require(request, Verb.READ_PROGRAMMES), timezone.localdate()
    refuse_unknown(request, ())
    programmes = programmes_seen(request)
    shown_on = demonstrated_on(programmes)
    day = day_asked(request) or shown_on or today
    desk = desk_of(account, day, programmes)
    keys = _keys_of_parts(desk)
    laid = laid_out(desk, [key for part in keys.values() for key in part[:_MOST]])
    context = {
        "items": items_of(laid),
        "parts": list(_parts(keys, laid, desk)),
        "loads": _loads(laid.team, day),
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


def _keys_of_parts(desk: Desk) -> dict[tuple[str, str], list[int]]:
    """Heading and tone → the keys of its open tasks, in their order."""
    parts: dict[tuple[str, str], list[int]] = {heading: [] for heading in HEADINGS}
    late, soon, later, undated, standing = parts.values()
    for each in sorted(desk.led, key=_by_date):
        if each.completed_on is not None and each.completed_on <= desk.day:
            continue
        if each.standing:
            standing.append(each.task)
        elif each.due_on is None:
            undated.append(each.task)
        else:
            days = late if each.due_on < desk.day else soon if each.due_on <= desk.day + _SOON else later
            days.append(each.task)
    return parts


def _by_date(each: Led) -> tuple[bool, date, int, int]:
    return each.due_on is None, each.due_on or date.max, each.position, each.task


def _parts(keys: Mapping[tuple[str, str], list[int]], laid: Laid, desk: Desk) -> Iterator[Part]:
    """The open tasks of the person's units in parts; one query, however many parts there are."""
    shown = [key for part in keys.values() for key in part[:_MOST]]
    last, calendar = _last_entries(shown), office_calendar()
    for (words, tone), part in keys.items():
        tasks = [laid.tasks[key] for key in part[:_MOST]]
        if part:
            rows = [Row(task, _left(task, desk, calendar), last.get(task.pk)) for task in tasks]
            yield Part(words, tone, len(part), rows)


def _last_entries(tasks: list[int]) -> dict[int, ProgressEntry]:
    """Task → what was last said of it: of an entry only what, and of which day."""
    if not tasks:
        return {}
    entries = ProgressEntry.objects.in_force().filter(task__in=tasks).order_by("day", "pk").only("task", "day", "said")
    return {entry.task_id: entry for entry in entries}


def _left(task: Task, desk: Desk, calendar: Calendar) -> str:
    if task.due_on is None or task.standing:
        return ""
    counts = not desk.programmes[task.programme_id].named_day_is_late
    last = last_day_in_time(task.due_on, before=task.due_before, due_day_counts=counts)
    return time_left(calendar, today=desk.day, last_day=last)


def _loads(team: list[PersonalWork], day: date) -> list[Load]:
    """Who of the unit has how much; the work of those who have left stands by itself."""
    loads, staying = dict[int, Load](), serving({work.person_id for work in team}, day)
    for work in team:
        load = loads.setdefault(work.person_id, Load(work.person))
        load.open += 1
        load.overdue += bool(work.due_on and work.due_on < day)
        if work.person_id not in staying:
            load.gone.append(work)
    return sorted(loads.values(), key=lambda load: (-len(load.gone), -load.overdue, -load.open))
