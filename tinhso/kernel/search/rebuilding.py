"""The index made anew from its sources, and held against them."""

from collections.abc import Iterable

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from tinhso.kernel.search.entries import COLUMNS, TABLE, Entry, entries
from tinhso.kernel.search.postgresql import building as postgresql
from tinhso.kernel.search.sqlite import building as sqlite

_MEND = {"sqlite": sqlite.MEND, "postgresql": postgresql.MEND}
_SETTLE = {"sqlite": sqlite.SETTLE, "postgresql": postgresql.SETTLE}


def rebuild(connection: BaseDatabaseWrapper, chosen: Iterable[Entry] | None = None) -> int:
    """Index every row of these sources anew (all, unless said), and drop what no source declares; how many rows."""
    again = entries() if chosen is None else list(chosen)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        _run(cursor, _MEND[connection.vendor] if len(again) >= len(entries()) else ())
        _drop_undeclared(cursor)
        count = sum(_rebuild(cursor, entry) for entry in again)
        _run(cursor, _SETTLE[connection.vendor] if again else ())
    return count


def stale(connection: BaseDatabaseWrapper) -> int:
    """How many rows of the index differ from what their sources say now, or lack, or have outlived them."""
    with connection.cursor() as cursor:
        return sum(_stale(cursor, entry) for entry in entries())


def _rebuild(cursor: CursorWrapper, entry: Entry) -> int:
    cursor.execute(f"DELETE FROM {TABLE} WHERE source = %s", [entry.name])
    cursor.execute(f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) {entry.rows()} ORDER BY row")
    return int(cursor.rowcount)


def _stale(cursor: CursorWrapper, entry: Entry) -> int:
    kept = f"SELECT {', '.join(COLUMNS)} FROM {TABLE} WHERE source = '{entry.name}'"
    differing = (
        f"SELECT row FROM ({kept} EXCEPT {entry.rows()}) a UNION SELECT row FROM ({entry.rows()} EXCEPT {kept}) b"
    )
    cursor.execute(f"SELECT count(*) FROM ({differing}) c")
    return int(cursor.fetchone()[0])


def _run(cursor: CursorWrapper, statements: Iterable[str]) -> None:
    for statement in statements:
        cursor.execute(statement)


def _drop_undeclared(cursor: CursorWrapper) -> None:
    names = [entry.name for entry in entries()]
    places = ", ".join(["%s"] * len(names)) or "NULL"
    cursor.execute(f"DELETE FROM {TABLE} WHERE source NOT IN ({places})", names)
