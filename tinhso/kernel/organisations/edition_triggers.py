"""The triggers that give an app's facts a new edition. ``migrate`` installs them, as it does those of the log."""

from collections.abc import Collection

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

_FUNCTION = """
CREATE OR REPLACE FUNCTION %(edition)s_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN %(renew)s RETURN NULL; END $$"""
_ONE_WRITER = "UPDATE %(edition)s SET token = replace(gen_random_uuid()::text, '-', '');"
#: Whoever writes takes a word that no other writer holds, so that nobody waits, and two never wait for each other.
_MANY_WRITERS = """
WITH free AS (SELECT place FROM %(edition)s ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED)
UPDATE %(edition)s SET token = replace(gen_random_uuid()::text, '-', '') WHERE place IN (SELECT place FROM free);
IF NOT FOUND THEN INSERT INTO %(edition)s (token) VALUES (replace(gen_random_uuid()::text, '-', '')); END IF;"""
_SQLITE = """
CREATE TRIGGER IF NOT EXISTS "edition_%(table)s_%(event)s" AFTER %(event)s ON "%(table)s"
BEGIN UPDATE %(edition)s SET token = lower(hex(randomblob(16))); END"""


def install(connection: BaseDatabaseWrapper, app: str, tables: Collection[str], *, many: bool = False) -> None:
    """Make a trigger stand on these tables, as far as they exist; nothing before the app's edition has a table.

    ``many`` when people write at the same time: the edition is then a row for each of them, all together the word.
    """
    existing, edition = set(connection.introspection.table_names()), f"{app}_edition"
    if edition not in existing:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            renew = (_MANY_WRITERS if many else _ONE_WRITER) % {"edition": edition}
            cursor.execute(_FUNCTION % {"edition": edition, "renew": renew})
        for table in existing.intersection(tables):
            for statement in _statements(connection.vendor, table, edition):
                cursor.execute(statement)


def tables_of(app: str) -> set[str]:
    """All tables of an app."""
    return {model._meta.db_table for model in apps.get_app_config(app).get_models(include_auto_created=True)}


def _statements(vendor: str, table: str, edition: str) -> list[str]:
    if vendor == "sqlite":
        return [
            _SQLITE % {"table": table, "event": event, "edition": edition} for event in ("INSERT", "UPDATE", "DELETE")
        ]
    work = f"EXECUTE FUNCTION {edition}_anew()"
    events = ("INSERT", "UPDATE", "DELETE", "TRUNCATE")
    return [f'CREATE OR REPLACE TRIGGER edition_{event} AFTER {event} ON "{table}" {work}' for event in events]
