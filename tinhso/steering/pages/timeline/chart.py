"""Tiến độ: the tasks as bars over the months of the programme; on a phone, by the month in which they are due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tinhso.steering.pages import task_groups
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.showing import show
from tinhso.steering.pages.task_filter import narrowed
from tinhso.steering.pages.task_leaf import rows_of
from tinhso.steering.pages.task_rows import TaskRow
from tinhso.steering.pages.timeline.bars import axis_of, bars, starts_of

#: Bars stand under sections unless the address says otherwise.
_USUAL = "de_muc"


@dataclass(frozen=True, slots=True)
class DueMonth:
    """The tasks of one month, for a narrow screen."""

    words: str
    rows: list[TaskRow]


@require_safe
def timeline(request: HttpRequest, programme: int) -> HttpResponse:
    """A leaf of the same list as bars; the same filters, order and grouping."""
    about = asked(request, programme)
    found = narrowed(request, about)
    everything = task_groups.places(found.tasks, found.grouping or _USUAL, found.roster)
    page = task_groups.leaf(everything, request.GET.get("page", "1"))
    groups = task_groups.grouped(list(page), everything, rows_of(about, [task for _, task in page]))
    axis = axis_of(about, groups)
    context = {
        "asked": about,
        "found": found,
        "page": page,
        "axis": axis,
        "today": axis.place(about.day) if axis.holds(about.day) else None,
        "groups": bars(groups, axis, starts=starts_of(groups), asked=about),
        "months": _by_month([row for group in groups for row in group.rows]),
        "count": len({task for _words, task in everything}),
    }
    return show(request, "timeline/timeline", context, part="timeline/_timeline")


def _by_month(rows: Sequence[TaskRow]) -> list[DueMonth]:
    once = {row.task.pk: row for row in rows}.values()
    in_order = sorted(once, key=lambda row: (row.task.due_on is None, row.task.due_on or date.max, row.task.position))
    return list(_months(in_order))


def _months(rows: Iterable[TaskRow]) -> Iterable[DueMonth]:
    for words, run in groupby(rows, key=lambda row: _month(row.task.due_on)):
        yield DueMonth(words, list(run))


def _month(day: date | None) -> str:
    return f"Tháng {day.month}/{day.year}" if day else task_groups.UNDATED
