"""A long list of tasks in groups and leaves: by section, by leading body, by the month of the due day."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator

from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.text import sort_key
from tinhso.steering.pages.task_rows import TaskRow
from tinhso.steering.programmes.belonging import Held, tasks_held
from tinhso.steering.programmes.models import Assignment
from tinhso.steering.programmes.task_queries import TaskQuerySet

#: A list that is no longer stands on one leaf; a longer one is cut into leaves that come quickly.
WHOLE, LEAF = 100, 50
UNDATED, NOBODY, NOWHERE = "Không có ngày", "Không nêu người chủ trì", "Không thuộc đề mục nào"

Place = tuple[str, int]
"""A group's words and a task's key. A task that two bodies lead stands in two groups."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one head; ``count`` is that of the whole group, on whatever leaves it stands."""

    words: str
    count: int
    rows: list[TaskRow]


def places(tasks: TaskQuerySet, grouping: str, roster: Roster) -> list[Place]:
    """Every task with the words of its group, the groups in their order; at most two queries."""
    return _WAYS.get(grouping, _ungrouped)(tasks, roster)


def leaf(places: Sequence[Place], number: str) -> Page[Place]:
    """One leaf of the list; a number that is none gives the first, one too high the last."""
    return Paginator(places, WHOLE if len(places) <= WHOLE else LEAF).get_page(number)


def grouped(shown: Sequence[Place], everything: Sequence[Place], rows: Sequence[TaskRow]) -> list[RowGroup]:
    """The rows of one leaf under the heads of their groups."""
    counts = Counter(words for words, _task in everything)
    by_key = {row.task.pk: row for row in rows}
    return [
        RowGroup(words, counts[words], [by_key[task] for _words, task in run if task in by_key])
        for words, run in groupby(shown, key=lambda place: place[0])
    ]


def _ungrouped(tasks: TaskQuerySet, roster: Roster) -> list[Place]:
    return [("", task) for task in tasks.values_list("pk", flat=True)]


def _by_section(tasks: TaskQuerySet, roster: Roster) -> list[Place]:
    found = list(tasks.values_list("section__position", "section__code", "section_title", "pk"))
    found.sort(key=lambda row: (row[0] is None, row[0] or 0))
    return [(". ".join(part for part in (code, title) if part) or NOWHERE, task) for _, code, title, task in found]


def _by_month(tasks: TaskQuerySet, roster: Roster) -> list[Place]:
    found = list(tasks.values_list("due_on", "pk"))
    found.sort(key=lambda row: (row[0] is None, row[0] and (row[0].year, row[0].month)))
    return [(f"Tháng {due.month}/{due.year}" if due else UNDATED, task) for due, task in found]


def _by_body(tasks: TaskQuerySet, roster: Roster) -> list[Place]:
    order = {task: place for place, task in enumerate(tasks.values_list("pk", flat=True))}
    leads = Assignment.objects.current().in_roles("lead").filter(task__in=tasks.order_by())
    held = [each for each in tasks_held(leads, roster) if each.task in order]
    versions = roster.versions_of({holder.unit for each in held if each.body for holder in each.holders})
    names = {unit: roster.called(version) for unit, version in versions.items()}
    led = {(words, each.task) for each in held for words in _bodies(each, names, roster)}
    led |= {(NOBODY, task) for task in order.keys() - {task for _words, task in led}}
    return sorted(led, key=lambda place: (place[0] == NOBODY, sort_key(place[0]), order[place[1]]))


def _bodies(held: Held, names: Mapping[int, str], roster: Roster) -> list[str]:
    """Under whose names a task stands: its group as a whole, else each of its holders, else the words of the plan."""
    if held.group in roster.groups:
        return [roster.groups[held.group].name]
    return [names[holder.unit] for holder in held.holders if holder.unit in names] or [held.wording]


_WAYS: dict[str, Callable[[TaskQuerySet, Roster], list[Place]]] = {
    "de_muc": _by_section,
    "thang": _by_month,
    "don_vi": _by_body,
}
