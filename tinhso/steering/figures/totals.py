"""What the values of a programme come to, by indicator and level, on every day on which that changes.

The sums of an indicator are kept in the process with a stamp of all that they are made from; of a hundred indicators
with hundreds of thousands of values only those are read again for which somebody has given a figure since.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby

from tinhso.lib.keeping import Kept
from tinhso.steering.figures.amounts import NOTHING, Amount
from tinhso.steering.figures.changes import Change, changes_of
from tinhso.steering.figures.stamps import Stamp, stamps_of
from tinhso.steering.figures.sums import are_kept, kept_changes
from tinhso.steering.programmes.models import Programme

#: The sums of so many indicators are kept by a process.
MOST = 1_000
_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Series:
    """What figures came to from each day on, the days in order."""

    points: tuple[tuple[date, Amount], ...] = ()

    def on(self, day: date) -> Amount:
        """What they came to at the end of the day; nothing before the first."""
        return next((amount for since, amount in reversed(self.points) if since <= day), NOTHING)

    def before(self, day: date) -> Amount:
        """What they came to before the last change up to the day."""
        earlier = [amount for since, amount in self.points if since <= day and amount.is_known]
        return earlier[-2] if len(earlier) > 1 else NOTHING

    def up_to(self, day: date) -> "Series":
        """Without what came later."""
        return Series(tuple(point for point in self.points if point[0] <= day))

    @property
    def known(self) -> list[tuple[date, Amount]]:
        """The days on which there was a figure."""
        return [(day, amount) for day, amount in self.points if amount.is_known]


Levels = dict[str, Series]
Totals = dict[int, Levels]
"""Indicator → level → series. What nobody has given a figure for is missing."""

_kept: Kept[int, Levels] = Kept(MOST)


def added(series: Iterable[Series]) -> Series:
    """The series of several levels as one."""
    parts = list(series)
    days = sorted({day for part in parts for day, _amount in part.points})
    return parts[0] if len(parts) == 1 else Series(tuple((day, _sum(part.on(day) for part in parts)) for day in days))


def totals(programme: Programme, day: date, *, known_at: datetime | None = None) -> Totals:
    """The series of every indicator of the programme up to the day, as known now or at a moment; two queries."""
    stamps = stamps_of(programme)
    found = _present(programme, stamps) if known_at is None else _read(programme, stamps, known_at)
    return {
        indicator: cut
        for indicator, levels in found.items()
        if (cut := {level: part for level, each in levels.items() if (part := each.up_to(day)).points})
    }


def forget() -> None:
    """Drop what the process keeps, so that a measurement reads everything anew."""
    _kept.forget()


def _present(programme: Programme, stamps: dict[int, Stamp]) -> Totals:
    """As known now: kept where the stamp, which is older than the values, is the same."""

    def read(stale: Collection[int]) -> Totals:
        found = _read(programme, {indicator: stamps[indicator] for indicator in stale}, None)
        return {indicator: found.get(indicator, {}) for indicator in stale}

    return _kept.many(stamps, read)


def _read(programme: Programme, stamps: Mapping[int, Stamp], known_at: datetime | None) -> Totals:
    found: Totals = defaultdict(dict)
    sources = {indicator: stamp[-1] for indicator, stamp in stamps.items()}
    is_kept = known_at is None and bool(sources) and are_kept()
    rows = kept_changes(programme, sources) if is_kept else changes_of(programme, sources, known_at=known_at)
    for (indicator, level), changes in groupby(rows, key=lambda row: (row[0], row[1])):
        found[indicator][level] = Series(tuple(_running(list(changes))))
    return found


def _running(changes: Sequence[Change]) -> Iterable[tuple[date, Amount]]:
    """Each day of change with what stands from then on; what is counted in its period begins anew each year."""
    amount, year, in_period = NOTHING, 0, bool(changes and changes[0][2])
    for _indicator, _level, _in_period, changed_on, *change in changes:
        day = changed_on if isinstance(changed_on, date) else date.fromisoformat(changed_on)
        if in_period and year and day.year > year:
            yield date(year + 1, 1, 1), NOTHING
            amount = NOTHING
        amount, year = amount + _amount(change), day.year
        yield day, amount
    if in_period:
        yield date(year + 1, 1, 1), NOTHING


def _amount(change: Sequence[object]) -> Amount:
    """SQLite sums in floating point, exact to far more places than are kept."""
    numerator, denominator, number = map(_exact, change[:3])
    return Amount(numerator, denominator, number=number, known=int(str(change[3])), excused=int(str(change[4])))


def _exact(sum_: object) -> Decimal:
    return sum_ if isinstance(sum_, Decimal) else Decimal(str(sum_ or 0)).quantize(_PLACES)


def _sum(amounts: Iterable[Amount]) -> Amount:
    return sum(amounts, NOTHING)
