"""Who is asked in a round, and for what: the tasks that a unit leads, the figures that it gives."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import OuterRef, Subquery

from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import ACCOUNTS
from tinhso.kernel.metrics.catalogue import known_metric
from tinhso.kernel.organisations.edition import ORGANISATIONS, kept_for
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.executing import executing_units, units_meant
from tinhso.steering.figures.levels import Level, level_of
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure, Tie
from tinhso.steering.programmes.edition import PROGRAMMES
from tinhso.steering.programmes.fetching import indicators_by_key, programmes_shown
from tinhso.steering.programmes.models import Assignment, Indicator
from tinhso.steering.reporting.models import Round, RoundDue
from tinhso.steering.reporting.spans import counted_from
from tinhso.steering.reporting.tasks_asked import TasksAsked, TasksOfUnits

_SENDERS = {
    Level.WHOLE: RoundDue.Sender.PROVINCE,
    Level.PROVINCE: RoundDue.Sender.PROVINCE,
    Level.DISTRICT: RoundDue.Sender.DISTRICT,
    Level.COMMUNE: RoundDue.Sender.COMMUNE,
    Level.OUTSIDE: RoundDue.Sender.OUTSIDE,
}
Cell = tuple[int, int]
"""Indicator and unit."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What a unit is asked for: tasks in the plan's order, figures by indicator. Empty where only its word is asked.

    ``behalf`` are the bodies outside in whose place it speaks of some of the tasks, in the words of the plan.
    """

    tasks: tuple[int, ...] = ()
    behalf: Mapping[int, str] = field(default_factory=dict)
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """Unit → its lines, on ``day``; the measures by which the figures are asked for; of what the system counts for the
    round's days by itself, the metric's name."""

    day: date
    lines: Mapping[int, Lines]
    measures: Mapping[int, Measure]
    metrics: Mapping[int, str]

    def of(self, unit: int) -> Lines:
        """The unit's lines; none where nothing is asked of it."""
        return self.lines.get(unit, Lines())


def sender_of(version: UnitVersion) -> RoundDue.Sender:
    """The level at which a unit sends."""
    return _SENDERS[level_of(version.kind)]


def asking_day(round_: Round, today: date) -> date:
    """The day on which it is asked who there is: the last day of the data, until then today."""
    return min(max(today, round_.first_day), round_.last_day)


def asking_of(round_: Round, today: date) -> Asking:
    """What the round asks of everybody; kept as long as programmes, units and measures stay as they are. Of a programme
    that ended while others of the round go on, nothing more is asked.

    Three queries beside what is kept.
    """
    asks = (round_.is_open and round_.going_on) or list(round_.asks.all())
    programmes = tuple(sorted(ask.programme_id for ask in asks))
    day = asking_day(round_, today)
    roster = Roster.on(day)
    indicators = _indicators(programmes)
    ties = Tie.objects.holding_on(round_.last_day).filter(indicator=OuterRef("indicator"))
    rows = Measure.objects.annotate(metric=Subquery(ties.values("metric")[:1]))
    measures = measures_of(indicators, roster, rows=rows)
    # What is taken from another indicator is asked for where it is given.
    levels = tuple((key, measure.levels) for key, measure in measures.items() if measure.taken_from_id is None)
    duties = tuple(sorted(ask.duty_id for ask in asks if ask.duty_id))
    return Asking(
        day,
        _lines(_Wanted(programmes, day, round_.first_day, round_.last_day, levels, duties, _served(day))),
        measures,
        _metrics(measures),
    )


def _metrics(measures: Mapping[int, Measure]) -> dict[int, str]:
    """Who is counted has its measure stored since it is tied."""
    codes = {key: str(vars(measure).get("metric") or "") for key, measure in measures.items()}
    return {key: found.name if (found := known_metric(code)) else code for key, code in codes.items() if code}


def _indicators(programmes: tuple[int, ...]) -> list[Indicator]:
    return list(indicators_by_key(_indicator_keys(programmes)).values())


@kept_for(PROGRAMMES)
def _indicator_keys(programmes: tuple[int, ...]) -> tuple[int, ...]:
    found = Indicator.objects.current().filter(programme__in=programmes)
    return tuple(found.order_by("programme", "position", "pk").values_list("pk", flat=True))


@kept_for(ACCOUNTS, ORGANISATIONS)
def _served(day: date) -> frozenset[int]:
    """The bodies outside the administration for which somebody here reports; one query."""
    roster = Roster.on(day)
    outside = [unit for unit, version in roster.units.items() if level_of(version.kind) == Level.OUTSIDE]
    held = RoleAssignment.objects.granting(Verb.REPORT).valid_on(day)
    return frozenset(held.filter(account__is_active=True, unit__in=outside).values_list("unit", flat=True).distinct())


class _Wanted(NamedTuple):
    """All that the lines follow from, beside programmes and organisations."""

    programmes: tuple[int, ...]
    day: date
    first_day: date
    last_day: date
    levels: tuple[tuple[int, str], ...]
    duties: tuple[int, ...]
    served: frozenset[int]


@kept_for(PROGRAMMES, ORGANISATIONS)
def _lines(wanted: _Wanted) -> Mapping[int, Lines]:
    finding = _Finding(Roster.on(wanted.day), wanted.served, wanted.last_day)
    levels = dict(wanted.levels)
    for key, indicator in indicators_by_key(levels).items():
        finding.take_indicator(indicator, Measure(levels=levels[key]))
    finding.tasks = TasksAsked(finding.roster, finding.speaks).by_unit(wanted.programmes, wanted.first_day)
    finding.take_senders(wanted.duties)
    return finding.found


class _Finding:
    """Gathers the lines of every unit."""

    def __init__(self, roster: Roster, served: frozenset[int], last_day: date) -> None:
        self.roster, self.served, self.last_day, self.programmes = roster, served, last_day, programmes_shown()
        self.tasks: TasksOfUnits = {}
        self.cells: dict[int, dict[Cell, None]] = defaultdict(dict)
        self.named: set[int] = set()

    @property
    def found(self) -> Mapping[int, Lines]:
        """Unit → lines."""
        units = {*self.tasks, *self.cells, *self.named}
        return {unit: self._lines_of(unit) for unit in units}

    def take_indicator(self, indicator: Indicator, measure: Measure) -> None:
        """Each unit gives its own; what is the whole province's or an outside body's is given by who watches it."""
        people = list(indicator.assignments.all())
        for version in executing_units(people, measure, self.roster):
            if not self._is_counted(indicator, version):
                continue
            for unit in self._givers(version, people, indicator.programme_id):
                self.cells[unit][indicator.pk, version.unit_id] = None

    def take_senders(self, duties: Iterable[int]) -> None:
        """Whom the plan's duty names as senders."""
        rows = Assignment.objects.current().in_roles(Assignment.Role.SENDER).filter(duty__in=duties)
        for row in rows.select_related("post"):
            self.named |= {each.unit_id for each in units_meant(row, self.roster) if self.speaks(each)}

    def _lines_of(self, unit: int) -> Lines:
        tasks = self.tasks.get(unit, {})
        behalf = {task: words for task, words in tasks.items() if words}
        return Lines(tuple(tasks), behalf, tuple(self.cells.get(unit, ())))

    def _is_counted(self, indicator: Indicator, version: UnitVersion) -> bool:
        """Whether the indicator is counted for the unit's level by the last day of the data."""
        begins = counted_from(indicator, level_of(version.kind))
        return begins is None or begins <= self.last_day

    def _givers(self, version: UnitVersion, people: list[Assignment], programme: int) -> Iterator[int]:
        if self.speaks(version) and level_of(version.kind) != Level.WHOLE:
            yield version.unit_id
            return
        watching = [row for row in people if row.role == Assignment.Role.WATCHER]
        watchers = {each.unit_id for row in watching for each in units_meant(row, self.roster) if self.speaks(each)}
        coordinating = self.programmes[programme].coordinating_unit_id
        yield from watchers or ({coordinating} if coordinating else ())

    def speaks(self, version: UnitVersion) -> bool:
        """Whether a unit reports itself: all of the administration, of bodies outside those that have somebody here."""
        return level_of(version.kind) != Level.OUTSIDE or version.unit_id in self.served
