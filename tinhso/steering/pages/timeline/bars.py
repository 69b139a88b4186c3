"""A task as a bar: from its start to its due day, what was done, what is overdue, its products as ticks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tinhso.lib.dates import write_date
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_groups import RowGroup
from tinhso.steering.pages.task_rows import TaskRow
from tinhso.steering.pages.timeline.axis import Axis, axis_over
from tinhso.steering.programmes.models import Deadline
from tinhso.steering.programmes.states import TaskState

_DONE = (TaskState.DONE_IN_TIME, TaskState.DONE_OVERDUE, TaskState.DONE_UNDATED)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a bar: where it begins, how wide it is, its look (a class)."""

    place: float
    width: float
    look: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A product with its day."""

    place: float
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the timeline; ``words`` say the same to who hears the page."""

    row: TaskRow
    stretches: list[Stretch]
    ticks: list[Tick]
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars under one head."""

    words: str
    count: int
    bars: list[Bar]


def axis_of(asked: Asked, groups: Sequence[RowGroup]) -> Axis:
    """The months of the programme, and those in which its tasks are due or were done."""
    days = [asked.programme.starts_on, asked.programme.ends_on]
    for group in groups:
        for row in group.rows:
            days += [day for day in (row.task.due_on, row.task.completed_on) if day]
    return axis_over(min(days), max(days))


def starts_of(groups: Sequence[RowGroup]) -> dict[int, date]:
    """Task → the day from which its deadline counts, where it names one; one query."""
    keys = {row.task.pk for group in groups for row in group.rows}
    found = Deadline.objects.in_force().filter(task__in=keys, start_on__isnull=False)
    return {task: start for task, start in found.values_list("task", "start_on") if start}


def bars(groups: Sequence[RowGroup], axis: Axis, *, starts: Mapping[int, date], asked: Asked) -> list[BarGroup]:
    """Every row as a bar."""
    begin = asked.programme.starts_on
    return [
        BarGroup(
            group.words,
            group.count,
            [_bar(row, axis, start=starts.get(row.task.pk, begin), asked=asked) for row in group.rows],
        )
        for group in groups
    ]


def _bar(row: TaskRow, axis: Axis, *, start: date, asked: Asked) -> Bar:
    stretches = [_stretch(axis, part) for part in _parts(row, axis, start=start, day=asked.day)]
    return Bar(
        row,
        [each for each in stretches if each.width > 0],
        list(_ticks(row, axis)),
        _words(row, start),
        asked.link_to_task(row.task.pk),
    )


def _parts(row: TaskRow, axis: Axis, *, start: date, day: date) -> Iterator[tuple[date, date, str]]:
    """First day, last day, look."""
    due, done = row.task.due_on, row.task.completed_on
    if row.state == TaskState.STANDING:
        yield axis.first, axis.last, "standing"
    elif row.state in _DONE and done:
        start = min(start, done)
        yield start, min(done, due) if due else done, "done"
        if due and done > due:
            yield due + timedelta(days=1), done, "late"
        elif due:
            yield done + timedelta(days=1), due, "saved"
    elif due is None:
        yield start, axis.last, "undated"
    else:
        yield min(start, due), due, "inferred" if row.is_inferred else "open"
        if row.state == TaskState.OPEN_OVERDUE:
            yield due + timedelta(days=1), min(day, axis.last), "overdue"


def _stretch(axis: Axis, part: tuple[date, date, str]) -> Stretch:
    first, last, look = part
    place = axis.place(first)
    return Stretch(place, round(axis.end(last) - place, 3), look)


def _ticks(row: TaskRow, axis: Axis) -> Iterator[Tick]:
    for product in row.task.deliverables.all():
        if product.due_on and axis.holds(product.due_on):
            yield Tick(axis.end(product.due_on), f"{write_date(product.due_on)}: {product.text}")


def _words(row: TaskRow, start: date) -> str:
    task = row.task
    due = f"{write_date(start)} đến {write_date(task.due_on)}" if task.due_on else f"từ {write_date(start)}, không ngày"
    done = f", hoàn thành {write_date(task.completed_on)}" if task.completed_on else ""
    return f"{task.code}: {row.state.label.lower()}, {due}{done}"
