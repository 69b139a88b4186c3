"""What the lines of a file are against each other and against what stands: a few statements for all of them."""

from collections.abc import Iterator, Sequence

from django.db import connection

from tinhso.steering.figures.importing.lines import Refused
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import AlreadyGiven
from tinhso.steering.figures.wording import written

#: So many refused lines are told; the others are counted.
MOST_TOLD = 1_000
_CELL = (
    "{0}.indicator_id = {1}.indicator_id AND {0}.unit_id = {1}.unit_id "
    "AND {0}.from_on = {1}.from_on AND {0}.to_on = {1}.to_on"
)
#: Whether two say the same. The number in it is less than six places can tell, so never what a value says.
_SAID = (
    "(COALESCE({0}.numerator, -0.0000001) = COALESCE({1}.numerator, -0.0000001) "
    "AND COALESCE({0}.denominator, -0.0000001) = COALESCE({1}.denominator, -0.0000001) "
    "AND COALESCE({0}.number, -0.0000001) = COALESCE({1}.number, -0.0000001) "
    "AND {0}.not_applicable = {1}.not_applicable)"
)


#: The lines that say again what a line before says of; the values that stand where a line says something.
_REPEATED = """figures_incoming later
JOIN (
    SELECT indicator_id, unit_id, from_on, to_on, MIN(line) AS line FROM figures_incoming
    GROUP BY indicator_id, unit_id, from_on, to_on HAVING COUNT(*) > 1
) cell ON ONE_CELL
JOIN figures_incoming first ON first.line = cell.line
WHERE later.line > cell.line"""
_SAID_OF_CELL = """figures_incoming incoming
JOIN figures_value value ON STANDING_CELL"""
_STANDING = f"{_SAID_OF_CELL} WHERE value.superseded_at IS NULL"


def _filled(statement: str) -> str:
    """With what stands in capitals written out."""
    for word, lines in (("REPEATED", _REPEATED), ("STANDING_LINES", _STANDING), ("SAID_OF_CELL", _SAID_OF_CELL)):
        statement = statement.replace(word, lines)
    for word, condition, pair in (
        ("ONE_CELL", _CELL, ("cell", "later")),
        ("LATER_SAME", _SAID, ("later", "first")),
        ("STANDING_CELL", _CELL, ("value", "incoming")),
        ("STANDING_SAME", _SAID, ("value", "incoming")),
    ):
        statement = statement.replace(word, condition.format(*pair))
    return statement


_CONTRADICTED = _filled("SELECT later.line, first.line FROM REPEATED AND NOT LATER_SAME ORDER BY later.line")
_DROP_REPEATED = _filled("DELETE FROM figures_incoming WHERE line IN (SELECT later.line FROM REPEATED)")
_GIVEN = _filled("""
SELECT incoming.line, value.id, value.withdrawn FROM STANDING_LINES AND value.source = 'imported'
    AND (value.withdrawn OR NOT STANDING_SAME) ORDER BY incoming.line""")
#: Also what a file said before and a person has corrected or not chosen since: sent again, it tells nothing new.
_DROP_GIVEN = _filled("""
DELETE FROM figures_incoming WHERE line IN (
    SELECT incoming.line FROM SAID_OF_CELL
    WHERE value.source = 'imported' AND NOT value.withdrawn AND STANDING_SAME)""")
_CORRECT = "UPDATE figures_incoming SET corrects_id = %s WHERE line = %s"
_BESIDE = _filled("""
SELECT COUNT(*) FROM STANDING_LINES AND value.source <> 'imported' AND NOT value.withdrawn AND NOT STANDING_SAME""")
_OVERLAP = """
WITH counted AS (
    SELECT measure.indicator_id FROM figures_measure measure
    WHERE measure.timing = 'in_period' AND measure.indicator_id IN (SELECT indicator_id FROM figures_incoming)
), spans AS (
    SELECT indicator_id, unit_id, from_on, to_on, MIN(line) AS line FROM (
        SELECT indicator_id, unit_id, from_on, to_on, line FROM figures_incoming
        WHERE indicator_id IN (SELECT indicator_id FROM counted)
        UNION ALL
        SELECT value.indicator_id, value.unit_id, value.from_on, value.to_on, NULL FROM figures_value value
        WHERE value.indicator_id IN (SELECT indicator_id FROM counted)
            AND value.superseded_at IS NULL AND NOT value.withdrawn
            AND EXISTS (SELECT 1 FROM figures_incoming incoming
                WHERE incoming.indicator_id = value.indicator_id AND incoming.unit_id = value.unit_id)
    ) each_of GROUP BY indicator_id, unit_id, from_on, to_on
), neighbours AS (
    SELECT line, from_on, to_on,
        MAX(to_on) OVER (PARTITION BY indicator_id, unit_id ORDER BY from_on, to_on
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_to,
        LEAD(from_on) OVER (PARTITION BY indicator_id, unit_id ORDER BY from_on, to_on) AS next_from
    FROM spans
)
SELECT line FROM neighbours WHERE line IS NOT NULL AND (from_on <= before_to OR next_from <= to_on) ORDER BY line"""


def settled() -> tuple[list[Refused], int]:
    """The lines that contradict what is said elsewhere; where none does, only what is new is left in the table.

    Also how many were passed over, because the same stands or was said in a line before.
    """
    with connection.cursor() as cursor:
        contradicted = [
            Refused(line, f"cùng chỉ tiêu, đơn vị và kỳ với dòng {first} nhưng số khác.")
            for line, first in _told(_CONTRADICTED)
        ]
        cursor.execute(_DROP_REPEATED)
        passed = int(cursor.rowcount)
        given, withdrawn = _given()
        # Another number than the one that a person did not choose is for a person again.
        cursor.executemany(_CORRECT, withdrawn)
        cursor.execute(_DROP_GIVEN)
        passed += int(cursor.rowcount)
    overlapping = [
        Refused(line, "số phát sinh trong kỳ này chồng lên kỳ khác của đơn vị.") for (line,) in _told(_OVERLAP)
    ]
    return [*contradicted, *given, *overlapping], passed


def beside() -> int:
    """How many of the lines say something else than another source says of the same cell."""
    return next(_told(_BESIDE))[0]


def _given() -> tuple[list[Refused], list[tuple[int, int]]]:
    """The lines that say something else than a file before; the withdrawals that stand of a file's figures, each with
    the line that says something of its cell."""
    found = list(_told(_GIVEN))
    standing = [(line, value) for line, value, is_withdrawn in found if not is_withdrawn]
    values = Value.objects.in_bulk([value for _line, value in standing[:MOST_TOLD]])
    measures = Measure.objects.in_bulk({value.indicator_id for value in values.values()})
    given = [Refused(line, _stands(values.get(value), measures)) for line, value in standing]
    return given, [(value, line) for line, value, is_withdrawn in found if is_withdrawn]


def _stands(value: Value | None, measures: "dict[int, Measure]") -> str:
    stands = written(value, measures[value.indicator_id]) if value else "số khác"
    return AlreadyGiven(stands=stands).sentence


def _told(statement: str) -> "Iterator[Sequence[int]]":
    with connection.cursor() as cursor:
        cursor.execute(statement)
        yield from cursor.fetchall()
