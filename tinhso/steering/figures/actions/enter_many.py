"""Enter many figures of one indicator at once, as from a file: all of them, or none."""

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
from tinhso.steering.figures.refusals import AlreadyGiven, NoSuchReporter
from tinhso.steering.figures.taking import refuse_taken
from tinhso.steering.figures.wording import written
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
        stands = _standing(indicator)
        for day, run in groupby(sorted(lines, key=_day), key=_day):
            roster = Roster.on(naming_day(indicator.programme, day))
            made += _values(indicator, list(run), roster, stands=stands)
        Value.objects.bulk_create(made, batch_size=_BATCH)
        if made:
            facts = {"indicator": indicator.code, "programme": indicator.programme.code, "count": len(made)}
            announce("value.imported", subject=f"indicator/{indicator.pk}", facts=facts)
    return len(made)


_Key = tuple[int, date, date, str]
"""Unit, first day, last day, source."""


def _day(line: Line) -> date:
    return line.cell.to_on


def _standing(indicator: Indicator) -> Mapping[_Key, Value]:
    """What stands in the indicator's cells, withdrawals too."""
    last = Value.objects.filter(indicator=indicator, superseded_at=None)
    return {(value.unit_id, value.from_on, value.to_on, value.source): value for value in last}


def _values(indicator: Indicator, lines: list[Line], roster: Roster, *, stands: Mapping[_Key, Value]) -> list[Value]:
    measure, people = kept_measure(indicator, roster), people_of(indicator)
    refuse_taken(measure)
    units = {version.unit_id: version for version in executing_units(people, measure, roster)}
    by = lines[0].whence.by
    allowed = units if by is None else {each.unit_id for each in Reporter.of(by).may_enter(people, measure, roster)}
    found = []
    for line in lines:
        key = (line.cell.unit.pk, line.cell.from_on, line.cell.to_on, line.whence.source)
        version = _reporter(line, units, roster)
        if line.cell.unit.pk not in allowed:
            raise NotAllowed(what="nhập số liệu của đơn vị này")
        if value := _draft(line, measure, version, stands=stands.get(key)):
            found.append(value)
    return found


def _reporter(line: Line, units: Mapping[int, UnitVersion], roster: Roster) -> UnitVersion:
    version = units.get(line.cell.unit.pk)
    if version is None:
        raise NoSuchReporter(day=write_date(roster.day))
    return version


def _draft(line: Line, measure: Measure, version: UnitVersion, *, stands: Value | None) -> Value | None:
    refuse_unfit(line.given, measure)
    if stands is None:
        return drafted(line.cell, line.given, line.whence, unit=version, corrects=None)
    if stands.withdrawn or Given.of(stands) != line.given:
        raise AlreadyGiven(stands=written(stands, measure))
    return None
