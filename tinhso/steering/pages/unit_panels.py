"""What a unit's page tells of programmes, and the open work that follows when units end."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.answering import Answering
from tinhso.steering.programmes.belonging import given_on, of_unit
from tinhso.steering.programmes.models import Assignment, Indicator, Programme, Task
from tinhso.steering.programmes.models.assignments import AssignmentQuerySet
from tinhso.steering.programmes.models.programme import ProgrammeQuerySet
from tinhso.steering.programmes.states import TaskState, in_state
from tinhso.surfaces.web.units.panels import Following, Panel, UnitAsked

#: States that the page tells apart; what is done stands in the whole.
_TOLD = (TaskState.OPEN_OVERDUE, TaskState.OPEN_IN_TIME, TaskState.OPEN_UNDATED, TaskState.STANDING)
Role = Assignment.Role


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in words, with the list that it counts."""

    count: int
    words: str
    address: str
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """What a unit has to do in one programme: a line of figures for each role, the whole first."""

    programme: Programme
    lines: list[list[Figure]]
    day: date
    """As of which all is told."""


def work_of(asked: UnitAsked) -> list[Work] | None:
    """A line for each programme that this person may see and in which the unit has something; five queries."""
    seen = {each.pk: each for each in Programme.objects.visible_to(asked.account, timezone.localdate())}
    led, helped = (_tasks(asked, seen, role) for role in (Role.LEAD, Role.COOPERATOR))
    watched, executed = (_indicators(asked, seen, role) for role in (Role.WATCHER, Role.LEAD))
    works = []
    for pk, programme in seen.items():
        place = _Place(pk, f"u{asked.unit.unit_id}", asked.roster.day)
        lines = [
            place.tasks(led.get(pk, {}), "lead", "nhiệm vụ chủ trì"),
            place.tasks(helped.get(pk, {}), "cooperator", "nhiệm vụ phối hợp"),
            place.indicators(watched.get(pk, 0), "theo_doi", "chỉ tiêu theo dõi, đôn đốc"),
            place.indicators(executed.get(pk, 0), "chu_tri", "chỉ tiêu chủ trì thực hiện"),
        ]
        works.append(Work(programme, [line for line in lines if line], asked.roster.day))
    return [work for work in works if work.lines] or None


def open_tasks(units: Collection[int], day: date, account: Account) -> Mapping[int, int]:
    """Tasks not done on the day, and standing duties, for which each of the units answers by name; two queries."""
    tasks = Task.objects.current().filter(programme__in=_seen_by(account))
    open_work = tasks.filter(Q(standing=True) | Q(completed_on__isnull=True) | Q(completed_on__gt=day))
    return _answered("task", Assignment.objects.filter(task__in=open_work), units=units, day=day)


def indicators(units: Collection[int], day: date, account: Account) -> Mapping[int, int]:
    """Indicators for which each of the units answers by name; two queries."""
    watched = Indicator.objects.current().filter(programme__in=_seen_by(account))
    return _answered("indicator", Assignment.objects.filter(indicator__in=watched), units=units, day=day)


PANELS = (Panel("Nhiệm vụ, chỉ tiêu", 20, "pages/_unit_work.html", work_of),)
FOLLOWING = (Following("Nhiệm vụ đang mở", 30, open_tasks), Following("Chỉ tiêu", 20, indicators))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the lists of one programme stand, narrowed to the unit."""

    programme: int
    key: str
    day: date

    def tasks(self, states: Mapping[str, int], role: str, words: str) -> list[Figure]:
        """All of them, and those that are open, late, standing; none when there is none."""
        whole = {"don_vi": self.key, "vai_tro": role, "ngay": self.day.isoformat()}
        told = [Figure(sum(states.values()), words, self._link("tasks", whole))]
        for state in _TOLD:
            address = self._link("tasks", {**whole, "tinh_trang": state.value})
            told.append(Figure(states.get(state, 0), state.label.lower(), address, state == TaskState.OPEN_OVERDUE))
        return [figure for figure in told if figure.count]

    def indicators(self, count: int, field: str, words: str) -> list[Figure]:
        """Those of one role; none when there is none."""
        return [Figure(count, words, self._link("indicators", {field: self.key}))] if count else []

    def _link(self, view: str, query: Mapping[str, str]) -> str:
        return f"{reverse(f'pages:{view}', args=(self.programme,))}?{urlencode(query)}"


def _seen_by(account: Account) -> ProgrammeQuerySet:
    return Programme.objects.visible_to(account, timezone.localdate())


def _tasks(asked: UnitAsked, programmes: Collection[int], role: str) -> dict[int, dict[str, int]]:
    day, mine = asked.roster.day, of_unit(asked.unit.unit_id, asked.roster, role)
    tasks = Task.objects.current().filter(programme__in=programmes).with_any(mine).order_by()
    states = {state.value: Count("pk", filter=in_state(state, day)) for state in TaskState}
    rows = tasks.values_list("programme").annotate(**states)
    return {programme: dict(zip(states, numbers, strict=True)) for programme, *numbers in rows}


def _indicators(asked: UnitAsked, programmes: Collection[int], role: str) -> dict[int, int]:
    mine = of_unit(asked.unit.unit_id, asked.roster, role)
    found = Indicator.objects.current().filter(programme__in=programmes).with_any(mine).order_by()
    return dict(found.values_list("programme").annotate(Count("pk")))


def _answered(thing: str, assignments: AssignmentQuerySet, *, units: Collection[int], day: date) -> Mapping[int, int]:
    answering, found = Answering.read(), defaultdict[int, set[int]](set)
    holders = defaultdict[int, list[int]](list)
    for unit in units:
        for span in answering.spans_of(unit):
            if span.holds_on(day):
                holders[span.origin].append(unit)
    named = assignments.current().annotate(body=given_on(day)).filter(body__in=holders)
    for body, item in named.order_by().values_list("body", thing).distinct():
        for unit in holders[body]:
            found[unit].add(item)
    return {unit: len(items) for unit, items in found.items()}
