"""The sums of indicators as PostgreSQL keeps them (``sum_triggers``): what values change, by level and day.

The ends of units are no part of what is kept, because a reorganisation would have to count everything anew: what an
ended unit gave last is looked up and taken away on its end.
"""

from collections.abc import Collection
from typing import Any

from django.db import connection

from tinhso.steering.programmes.models import Programme

_COUNTED = """
    FROM figures_value value
    LEFT JOIN counting own ON own.indicator_id = measure.indicator_id AND own.level = value.level
    LEFT JOIN counting every ON every.indicator_id = measure.indicator_id AND every.level = ''
    WHERE value.indicator_id = COALESCE(measure.taken_from_id, measure.indicator_id) AND value.superseded_at IS NULL
        AND NOT value.withdrawn AND (own.counts_from IS NULL OR value.from_on >= own.counts_from)
        AND (every.counts_from IS NULL OR value.from_on >= every.counts_from) OF_UNIT"""
_LAST = f"""
    SELECT value.level, value.unit_id, value.numerator, value.denominator, value.number,
        CASE WHEN value.not_applicable THEN 0 ELSE 1 END AS known,
        CASE WHEN value.not_applicable THEN 1 ELSE 0 END AS excused
    {_COUNTED} AND value.to_on < ended.ended_on
    ORDER BY value.to_on DESC, value.from_on, value.id LIMIT 1"""
#: What is given later takes the value away in the sums that are kept; its unit's end has done so before.
_NEXT = f"SELECT MIN(value.to_on) AS to_on {_COUNTED} AND value.to_on >= ended.ended_on"
_READ = """
WITH asked AS MATERIALIZED (
    SELECT measure.indicator_id, measure.taken_from_id, measure.timing, measure.aggregation
    FROM figures_measure measure WHERE measure.indicator_id IN (INDICATORS)
), counting(indicator_id, level, counts_from) AS (
    SELECT indicator_id, level, CASE WHEN COUNT(*) = COUNT(from_on) THEN MIN(from_on) END
    FROM programmes_target WHERE withdrawn_at IS NULL AND indicator_id IN (SELECT indicator_id FROM asked)
    GROUP BY indicator_id, level
), ended(unit_id, ended_on) AS (
    SELECT unit_id, MAX(valid_to) FROM organisations_unitversion
    GROUP BY unit_id HAVING COUNT(*) = COUNT(valid_to) AND MAX(valid_to) <= %s
), fallen AS (
    SELECT measure.indicator_id, ended.ended_on, next.to_on AS next_on, last.*
    FROM asked measure CROSS JOIN ended CROSS JOIN LATERAL (LAST_OF_UNIT) last CROSS JOIN LATERAL (NEXT_OF_UNIT) next
    WHERE measure.timing <> 'in_period' AND measure.aggregation <> 'latest'
    UNION ALL
    SELECT measure.indicator_id, ended.ended_on, next.to_on, last.*
    FROM asked measure CROSS JOIN ended CROSS JOIN LATERAL (LAST_OF_ALL) last CROSS JOIN LATERAL (NEXT_OF_ALL) next
    WHERE measure.timing <> 'in_period' AND measure.aggregation = 'latest' AND last.unit_id = ended.unit_id
), changes AS (
    SELECT kept.indicator_id, kept.level, kept.changed_on, kept.numerator, kept.denominator, kept.number, kept.known,
        kept.excused
    FROM asked JOIN figures_sum kept ON kept.indicator_id = asked.indicator_id WHERE kept.events > 0
    UNION ALL
    SELECT indicator_id, level, ended_on, -numerator, -denominator, -number, -known, -excused FROM fallen
    UNION ALL
    SELECT indicator_id, level, next_on, numerator, denominator, number, known, excused
    FROM fallen WHERE next_on IS NOT NULL
)
SELECT changes.indicator_id, changes.level, CASE WHEN asked.timing = 'in_period' THEN 1 ELSE 0 END, changed_on,
    SUM(numerator), SUM(denominator), SUM(number), SUM(known), SUM(excused)
FROM changes JOIN asked ON asked.indicator_id = changes.indicator_id
GROUP BY changes.indicator_id, changes.level, asked.timing, changed_on
ORDER BY changes.indicator_id, changes.level, changed_on"""


def are_kept() -> bool:
    """Whether the database keeps sums: PostgreSQL does; SQLite counts the values of an indicator when it is asked."""
    return connection.vendor == "postgresql"


def kept_changes(programme: Programme, indicators: Collection[int]) -> list[tuple[Any, ...]]:
    """As ``changes_of`` counts them, as known now."""
    statement = _READ
    for place, of in (("OF_UNIT", "AND value.unit_id = ended.unit_id"), ("OF_ALL", "")):
        for name, looked_up in (("LAST", _LAST), ("NEXT", _NEXT)):
            statement = statement.replace(f"{name}_{place}", looked_up.replace("OF_UNIT", of))
    statement = statement.replace("INDICATORS", ", ".join(["%s"] * len(indicators)))
    with connection.cursor() as cursor:
        cursor.execute(statement, (*indicators, programme.ends_on))
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
