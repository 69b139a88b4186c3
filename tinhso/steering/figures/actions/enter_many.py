"""Enter many figures of one indicator at once, as from a file: all of them, or none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db import transaction

from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.dates import write_date
from tinhso.steering.figures.executing import Reporter, executing_units, naming_day
from tinhso.steering.figures.giving import Cell, Given, Whence, refuse_unfit
from tinhso.steering.figures.measuring import kept_measure, people_of
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.recording import drafted
from tinhso.steering.figures.refusals import AlreadyGiven, NoSuchReporter, SpansOverlap
from tinhso.steering.figures.taking import refuse_taken
from tinhso.steering.figures.wording import written, written_span
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Indicator

_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the many: its cell, what is said of it, and whence it comes."""

    cell: Cell
    given: Given
    whence: Whence


def enter_many(indicator: Indicator, lines: Iterable[Line]) -> int:
    """How many figures were entered; those that stand already as given are passed over.

    The lines are the indicator's and one person's. Raises what ``enter`` does, told of the first line that is wrong.
    """
    require_running(indicator.programme)
    made: list[Value] = []
    with transaction.atomic():
        standing = _Standing(indicator)
        for day, run in groupby(sorted(lines, key=_day), key=_day):
            roster = Roster.on(naming_day(indicator.programme, day))
            made += _values(indicator, list(run), roster, standing=standing)
        Value.objects.bulk_create(made, batch_size=_BATCH)
        if made:
            facts = {"indicator": indicator.code, "programme": indicator.programme.code, "count": len(made)}
            announce("value.imported", subject=f"indicator/{indicator.pk}", facts=facts)
    return len(made)


_Key = tuple[int, date, date, str]
"""Unit, first day, last day, source."""


class _Standing:
    """What stands in the indicator's cells, withdrawals too, and the days told by what was not withdrawn."""

    def __init__(self, indicator: Indicator) -> None:
        last = Value.objects.filter(indicator=indicator, superseded_at=None)
        self.values = {(value.unit_id, value.from_on, value.to_on, value.source): value for value in last}
        self.spans: dict[int, set[tuple[date, date]]] = defaultdict(set)
        for value in self.values.values():
            if not value.withdrawn:
                self.spans[value.unit_id].add((value.from_on, value.to_on))

    def of(self, line: Line) -> Value | None:
        """What stands in the line's cell."""
        key: _Key = (line.cell.unit.pk, line.cell.from_on, line.cell.to_on, line.whence.source)
        return self.values.get(key)

    def take(self, cell: Cell) -> None:
        """The cell's days are told from now on. Raises SpansOverlap where other days that overlap are told already."""
        own, told = (cell.from_on, cell.to_on), self.spans[cell.unit.pk]
        other = next((each for each in sorted(told - {own}) if each[0] <= own[1] and each[1] >= own[0]), None)
        if other:
            raise SpansOverlap(span=written_span(*other))
        told.add(own)


def _day(line: Line) -> date:
    return line.cell.to_on


def _values(indicator: Indicator, lines: list[Line], roster: Roster, *, standing: _Standing) -> list[Value]:
    measure, people = kept_measure(indicator, roster), people_of(indicator)
    refuse_taken(measure)
    units = {version.unit_id: version for version in executing_units(people, measure, roster)}
    by = lines[0].whence.by
    allowed = units if by is None else {each.unit_id for each in Reporter.of(by).may_enter(people, measure, roster)}
    found = []
    for line in lines:
        version = _reporter(line, units, roster)
        if line.cell.unit.pk not in allowed:
            raise NotAllowed(what="nhập số liệu của đơn vị này")
        if value := _draft(line, measure, version, standing=standing):
            found.append(value)
    return found


def _reporter(line: Line, units: Mapping[int, UnitVersion], roster: Roster) -> UnitVersion:
    version = units.get(line.cell.unit.pk)
    if version is None:
        raise NoSuchReporter(day=write_date(roster.day))
    return version


def _draft(line: Line, measure: Measure, version: UnitVersion, *, standing: _Standing) -> Value | None:
    refuse_unfit(line.given, measure)
    stands = standing.of(line)
    if stands is None:
        if measure.timing == Measure.Timing.IN_PERIOD:
            standing.take(line.cell)
        return drafted(line.cell, line.given, line.whence, unit=version, corrects=None)
    if stands.withdrawn or Given.of(stands) != line.given:
        raise AlreadyGiven(stands=written(stands, measure))
    return None
