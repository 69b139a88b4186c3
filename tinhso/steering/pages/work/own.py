"""Việc của tôi: what waits for me, my units' tasks by date, my people's load."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import F, Q
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
from tinhso.steering.following.inbox import unread
from tinhso.steering.following.models import PersonalWork, ProgressEntry
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.following.reach import own_units
from tinhso.steering.following.waiting import Desk, desk_of
from tinhso.steering.pages.asked import day_asked
from tinhso.steering.pages.parameters import refuse_unknown
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
    shown_on = demonstrated_on(account, today)
    day = day_asked(request) or shown_on or today
    desk = desk_of(account, day)
    context = {
        "items": items_of(desk),
        "parts": list(_parts(desk)),
        "loads": _loads(desk),
        "unread": unread(account, today).count(),
        "reports": bool(own_units(account, Verb.REPORT, day)),
        "day": day,
        "is_today": day == today,
        "demonstrated_on": shown_on,
    }
    return render(request, "work/own.html", context)


def demonstrated_on(account: Account, today: date) -> date | None:
    """The day at which the demonstration stands, where there is nothing but one."""
    running = Programme.objects.visible_to(account, today).filter(state=Programme.State.RUNNING)
    days = set(running.order_by().values_list("demonstration_on", flat=True))
    return days.pop() if len(days) == 1 else None


def _parts(desk: Desk) -> Iterator[Part]:
    """The open tasks of the person's units in parts; three queries, however many parts there are."""
    keys = _keys_of_parts(desk)
    shown = [key for part in keys.values() for key in part[:_MOST]]
    rows = {row.task.pk: row for row in _rows(shown, desk)}
    for (words, tone), part in keys.items():
        if part:
            yield Part(words, tone, len(part), [rows[key] for key in part[:_MOST]])


def _keys_of_parts(desk: Desk) -> dict[tuple[str, str], list[int]]:
    """Heading and tone → the keys of its tasks, in their order."""
    parts: dict[tuple[str, str], list[int]] = {heading: [] for heading in HEADINGS}
    late, soon, later, undated, standing = parts.values()
    open_tasks = desk.led().filter(Q(completed_on__isnull=True) | Q(completed_on__gt=desk.day))
    ordered = open_tasks.order_by(F("due_on").asc(nulls_last=True), "position", "pk")
    for key, due_on, stands in ordered.values_list("pk", "due_on", "standing"):
        if stands:
            standing.append(key)
        elif due_on is None:
            undated.append(key)
        else:
            (late if due_on < desk.day else soon if due_on <= desk.day + _SOON else later).append(key)
    return parts


def _rows(keys: list[int], desk: Desk) -> list[Row]:
    tasks, calendar = Task.objects.filter(pk__in=keys).select_related("programme"), office_calendar()
    entries = ProgressEntry.objects.in_force().filter(task__in=keys).order_by("day", "pk").select_related("account")
    last = {entry.task_id: entry for entry in entries}
    return [Row(task, _left(task, desk.day, calendar), last.get(task.pk)) for task in tasks]


def _left(task: Task, day: date, calendar: Calendar) -> str:
    if task.due_on is None or task.standing:
        return ""
    counts = not task.programme.named_day_is_late
    last = last_day_in_time(task.due_on, before=task.due_before, due_day_counts=counts)
    return time_left(calendar, today=day, last_day=last)


def _loads(desk: Desk) -> list[Load]:
    """Who of the unit has how much; the work of those who have left stands by itself."""
    works, loads = list(desk.team()), dict[int, Load]()
    left_behind = PersonalWork.objects.left_behind(desk.day).filter(pk__in=[work.pk for work in works])
    gone = set(left_behind.values_list("pk", flat=True))
    for work in works:
        load = loads.setdefault(work.person_id, Load(work.person))
        load.open += 1
        load.overdue += bool(work.due_on and work.due_on < desk.day)
        if work.pk in gone:
            load.gone.append(work)
    return sorted(loads.values(), key=lambda load: (-len(load.gone), -load.overdue, -load.open))
