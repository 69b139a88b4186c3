"""What the values of indicators change, by level and day: one SQL.

A cumulative value holds for its unit until the unit gives a later one, or ends: it is added on its last day and taken
away again then, so that sums over days are sums over units. A value in its period stays added until the year ends.
Values that begin before their level is counted (II.3: district counters from 01/12/2022) are left out.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from tinhso.steering.programmes.models import Programme

Change = tuple[Any, ...]
"""Indicator, level, whether in its period, day; then what is added: numerator, denominator, number, known, excused."""

_CHANGES = """
WITH counting(indicator_id, level, counts_from) AS (
    SELECT indicator_id, level, CASE WHEN COUNT(*) = COUNT(from_on) THEN MIN(from_on) END
    FROM programmes_target WHERE programme_id = %s AND withdrawn_at IS NULL GROUP BY indicator_id, level
), ended(unit_id, ended_on) AS (
    SELECT unit_id, MAX(valid_to) FROM organisations_unitversion
    GROUP BY unit_id HAVING COUNT(*) = COUNT(valid_to) AND MAX(valid_to) <= %s
), held AS (
    SELECT measure.indicator_id, value.level, value.to_on, value.numerator, value.denominator, value.number,
        CASE WHEN value.not_applicable THEN 0 ELSE 1 END AS known,
        CASE WHEN value.not_applicable THEN 1 ELSE 0 END AS excused,
        CASE WHEN measure.timing = 'in_period' THEN 1 ELSE 0 END AS in_period,
        CASE WHEN ended.ended_on > value.to_on THEN ended.ended_on END AS ended_on,
        LEAD(value.to_on) OVER (
            PARTITION BY measure.indicator_id, CASE WHEN measure.aggregation = 'latest' THEN 0 ELSE value.unit_id END
            ORDER BY value.to_on, value.from_on DESC, value.id DESC
        ) AS next_on
    FROM figures_value value
    JOIN figures_measure measure ON COALESCE(measure.taken_from_id, measure.indicator_id) = value.indicator_id
    LEFT JOIN ended ON ended.unit_id = value.unit_id
    LEFT JOIN counting own ON own.indicator_id = measure.indicator_id AND own.level = value.level
    LEFT JOIN counting every ON every.indicator_id = measure.indicator_id AND every.level = ''
    WHERE measure.indicator_id IN (INDICATORS) AND value.indicator_id IN (SOURCES) AND NOT value.withdrawn AND STANDING
        AND (own.counts_from IS NULL OR value.from_on >= own.counts_from)
        AND (every.counts_from IS NULL OR value.from_on >= every.counts_from)
), changes AS (
    SELECT indicator_id, level, in_period, to_on AS changed_on, numerator, denominator, number, known, excused
    FROM held WHERE in_period = 0 OR next_on IS NULL OR next_on <> to_on
    UNION ALL
    SELECT indicator_id, level, in_period,
        CASE WHEN ended_on < next_on THEN ended_on ELSE COALESCE(next_on, ended_on) END,
        -numerator, -denominator, -number, -known, -excused
    FROM held WHERE in_period = 0 AND COALESCE(next_on, ended_on) IS NOT NULL
)
SELECT indicator_id, level, in_period, changed_on, SUM(numerator), SUM(denominator), SUM(number), SUM(known),
    SUM(excused)
FROM changes GROUP BY indicator_id, level, in_period, changed_on ORDER BY indicator_id, level, changed_on
"""

_NOW = "value.superseded_at IS NULL"
_THEN = "value.recorded_at <= %s AND (value.superseded_at IS NULL OR value.superseded_at > %s)"


def changes_of(programme: Programme, sources: Mapping[int, int], *, known_at: datetime | None) -> Sequence[Change]:
    """The changes in the order of indicator, level and day, as known now or at a moment.

    ``sources`` tells of each indicator whose values it counts: its own, or those of the one that it is taken from.
    """
    if not sources:
        return []
    given = set(sources.values())
    as_moment = connection.ops.adapt_datetimefield_value
    moments = () if known_at is None else (as_moment(known_at),) * 2
    # A unit that ends after the programme was there for all of it.
    last = connection.ops.adapt_datefield_value(programme.ends_on)
    statement = _CHANGES.replace("STANDING", _NOW if known_at is None else _THEN)
    statement = statement.replace("INDICATORS", _places(sources)).replace("SOURCES", _places(given))
    with connection.cursor() as cursor:
        cursor.execute(statement, (programme.pk, last, *sources, *given, *moments))
        rows: Sequence[Change] = cursor.fetchall()
    return rows


def _places(keys: Collection[int]) -> str:
    return ", ".join(["%s"] * len(keys))
