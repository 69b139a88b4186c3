"""Puts the triggers into a database, takes them out, and says which are missing. Alike on SQLite and PostgreSQL."""

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from tinhso.kernel.audit.postgresql import triggers as postgresql
from tinhso.kernel.audit.sqlite import triggers as sqlite
from tinhso.kernel.audit.tables import OWN_TABLE, Trigger, recorded

_STANDING = {
    "sqlite": "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 6) = 'audit_'",
    # PostgreSQL rewrites a statement when it keeps it; the comment holds it as it was given.
    "postgresql": "SELECT tgname, relname, obj_description(pg_trigger.oid, 'pg_trigger') FROM pg_trigger "
    "JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal AND tgenabled <> 'D' "
    "AND substr(tgname, 1, 6) = 'audit_' AND relnamespace = current_schema()::regnamespace",
}


def wanted(connection: BaseDatabaseWrapper) -> list[Trigger]:
    """Every trigger that must stand, for the tables that exist; none before the log itself exists."""
    dialect = {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]
    existing = set(connection.introspection.table_names())
    if OWN_TABLE not in existing:
        return []
    tables = (table for table in recorded() if table.name in existing)
    return [*dialect.guards(), *(trigger for table in tables for trigger in dialect.triggers(table))]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers that do not stand as they should."""
    standing = _standing(connection)
    return [trigger.name for trigger in wanted(connection) if trigger not in standing]


def install(connection: BaseDatabaseWrapper) -> int:
    """Make the triggers stand as they should, in one transaction; says how many had to be made."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        standing, statements = _standing(connection), wanted(connection)
        fresh = [trigger for trigger in statements if trigger not in standing]
        for trigger in standing - set(statements):
            _drop(cursor, trigger)
        if connection.vendor == "postgresql" and statements:
            for function in postgresql.FUNCTIONS:
                cursor.execute(function)
        for trigger in fresh:
            _create(cursor, trigger)
    return len(fresh)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger out: before tables are altered, and before a test database is emptied."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for trigger in _standing(connection):
            _drop(cursor, trigger)


def _standing(connection: BaseDatabaseWrapper) -> set[Trigger]:
    with connection.cursor() as cursor:
        cursor.execute(_STANDING[connection.vendor])
        return {Trigger(name, table, statement or "") for name, table, statement in cursor.fetchall()}


def _drop(cursor: CursorWrapper, trigger: Trigger) -> None:
    on_table = f' ON "{trigger.table}"' if cursor.db.vendor == "postgresql" else ""
    cursor.execute(f'DROP TRIGGER IF EXISTS "{trigger.name}"{on_table}')


def _create(cursor: CursorWrapper, trigger: Trigger) -> None:
    cursor.execute(trigger.statement)
    if cursor.db.vendor == "postgresql":
        cursor.execute(f'COMMENT ON TRIGGER "{trigger.name}" ON "{trigger.table}" IS %s', [trigger.statement])
