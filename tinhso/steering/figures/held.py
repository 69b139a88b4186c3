"""From which day a value stands, and from which it does not: another has come, or its unit is no more."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, pairwise

from tinhso.kernel.organisations.succeeding import ended_units
from tinhso.steering.figures.counted import Row
from tinhso.steering.figures.models import Measure


def held(rows: Iterable[Row], measure: Measure, ends_on: date) -> Iterator[tuple[Row, date, date | None]]:
    """Each value with the day from which it stands and the one from which another does, or its unit is no more."""
    latest = measure.aggregation == Measure.Aggregation.LATEST
    in_period, ends = measure.timing == Measure.Timing.IN_PERIOD, ended_units()

    def series(row: Row) -> int:
        return 0 if latest else row.unit

    # Of two that end on one day the longer span stands, of two sources the one recorded first.
    listed = sorted(rows, key=lambda row: (series(row), row.to_on, -row.from_on.toordinal(), -row.pk))
    for _unit, found in groupby(listed, key=series):
        mine = list(found)
        for row, later in pairwise([*mine, None]):
            if row is None or (later and later.to_on == row.to_on):
                continue
            ended = ends.get(row.unit)
            gone = ended if ended and row.to_on < ended <= ends_on else None
            untils = [until for until in (later and later.to_on, gone) if until]
            yield row, row.to_on, None if in_period else min(untils, default=None)
