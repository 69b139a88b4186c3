"""Tasks counted by section, unit and group: every number with the address of the list that it counts."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.text import sort_key
from tinhso.steering.pages.alike import alike
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.bodies import own_units
from tinhso.steering.pages.task_filter import NONE, tasks_of
from tinhso.steering.programmes import counts
from tinhso.steering.programmes.models import Assignment
from tinhso.steering.programmes.states import TaskState


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the list it counts."""

    count: int
    address: str


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """One row of a table of counts: its name, the whole, and a figure for each state; kept, equal only to itself."""

    name: str
    total: Figure
    states: Mapping[TaskState, Figure]

    @property
    def in_order(self) -> list[tuple[TaskState, Figure]]:
        """The figures as the columns stand."""
        return [(state, self.states[state]) for state in TaskState]


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """A unit at which the person holds a role: what it leads, and where its other work stands."""

    leads: Tally
    cooperates: str
    watched: str
    executed: str


@dataclass(frozen=True, slots=True)
class Bodies:
    """Rows of units named themselves, of groups, of units that only a group means; and those of the person's units."""

    own: list[OwnUnit]
    units: list[Tally]
    groups: list[Tally]
    through_groups: list[Tally]


@alike
def total(asked: Asked) -> Tally:
    """The whole programme; kept."""
    return _tally("Toàn chương trình", counts.counted(counts.states_on(asked.programme.pk, asked.day).values()), asked)


@alike
def by_section(asked: Asked) -> list[Tally]:
    """A row for each section, as in the document; kept."""
    counted = counts.by_section(tasks_of(asked), asked.day)
    return [_tally(each.title, each.states, asked, de_muc=each.section or NONE) for each in counted]


@alike
def by_unit(asked: Asked) -> list[counts.UnitCount]:
    """How the tasks stand that each unit leads; kept."""
    return counts.by_unit(tasks_of(asked), asked.day, Roster.on(asked.working_day))


def by_body(asked: Asked) -> Bodies:
    """A row for each unit and group that leads tasks, the busiest first, and those of the person's own units."""
    found, mine = _by_body(asked), own_units(asked.account)
    return Bodies(
        own=[_own_unit(key, tally, asked) for key, tally in found.keyed if key in mine],
        units=found.units,
        groups=found.groups,
        through_groups=found.through_groups,
    )


@dataclass(frozen=True, slots=True)
class _ByBody:
    keyed: list[tuple[str, Tally]]
    units: list[Tally]
    groups: list[Tally]
    through_groups: list[Tally]


@alike
def _by_body(asked: Asked) -> _ByBody:
    roster = Roster.on(asked.working_day)
    rows = [
        (each, _tally(roster.called(each.unit), each.states, asked, don_vi=f"u{each.unit.unit_id}", vai_tro="lead"))
        for each in by_unit(asked)
    ]
    return _ByBody(
        [(f"u{each.unit.unit_id}", tally) for each, tally in rows],
        units=[tally for each, tally in rows if each.own],
        groups=_by_group(asked, roster),
        through_groups=[tally for each, tally in rows if not each.own],
    )


def _own_unit(key: str, tally: Tally, asked: Asked) -> OwnUnit:
    return OwnUnit(
        tally,
        cooperates=asked.link("tasks", don_vi=key, vai_tro="cooperator"),
        watched=asked.link("indicators", theo_doi=key),
        executed=asked.link("indicators", chu_tri=key),
    )


def _by_group(asked: Asked, roster: Roster) -> list[Tally]:
    leads = Assignment.objects.current().in_roles("lead").filter(group__isnull=False)
    tasks: dict[int, set[int]] = defaultdict(set)
    for group, task in leads.filter(task__in=tasks_of(asked).order_by()).values_list("group", "task"):
        if group and task:
            tasks[group].add(task)
    state_of = counts.states_on(asked.programme.pk, asked.day)
    rows = [
        _tally(
            roster.groups[group].name,
            Counter(state_of[task] for task in led if task in state_of),
            asked,
            don_vi=f"n{group}",
            vai_tro="lead",
        )
        for group, led in tasks.items()
    ]
    return sorted(rows, key=lambda tally: (-tally.total.count, sort_key(tally.name)))


def _tally(name: str, states: Mapping[TaskState, int], asked: Asked, **filters: object) -> Tally:
    address = asked.link("tasks", **filters, ngay=asked.day.isoformat())
    figures = {state: Figure(states.get(state, 0), f"{address}&tinh_trang={state.value}") for state in TaskState}
    return Tally(name, Figure(sum(states.values()), address), figures)
