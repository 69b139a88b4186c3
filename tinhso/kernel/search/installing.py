"""Makes a database keep the index, and says what is missing. Alike on SQLite and PostgreSQL."""

from types import ModuleType

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from tinhso.kernel.search.entries import TABLE, Entry, entries
from tinhso.kernel.search.parts import Part
from tinhso.kernel.search.postgresql import building as postgresql
from tinhso.kernel.search.rebuilding import rebuild
from tinhso.kernel.search.sqlite import building as sqlite

_DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}
#: What tells a trigger from another: its name, its table, and all that makes it.
_Standing = set[tuple[str, str, str]]


def install(connection: BaseDatabaseWrapper) -> int:
    """Make everything stand as declared, and index anew what was not kept meanwhile; how many triggers were made."""
    if not _ready(connection):
        return 0
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in (*_dialect(connection).FUNCTIONS, *_dialect(connection).STRUCTURES):
            cursor.execute(statement)
        standing, wanted = _standing(connection), _wanted(connection)
        for name, table, _whole in standing - {_identity(part) for part in wanted}:
            _drop(cursor, name, table)
        fresh = [part for part in wanted if _identity(part) not in standing]
        for part in fresh:
            _create(cursor, part)
        rebuild(connection, _touched(connection, fresh))
    return len(fresh)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger out, before tables are altered."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for name, table, _whole in _standing(connection):
            _drop(cursor, name, table)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers that do not stand as they should."""
    if not _ready(connection):
        return []
    standing = _standing(connection)
    return [part.name for part in _wanted(connection) if _identity(part) not in standing]


def _ready(connection: BaseDatabaseWrapper) -> bool:
    return TABLE in connection.introspection.table_names()


def _present(connection: BaseDatabaseWrapper) -> list[Entry]:
    existing = set(connection.introspection.table_names())
    return [entry for entry in entries() if entry.table in existing]


def _wanted(connection: BaseDatabaseWrapper) -> list[Part]:
    dialect = _dialect(connection)
    return [*dialect.own_parts(), *(part for entry in _present(connection) for part in dialect.parts(entry))]


def _touched(connection: BaseDatabaseWrapper, fresh: list[Part]) -> list[Entry]:
    tables = {part.table for part in fresh}
    present = _present(connection)
    return present if TABLE in tables else [entry for entry in present if entry.table in tables]


def _identity(part: Part) -> tuple[str, str, str]:
    return part.name, part.table, part.function + part.statement


def _standing(connection: BaseDatabaseWrapper) -> _Standing:
    with connection.cursor() as cursor:
        cursor.execute(_dialect(connection).STANDING)
        return {(name, table, whole or "") for name, table, whole in cursor.fetchall()}


def _drop(cursor: CursorWrapper, name: str, table: str) -> None:
    on_table = f' ON "{table}"' if cursor.db.vendor == "postgresql" else ""
    cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on_table}')


def _create(cursor: CursorWrapper, part: Part) -> None:
    if part.function:
        cursor.execute(part.function)
    cursor.execute(part.statement)
    if cursor.db.vendor == "postgresql":
        cursor.execute(f'COMMENT ON TRIGGER "{part.name}" ON "{part.table}" IS %s', [part.function + part.statement])


def _dialect(connection: BaseDatabaseWrapper) -> ModuleType:
    return _DIALECTS[connection.vendor]
