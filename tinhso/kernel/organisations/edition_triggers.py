"""The triggers that give the organisations a new edition. ``migrate`` installs them, as it does those of the log."""

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "organisations_edition"
_FUNCTION = """
CREATE OR REPLACE FUNCTION organisations_edition_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN UPDATE organisations_edition SET token = replace(gen_random_uuid()::text, '-', ''); RETURN NULL; END $$"""
_SQLITE = """
CREATE TRIGGER IF NOT EXISTS "edition_%(table)s_%(event)s" AFTER %(event)s ON "%(table)s"
BEGIN UPDATE organisations_edition SET token = lower(hex(randomblob(16))); END"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Make a trigger stand on every table of the organisations; nothing before the edition itself has a table."""
    existing = set(connection.introspection.table_names())
    if TABLE not in existing:
        return
    tables = [table for table in _tables() if table in existing]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for table in tables:
            for statement in _statements(connection.vendor, table):
                cursor.execute(statement)


def _tables() -> list[str]:
    return [
        model._meta.db_table for model in apps.get_app_config("organisations").get_models(include_auto_created=True)
    ]


def _statements(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return [_SQLITE % {"table": table, "event": event} for event in ("INSERT", "UPDATE", "DELETE")]
    work = "EXECUTE FUNCTION organisations_edition_anew()"
    events = ("INSERT", "UPDATE", "DELETE", "TRUNCATE")
    return [f'CREATE OR REPLACE TRIGGER edition_{event} AFTER {event} ON "{table}" {work}' for event in events]
