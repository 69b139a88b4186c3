"""A long list of tasks in groups and leaves: by section, by leading body, by the month of the due day."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import F
from django.db.models.functions import Coalesce

from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.text import sort_key
from tinhso.steering.pages.task_rows import TaskRow
from tinhso.steering.programmes.models import Assignment
from tinhso.steering.programmes.task_queries import TaskQuerySet

#: So many rows stand on one leaf.
LEAF = 200
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
    return Paginator(places, LEAF).get_page(number)


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
    rows = leads.annotate(body=Coalesce(F("unit"), F("post__unit"))).values_list("task", "body", "group", "wording")
    led = {(_body(body, group, roster=roster) or wording, task) for task, body, group, wording in rows if task in order}
    led |= {(NOBODY, task) for task in order.keys() - {task for _words, task in led}}
    return sorted(led, key=lambda place: (place[0] == NOBODY, sort_key(place[0]), order[place[1]]))


def _body(unit: int | None, group: int | None, *, roster: Roster) -> str:
    if unit in roster.units:
        return body_name(roster.units[unit])
    return roster.groups[group].name if group in roster.groups else ""


_WAYS: dict[str, Callable[[TaskQuerySet, Roster], list[Place]]] = {
    "de_muc": _by_section,
    "thang": _by_month,
    "don_vi": _by_body,
}
