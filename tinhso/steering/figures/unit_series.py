"""What the values of an indicator come to over time for each unit and level: as reported, or restated.

Restated, a value belongs to whoever stands for its unit on the day looked at; the days on which it counts are the
same, so that a merger changes names and no sum (decision 94). As reported, the levels are those of ``totals``.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from tinhso.kernel.organisations.heirs import Part
from tinhso.kernel.organisations.roster import Roster
from tinhso.kernel.organisations.succeeding import heirs
from tinhso.lib.keeping import Kept
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.counted import Row, counted
from tinhso.steering.figures.held import held
from tinhso.steering.figures.levels import level_of
from tinhso.steering.figures.lines import Line, Lines, Point
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.stamps import stamp_of
from tinhso.steering.programmes.models import Indicator

#: The series of so many indicators are kept by a process.
MOST = 50


_kept: Kept[tuple[int, date, bool], Lines] = Kept(MOST)
_ALL = Decimal(1)


def lines_of(
    indicator: Indicator, measure: Measure, *, day: date, restated: bool, known_at: datetime | None = None
) -> Lines:
    """The series up to ``day``, under the units of that day when ``restated``; kept while nothing changes."""
    stamp = stamp_of(indicator) if known_at is None else None
    if stamp is None:
        return _read(indicator, measure, day=day, restated=restated, known_at=known_at)
    question = (indicator.pk, day, restated)
    return _kept.one(question, stamp, lambda: _read(indicator, measure, day=day, restated=restated, known_at=None))


class _Change(NamedTuple):
    day: date
    amount: Amount
    parts: int
    unit: int


def _read(indicator: Indicator, measure: Measure, *, day: date, restated: bool, known_at: datetime | None) -> Lines:
    rows = counted(indicator, day, known_at)
    takers = heirs()
    parts = {(row.unit, row.to_on): takers.parts(row.unit, row.to_on, day) for row in rows} if restated else {}
    levels = _levels(parts.values(), day)
    units: dict[Hashable, list[_Change]] = defaultdict(list)
    sums: dict[Hashable, list[_Change]] = defaultdict(list)
    for row, since, until in held(rows, measure, indicator.programme.ends_on):
        here = parts.get((row.unit, row.to_on)) or (Part(row.unit, _ALL),)
        for part in here:
            units[part.unit] += _changes(row, part.share, since=since, until=until)
        for level, share in _by_level(row, here, levels):
            sums[level] += _changes(row, share, since=since, until=until)
    in_period = measure.timing == Measure.Timing.IN_PERIOD
    unclear = {row.unit for row in rows if restated and takers.is_unclear(row.unit, row.to_on, day)}
    return Lines(
        {int(str(unit)): _line(changes, day, in_period=in_period) for unit, changes in units.items()},
        {str(level): _line(changes, day, in_period=in_period) for level, changes in sums.items()},
        frozenset(unclear),
    )


def _levels(parts: Iterable[Sequence[Part]], day: date) -> Mapping[int, str]:
    """The level of each unit that follows others, on the day."""
    wanted = {part.unit for each in parts for part in each}
    return {unit: level_of(version.kind) for unit, version in Roster.on(day).versions_of(wanted).items()}


def _by_level(row: Row, parts: Sequence[Part], levels: Mapping[int, str]) -> list[tuple[str, Decimal]]:
    """How much of a value counts at which level."""
    shares: dict[str, Decimal] = defaultdict(Decimal)
    for part in parts:
        shares[row.level if part.unit == row.unit else levels.get(part.unit, row.level)] += part.share
    return list(shares.items())


def _changes(row: Row, share: Decimal, *, since: date, until: date | None) -> list[_Change]:
    amount, parts = row.amount.times(share), int(share != _ALL)
    begins = _Change(since, amount, parts, row.unit)
    return [begins] if until is None else [begins, _Change(until, -amount, -parts, row.unit)]


def _line(changes: Sequence[_Change], day: date, *, in_period: bool) -> Line:
    """What stands from each day on, up to ``day``; what counts in its period begins anew each year."""
    points: list[Point] = []
    by_day = sorted(changes, key=lambda change: change.day)
    amount, parts = Amount(), 0
    for since, found in groupby(by_day, key=lambda change: change.day):
        if in_period and points and since.year > points[-1].day.year:
            points.append(Point(date(points[-1].day.year + 1, 1, 1), Amount(), 0))
            amount, parts = Amount(), 0
        told = list(found)
        amount, parts = sum((each.amount for each in told), amount), parts + sum(each.parts for each in told)
        points.append(Point(since, amount, parts))
    if in_period and points:
        points.append(Point(date(points[-1].day.year + 1, 1, 1), Amount(), 0))
    return Line(tuple(point for point in points if point.day <= day), frozenset(change.unit for change in changes))
