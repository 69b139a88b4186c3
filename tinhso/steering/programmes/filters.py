"""What a list of tasks or indicators may be narrowed to: one value, one SQL."""

from dataclasses import dataclass
from datetime import date

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.belonging import of_unit
from tinhso.steering.programmes.models import Assignment, Deadline, Indicator, Programme, Task
from tinhso.steering.programmes.models.indicators import IndicatorQuerySet
from tinhso.steering.programmes.states import TaskState
from tinhso.steering.programmes.task_queries import ORDERS, TaskQuerySet


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """The empty value narrows nothing. ``unit`` is a unit's key, with the groups that mean it on the roster's day;
    ``role`` says as what the unit is named (an Assignment.Role, "" for any)."""

    query: str = ""
    states: frozenset[TaskState] = frozenset()
    section: int | None = None
    unit: int | None = None
    role: str = Assignment.Role.LEAD
    due_from: date | None = None
    due_to: date | None = None
    basis: str = ""
    acceptance: str = ""
    without_lead: bool = False
    unsure_people: bool = False
    order: str = "position"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFilter:
    """As TaskFilter; ``watcher`` and ``lead`` are keys of units."""

    query: str = ""
    section: int | None = None
    watcher: int | None = None
    lead: int | None = None
    level: str = ""
    acceptance: str = ""
    order: str = "position"


def tasks_of(programme: Programme, wanted: TaskFilter, *, day: date, roster: Roster | None = None) -> TaskQuerySet:
    """The tasks that answer, sorted. ``roster`` is needed when a unit is asked for."""
    found = Task.objects.filter(programme=programme).current().matching(wanted.query)
    found = found.due_between(wanted.due_from, wanted.due_to)
    if wanted.states:
        found = found.in_states(wanted.states, day)
    if wanted.section is not None:
        found = found.in_section(wanted.section)
    if wanted.unit is not None and roster is not None:
        found = found.with_any(of_unit(wanted.unit, roster, wanted.role))
    return _narrowed(found, wanted).in_order_of(wanted.order if wanted.order in ORDERS else "position")


def indicators_of(programme: Programme, wanted: IndicatorFilter, *, roster: Roster | None = None) -> IndicatorQuerySet:
    """The indicators that answer, sorted. ``roster`` is needed when a unit is asked for."""
    found = Indicator.objects.filter(programme=programme).current().matching(wanted.query)
    if wanted.section is not None:
        found = found.filter(section=wanted.section)
    if wanted.level:
        found = found.with_level(wanted.level)
    if wanted.acceptance:
        found = found.filter(acceptance=wanted.acceptance)
    for unit, role in ((wanted.watcher, Assignment.Role.WATCHER), (wanted.lead, Assignment.Role.LEAD)):
        if unit is not None and roster is not None:
            found = found.with_any(of_unit(unit, roster, role))
    return found.in_order_of(wanted.order)


def _narrowed(found: TaskQuerySet, wanted: TaskFilter) -> TaskQuerySet:
    if wanted.basis in Deadline.Basis.values:
        found = found.with_basis(wanted.basis)
    if wanted.acceptance:
        found = found.filter(acceptance=wanted.acceptance)
    if wanted.without_lead:
        found = found.with_none(Assignment.objects.current().in_roles(Assignment.Role.LEAD))
    if wanted.unsure_people:
        found = found.with_any(Assignment.objects.current().unsure())
    return found
