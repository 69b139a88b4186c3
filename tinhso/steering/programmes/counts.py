"""Counts of tasks: by state, by section, by unit. Each is one or a few queries, whatever the number of tasks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Min

from tinhso.kernel.organisations.edition import kept_for
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.belonging import tasks_held
from tinhso.steering.programmes.edition import PROGRAMMES
from tinhso.steering.programmes.models import Assignment, Task
from tinhso.steering.programmes.states import TaskState, in_state, state_on
from tinhso.steering.programmes.task_queries import TaskQuerySet

States = dict[TaskState, int]


@dataclass(frozen=True, slots=True)
class SectionCount:
    """The tasks of one section; ``section`` is the heading's key, None for tasks outside every section."""

    section: int | None
    title: str
    states: States

    @property
    def total(self) -> int:
        """All tasks of the section."""
        return sum(self.states.values())


@dataclass(frozen=True, slots=True)
class UnitCount:
    """The tasks that a unit leads: by its own name, its post or as a successor, and by a group that means it."""

    unit: UnitVersion
    states: States
    own: int
    by_group: int

    @property
    def total(self) -> int:
        """All tasks of the unit, each once."""
        return sum(self.states.values())


@dataclass(slots=True)
class _Led:
    own: set[int] = field(default_factory=set)
    by_group: set[int] = field(default_factory=set)


def by_state(tasks: TaskQuerySet, day: date) -> States:
    """Every state with its number, in one query; states without tasks are told as 0."""
    counted = tasks.order_by().aggregate(**_per_state(day))
    return {state: counted[state.value] for state in TaskState}


@kept_for(PROGRAMMES)
def states_on(programme: int, day: date) -> Mapping[int, TaskState]:
    """Every task that the programme has → how it stands on the day; one query, kept as long as no programme changes."""
    rows = Task.objects.filter(programme=programme).current().order_by().annotate(state=state_on(day))
    return {task: TaskState(state) for task, state in rows.values_list("pk", "state")}


def counted(states: Iterable[TaskState]) -> States:
    """Every state with its number; states without tasks are told as 0."""
    found = Counter(states)
    return {state: found[state] for state in TaskState}


def by_section(tasks: TaskQuerySet, day: date) -> list[SectionCount]:
    """Every section that has tasks, in the order of the plan, in one query."""
    rows = (
        tasks.order_by()
        .values("section", "section__text", "section__label")
        .annotate(first=Min("position"), **_per_state(day))
        .order_by("first")
    )
    return [
        SectionCount(row["section"], _title(row["section__label"], row["section__text"]), _states(row)) for row in rows
    ]


def by_unit(tasks: TaskQuerySet, day: date, roster: Roster) -> list[UnitCount]:
    """Every unit that leads tasks on the roster's day or finished some before it ended, the busiest first; two queries,
    one more for the names of those that have ended.

    ``tasks`` of the unit are those that ``filters.of_unit`` lists for it, so a figure and its list agree.
    """
    state_of = dict(tasks.order_by().annotate(state=state_on(day)).values_list("pk", "state"))
    led = _led(tasks, roster)
    names = roster.versions_of(led)
    counts = [_unit_count(names[unit], tasks_led, state_of) for unit, tasks_led in led.items() if unit in names]
    return sorted(counts, key=lambda count: (-count.total, count.unit.sort_key))


def _led(tasks: TaskQuerySet, roster: Roster) -> dict[int, _Led]:
    leads = Assignment.objects.current().in_roles(Assignment.Role.LEAD).filter(task__in=tasks.order_by())
    led: dict[int, _Led] = defaultdict(_Led)
    for held in tasks_held(leads, roster):
        for holder in held.holders:
            (led[holder.unit].own if held.group is None else led[holder.unit].by_group).add(held.task)
    return led


def _unit_count(unit: UnitVersion, led: _Led, state_of: dict[int, str]) -> UnitCount:
    states = dict.fromkeys(TaskState, 0)
    for task in led.own | led.by_group:
        states[TaskState(state_of[task])] += 1
    return UnitCount(unit, states, own=len(led.own), by_group=len(led.by_group - led.own))


def _per_state(day: date) -> dict[str, Count]:
    return {state.value: Count("pk", filter=in_state(state, day)) for state in TaskState}


def _states(row: Mapping[str, Any]) -> States:
    return {state: row[state.value] for state in TaskState}


def _title(label: str | None, text: str | None) -> str:
    return f"{label or ''} {text or 'Ngoài các mục'}".strip()
