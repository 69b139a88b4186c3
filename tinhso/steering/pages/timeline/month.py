"""What is due in one month, day by day."""

from calendar import Calendar as Weeks
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tinhso.lib.calendar.working import Calendar
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_rows import TONES
from tinhso.steering.programmes.models import Deliverable, Duty
from tinhso.steering.programmes.states import TaskState, state_on
from tinhso.steering.programmes.task_queries import TaskQuerySet

#: So many things stand in a day's cell; who wants the others opens the list of that day.
MOST = 4
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Due:
    """One thing due: a task, a product or a report."""

    what: str
    code: str
    text: str
    tone: str
    address: str


@dataclass(slots=True)
class Day:
    """A day of the calendar; ``outside`` when it belongs to a neighbour month."""

    day: date
    outside: bool
    off: str
    is_today: bool
    due: list[Due] = field(default_factory=list)

    @property
    def holiday(self) -> str:
        """Why a day from Monday to Friday is off; that Saturdays are everybody knows."""
        return self.off if self.day.weekday() < _SATURDAY else ""

    @property
    def shown(self) -> list[Due]:
        """Those that have room."""
        return self.due[:MOST]

    @property
    def further(self) -> int:
        """How many have none."""
        return max(0, len(self.due) - MOST)


def weeks_of(first: date, tasks: TaskQuerySet, *, asked: Asked, calendar: Calendar) -> list[list[Day]]:
    """The weeks of the month that begins on ``first``, Mondays first; three queries."""
    due = _due(first, tasks, asked)
    return [
        [_day(day, first, due.get(day, []), asked=asked, calendar=calendar) for day in week]
        for week in Weeks().monthdatescalendar(first.year, first.month)
    ]


def _day(day: date, first: date, due: list[Due], *, asked: Asked, calendar: Calendar) -> Day:
    outside = (day.year, day.month) != (first.year, first.month)
    return Day(day, outside, calendar.day_off(day) or "", day == asked.today, [] if outside else due)


def _due(first: date, tasks: TaskQuerySet, asked: Asked) -> dict[date, list[Due]]:
    found: dict[date, list[Due]] = defaultdict(list)
    within = {"due_on__year": first.year, "due_on__month": first.month}
    for day, due in (*_tasks(tasks, within, asked), *_products(tasks, within, asked), *_duties(within, asked)):
        if day:
            found[day].append(due)
    return found


def _tasks(tasks: TaskQuerySet, within: dict[str, int], asked: Asked) -> Sequence[tuple[date | None, Due]]:
    rows = tasks.filter(**within).annotate(state=state_on(asked.day)).order_by("position", "pk")
    return [
        (due, Due("Nhiệm vụ", code, text, TONES[TaskState(state)], asked.link_to_task(key)))
        for due, code, text, state, key in rows.values_list("due_on", "code", "text", "state", "pk")
    ]


def _products(tasks: TaskQuerySet, within: dict[str, int], asked: Asked) -> Sequence[tuple[date | None, Due]]:
    """Products with a day of their own, not the task's."""
    rows = Deliverable.objects.current().filter(task__in=tasks.order_by(), **within).order_by("position", "pk")
    found = rows.exclude(due_basis="inferred").values_list("due_on", "task__code", "text", "task")
    return [(due, Due("Sản phẩm", code, text, "neutral", asked.link_to_task(key))) for due, code, text, key in found]


def _duties(within: dict[str, int], asked: Asked) -> Sequence[tuple[date | None, Due]]:
    rows = Duty.objects.current().filter(programme=asked.programme, **within).order_by("position")
    address = asked.link("plan_text")
    found = rows.values_list("due_on", "what", "position")
    return [(due, Due("Báo cáo", "", what, "neutral", f"{address}#c{place}")) for due, what, place in found]
