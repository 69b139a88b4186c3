"""The triggers that keep the sums of indicators equal to a full count (PostgreSQL). ``migrate`` installs them.

A figure changes only what its own unit adds and takes away: for the units touched by a statement that is counted as it
was before and as it is now, and the difference is added. Two who write about one indicator wait for each other at its
edition, whose triggers come first by their names.
"""

from collections.abc import Iterator
from hashlib import sha256

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "figures_sum"
_COLUMNS = ("id", "unit_id", "level", "from_on", "to_on", "numerator", "denominator", "number")
_SUMMED = ("numerator", "denominator", "number", "known", "excused", "events")

#: What the units' values add and take away, with a sign; the ends of units are counted when it is read.
_DIFFERENCE = """
counting(indicator_id, level, counts_from) AS (
    SELECT indicator_id, level, CASE WHEN COUNT(*) = COUNT(from_on) THEN MIN(from_on) END
    FROM programmes_target WHERE withdrawn_at IS NULL AND indicator_id IN (SELECT indicator_id FROM touched)
    GROUP BY indicator_id, level
), held AS (
    SELECT state.sign, state.indicator_id, state.level, state.to_on, COALESCE(state.numerator, 0) AS numerator,
        COALESCE(state.denominator, 0) AS denominator, COALESCE(state.number, 0) AS number,
        CASE WHEN state.not_applicable THEN 0 ELSE 1 END AS known,
        CASE WHEN state.not_applicable THEN 1 ELSE 0 END AS excused,
        measure.timing = 'in_period' AS in_period,
        LEAD(state.to_on) OVER (
            PARTITION BY state.sign, state.indicator_id,
                CASE WHEN measure.aggregation = 'latest' THEN 0 ELSE state.unit_id END
            ORDER BY state.to_on, state.from_on DESC, state.id DESC
        ) AS next_on
    FROM state
    JOIN figures_measure measure ON measure.indicator_id = state.indicator_id
    LEFT JOIN counting own ON own.indicator_id = state.indicator_id AND own.level = state.level
    LEFT JOIN counting every ON every.indicator_id = state.indicator_id AND every.level = ''
    WHERE (own.counts_from IS NULL OR state.from_on >= own.counts_from)
        AND (every.counts_from IS NULL OR state.from_on >= every.counts_from)
), changes AS (
    SELECT sign, indicator_id, level, to_on AS changed_on, numerator, denominator, number, known, excused
    FROM held WHERE NOT in_period OR next_on IS NULL OR next_on <> to_on
    UNION ALL
    SELECT sign, indicator_id, level, next_on, -numerator, -denominator, -number, -known, -excused
    FROM held WHERE NOT in_period AND next_on IS NOT NULL
)
INSERT INTO figures_sum AS kept
    (indicator_id, level, changed_on, numerator, denominator, number, known, excused, events)
SELECT indicator_id, level, changed_on, SUM(sign * numerator), SUM(sign * denominator), SUM(sign * number),
    SUM(sign * known), SUM(sign * excused), SUM(sign)
FROM changes GROUP BY indicator_id, level, changed_on
HAVING SUM(sign * numerator) <> 0 OR SUM(sign * denominator) <> 0 OR SUM(sign * number) <> 0
    OR SUM(sign * known) <> 0 OR SUM(sign * excused) <> 0 OR SUM(sign) <> 0
ORDER BY indicator_id, level, changed_on
ON CONFLICT (indicator_id, level, changed_on) DO UPDATE SET ADDED;"""

_TOUCHED = """
WITH touched AS MATERIALIZED (
    SELECT DISTINCT measure.indicator_id, changed.indicator_id AS source_id,
        CASE WHEN measure.aggregation <> 'latest' THEN changed.unit_id END AS unit_id
    FROM (CHANGED) changed
    JOIN (
        SELECT indicator_id AS source_id, indicator_id, aggregation FROM figures_measure WHERE taken_from_id IS NULL
        UNION ALL
        SELECT taken_from_id, indicator_id, aggregation FROM figures_measure WHERE taken_from_id IS NOT NULL
    ) measure ON measure.source_id = changed.indicator_id
), state AS ("""
_OF_UNITS = """
    SELECT SIGN AS sign, touched.indicator_id, COLUMNS FROM touched
    JOIN figures_value value ON value.indicator_id = touched.source_id AND value.unit_id = touched.unit_id
    WHERE value.superseded_at IS NULL AND NOT value.withdrawn"""
_OF_ALL = """
    SELECT SIGN AS sign, touched.indicator_id, COLUMNS FROM touched
    JOIN figures_value value ON value.indicator_id = touched.source_id
    WHERE touched.unit_id IS NULL AND value.superseded_at IS NULL AND NOT value.withdrawn"""
_NOT_NEW = " AND NOT EXISTS (SELECT 1 FROM fresh WHERE fresh.id = value.id)"
_OLD = """
    SELECT -1, touched.indicator_id, COLUMNS FROM touched
    JOIN gone value ON value.indicator_id = touched.source_id
        AND (touched.unit_id IS NULL OR value.unit_id = touched.unit_id)
    WHERE value.superseded_at IS NULL AND NOT value.withdrawn"""

_RECOUNT = """
CREATE OR REPLACE FUNCTION figures_sum_recount(keys bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
DELETE FROM figures_sum WHERE indicator_id = ANY(keys);
WITH touched AS MATERIALIZED (
    SELECT indicator_id, COALESCE(taken_from_id, indicator_id) AS source_id, NULL::bigint AS unit_id
    FROM figures_measure WHERE indicator_id = ANY(keys)
), state AS (BOTH), DIFFERENCE
END $$"""
_FUNCTION = """
CREATE OR REPLACE FUNCTION figures_sum_EVENT() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
EXECUTE $statement$ WORK $statement$;
RETURN NULL;
END $$"""
#: Event → the transition tables, and the rows that were touched.
_EVENTS = {
    "insert": ("NEW TABLE AS fresh", "SELECT indicator_id, unit_id FROM fresh"),
    "update": (
        "OLD TABLE AS gone NEW TABLE AS fresh",
        "SELECT indicator_id, unit_id FROM fresh UNION SELECT indicator_id, unit_id FROM gone",
    ),
    "delete": ("OLD TABLE AS gone", "SELECT indicator_id, unit_id FROM gone"),
}
_EMPTIED = """
CREATE OR REPLACE FUNCTION figures_sum_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN DELETE FROM figures_sum; RETURN NULL; END $$"""
#: Table beside the values → the columns of it that the sums follow from.
_BESIDE = {
    "figures_measure": "timing, aggregation, taken_from_id",
    "programmes_target": "level, from_on, withdrawn_at IS NULL",
}
_BESIDE_ROWS = "SELECT indicator_id, COLUMNS FROM ROWS"
_RECOUNTING = """
CREATE OR REPLACE FUNCTION figures_sum_TABLE_EVENT() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
PERFORM figures_sum_recount(keys) FROM (
    SELECT array_agg(indicator_id) AS keys FROM (SELECT DISTINCT indicator_id FROM (ROWS) changed) touched
    WHERE EXISTS (SELECT FROM figures_sum kept WHERE kept.indicator_id = touched.indicator_id)
        OR EXISTS (
            SELECT FROM figures_measure measure
            JOIN figures_value value ON value.indicator_id = COALESCE(measure.taken_from_id, measure.indicator_id)
            WHERE measure.indicator_id = touched.indicator_id)
) every WHERE keys IS NOT NULL;
RETURN NULL;
END $$"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Make them stand; where they tell otherwise than those that stood, everything is counted anew."""
    if connection.vendor != "postgresql" or TABLE not in connection.introspection.table_names():
        return
    statements = list(_statements())
    label = sha256("\n".join(statements).encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description('figures_sum'::regclass, 'pg_class')")
        if cursor.fetchone()[0] == label:
            return
        for statement in statements:
            cursor.execute(statement)
        cursor.execute("SELECT figures_sum_recount(array_agg(indicator_id)) FROM figures_measure")
        cursor.execute(f"COMMENT ON TABLE figures_sum IS '{label}'")


def _statements() -> Iterator[str]:
    added = ", ".join(f"{column} = kept.{column} + EXCLUDED.{column}" for column in _SUMMED)
    difference = _DIFFERENCE.replace("ADDED", added)
    yield _with_columns(_RECOUNT.replace("BOTH", _OF_ALL.replace("SIGN", "1")).replace("DIFFERENCE", difference))
    yield _EMPTIED
    yield _trigger("figures_value", "truncate", tables="", function="figures_sum_emptied")
    for event, (tables, touched) in _EVENTS.items():
        work = _TOUCHED.replace("CHANGED", touched) + " UNION ALL ".join(_states(event)) + "), " + difference
        yield _with_columns(_FUNCTION.replace("EVENT", event).replace("WORK", work))
        yield _trigger("figures_value", event, tables=f"REFERENCING {tables}", function=f"figures_sum_{event}")
    for table, columns in _BESIDE.items():
        for event, (tables, _touched) in _EVENTS.items():
            rows = _rows_beside(event, columns)
            yield _RECOUNTING.replace("TABLE", table).replace("EVENT", event).replace("ROWS", rows)
            function = f"figures_sum_{table}_{event}"
            yield _trigger(table, event, tables=f"REFERENCING {tables}", function=function)


def _states(event: str) -> Iterator[str]:
    """How it is now, and with the opposite sign how it was before the statement."""
    before = "" if event == "delete" else _NOT_NEW
    for part in (_OF_UNITS, _OF_ALL):
        yield part.replace("SIGN", "1")
        yield part.replace("SIGN", "-1") + before
    if event != "insert":
        yield _OLD


def _rows_beside(event: str, columns: str) -> str:
    """The rows of a table beside the values that changed in what matters."""
    asked = _BESIDE_ROWS.replace("COLUMNS", columns)
    rows = {name: asked.replace("ROWS", name) for name in ("fresh", "gone")}
    if event != "update":
        return rows["fresh" if event == "insert" else "gone"]
    return f"({rows['fresh']} EXCEPT {rows['gone']}) UNION ALL ({rows['gone']} EXCEPT {rows['fresh']})"


def _with_columns(statement: str) -> str:
    columns = ", ".join(f"value.{column}" for column in (*_COLUMNS, "not_applicable"))
    return statement.replace("COLUMNS", columns)


def _trigger(table: str, event: str, *, tables: str, function: str) -> str:
    return (
        f'CREATE OR REPLACE TRIGGER figures_sum_{event} AFTER {event.upper()} ON "{table}" {tables} '
        f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
    )
