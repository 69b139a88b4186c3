"""What the values of a programme come to, by indicator and level, on every day on which they change: one SQL.

A cumulative value holds for its unit until the unit gives a later one, or ends: it is added on its last day and taken
away again then, so that sums over days are sums over units. A value in its period stays added until the year ends.
Values that begin before their level is counted (II.3: district counters from 01/12/2022) are left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db import connection

from tinhso.steering.figures.amounts import NOTHING, Amount
from tinhso.steering.programmes.models import Programme

_CHANGES = """
WITH counting(indicator_id, level, counts_from) AS (
    SELECT indicator_id, level, CASE WHEN COUNT(*) = COUNT(from_on) THEN MIN(from_on) END
    FROM programmes_target WHERE programme_id = %s AND withdrawn_at IS NULL GROUP BY indicator_id, level
), ended(unit_id, ended_on) AS (
    SELECT unit_id, MAX(valid_to) FROM organisations_unitversion
    GROUP BY unit_id HAVING COUNT(*) = COUNT(valid_to) AND MAX(valid_to) <= %s
), held AS (
    SELECT value.indicator_id, value.level, value.to_on, value.numerator, value.denominator, value.number,
        CASE WHEN value.not_applicable THEN 0 ELSE 1 END AS known,
        CASE WHEN value.not_applicable THEN 1 ELSE 0 END AS excused,
        CASE WHEN measure.timing = 'in_period' THEN 1 ELSE 0 END AS in_period,
        CASE WHEN ended.ended_on > value.to_on THEN ended.ended_on END AS ended_on,
        LEAD(value.to_on) OVER (
            PARTITION BY value.indicator_id, CASE WHEN measure.aggregation = 'latest' THEN 0 ELSE value.unit_id END
            ORDER BY value.to_on, value.from_on DESC, value.id DESC
        ) AS next_on
    FROM figures_value value
    JOIN programmes_indicator indicator ON indicator.id = value.indicator_id
    JOIN figures_measure measure ON measure.indicator_id = value.indicator_id
    LEFT JOIN ended ON ended.unit_id = value.unit_id
    LEFT JOIN counting own ON own.indicator_id = value.indicator_id AND own.level = value.level
    LEFT JOIN counting every ON every.indicator_id = value.indicator_id AND every.level = ''
    WHERE indicator.programme_id = %s AND indicator.withdrawn_at IS NULL
        AND value.to_on <= %s AND NOT value.withdrawn AND STANDING
        AND (own.counts_from IS NULL OR value.from_on >= own.counts_from)
        AND (every.counts_from IS NULL OR value.from_on >= every.counts_from)
), changes AS (
    SELECT indicator_id, level, in_period, to_on AS changed_on, numerator, denominator, number, known, excused
    FROM held WHERE in_period = 0 OR next_on IS NULL OR next_on <> to_on
    UNION ALL
    SELECT indicator_id, level, in_period, COALESCE(next_on, ended_on), -numerator, -denominator, -number,
        -known, -excused
    FROM held WHERE in_period = 0 AND COALESCE(next_on, ended_on) IS NOT NULL
)
SELECT indicator_id, level, in_period, changed_on, SUM(numerator), SUM(denominator), SUM(number), SUM(known),
    SUM(excused)
FROM changes GROUP BY indicator_id, level, in_period, changed_on ORDER BY indicator_id, level, changed_on
"""

_NOW = "value.superseded_at IS NULL"
_THEN = "value.recorded_at <= %s AND (value.superseded_at IS NULL OR value.superseded_at > %s)"
_PLACES = Decimal("0.000001")

Totals = dict[int, dict[str, "Series"]]
"""Indicator → level → series. What nobody has given a figure for is missing."""


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

    @property
    def known(self) -> list[tuple[date, Amount]]:
        """The days on which there was a figure."""
        return [(day, amount) for day, amount in self.points if amount.is_known]


def added(series: Iterable[Series]) -> Series:
    """The series of several levels as one."""
    parts = list(series)
    days = sorted({day for part in parts for day, _amount in part.points})
    return parts[0] if len(parts) == 1 else Series(tuple((day, _sum(part.on(day) for part in parts)) for day in days))


def totals(programme: Programme, day: date, *, known_at: datetime | None = None) -> Totals:
    """The series of every indicator of the programme up to the day, as known now or at a moment; one query."""
    found: Totals = defaultdict(dict)
    rows = _rows(programme, day, known_at)
    for (indicator, level), changes in groupby(rows, key=lambda row: (row[0], row[1])):
        found[indicator][level] = Series(tuple(_running(list(changes), until=day)))
    return found


def _rows(programme: Programme, day: date, known_at: datetime | None) -> Sequence[tuple[Any, ...]]:
    as_day, as_moment = connection.ops.adapt_datefield_value, connection.ops.adapt_datetimefield_value
    standing = _NOW if known_at is None else _THEN
    moments = () if known_at is None else (as_moment(known_at),) * 2
    # A unit that ends after the programme was there for all of it.
    last = as_day(min(day, programme.ends_on))
    values = (programme.pk, last, programme.pk, as_day(day), *moments)
    with connection.cursor() as cursor:
        cursor.execute(_CHANGES.replace("STANDING", standing), values)
        rows: Sequence[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _running(changes: Sequence[tuple[Any, ...]], *, until: date) -> Iterable[tuple[date, Amount]]:
    """Each day of change with what stands from then on; what is counted in its period begins anew each year."""
    amount, year = NOTHING, 0
    for _indicator, _level, in_period, changed_on, *change in changes:
        day = changed_on if isinstance(changed_on, date) else date.fromisoformat(changed_on)
        if in_period and year and day.year > year:
            yield date(year + 1, 1, 1), NOTHING
            amount = NOTHING
        amount, year = amount + _amount(change), day.year
        yield day, amount
    if changes and changes[0][2] and until.year > year:
        yield date(year + 1, 1, 1), NOTHING


def _amount(change: Sequence[Any]) -> Amount:
    """SQLite sums in floating point, exact to far more places than are kept."""
    numerator, denominator, number = (Decimal(str(each or 0)).quantize(_PLACES) for each in change[:3])
    return Amount(numerator, denominator, number=number, known=int(change[3]), excused=int(change[4]))


def _sum(amounts: Iterable[Amount]) -> Amount:
    return sum(amounts, NOTHING)
