"""The lines of a file in a table of this connection alone, from where they are checked and entered as sets."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from tinhso.steering.figures.importing.lines import Fresh

_CREATE = """
CREATE TEMPORARY TABLE IF NOT EXISTS figures_incoming (
    line bigint, indicator_id bigint, unit_id bigint, level varchar(10),
    from_on date, to_on date, numerator decimal(30, 6), denominator decimal(30, 6), number decimal(30, 6),
    not_applicable bool, note text, corrects_id bigint)"""
_SAID = "(line, indicator_id, unit_id, level, from_on, to_on, numerator, denominator, number, not_applicable, note)"
_EMPTY = {"postgresql": "TRUNCATE figures_incoming", "sqlite": "DELETE FROM figures_incoming"}
_COPY = f"COPY figures_incoming {_SAID} FROM STDIN"
_INSERT = "INSERT INTO figures_incoming VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, NULL)"
_ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


@contextmanager
def staged(portions: Iterator[list[Fresh]]) -> Iterator[None]:
    """The table is filled with the lines, and empty at the end. Not for two files at once on one connection."""
    prepare()
    try:
        _fill(portions)
        yield
    finally:
        _empty()


def prepare() -> None:
    """The connection has the table, empty. It stays: SQLite reads its whole schema anew at each savepoint that is taken
    back after a table was made in the same transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CREATE)
    _empty()


def _empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_EMPTY[connection.vendor])


def _fill(portions: Iterator[list[Fresh]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for portion in portions:
                # A portion is whole before it is sent: understanding it may ask this connection something.
                with cursor.copy(_COPY) as copy:
                    copy.write("".join(map(_as_text, portion)))
            cursor.execute("ANALYZE figures_incoming")
        else:
            for portion in portions:
                cursor.executemany(_INSERT, portion)


def _as_text(line: Fresh) -> str:
    """A line of COPY's text format."""
    note = line.note.translate(_ESCAPED) if line.note else ""
    numbers = "\t".join([r"\N" if each is None else each for each in line[6:9]])
    number, indicator, unit, level, from_on, to_on = line[:6]
    return f"{number}\t{indicator}\t{unit}\t{level}\t{from_on}\t{to_on}\t{numbers}\t{line.not_applicable:d}\t{note}\n"
