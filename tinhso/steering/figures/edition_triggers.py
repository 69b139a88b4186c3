"""The triggers that give an indicator's figures a new edition, whatever way they change. ``migrate`` installs them."""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "figures_edition"
#: What the figures of an indicator follow from, beside the organisations; each has a column indicator_id.
SOURCES = ("figures_value", "figures_measure", "programmes_target")

#: An indicator that takes its figures from another waits for it, and is renewed with it.
_FUNCTIONS = (
    """
CREATE OR REPLACE FUNCTION figures_edition_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figures_edition (indicator_id, token)
    SELECT indicator_id, replace(gen_random_uuid()::text, '-', '')
    FROM (
        SELECT indicator_id FROM changed
        UNION
        SELECT measure.indicator_id FROM changed JOIN figures_measure measure
            ON measure.taken_from_id = changed.indicator_id
        ORDER BY indicator_id
    ) touched
    ON CONFLICT (indicator_id) DO UPDATE SET token = EXCLUDED.token;
    RETURN NULL;
END $$""",
    """
CREATE OR REPLACE FUNCTION figures_edition_measured() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figures_edition (indicator_id, token)
    SELECT indicator_id, replace(gen_random_uuid()::text, '-', '')
    FROM (
        SELECT indicator_id FROM changed
        UNION
        SELECT taken_from_id FROM changed WHERE taken_from_id IS NOT NULL
        UNION
        SELECT measure.indicator_id FROM changed JOIN figures_measure measure
            ON measure.taken_from_id = changed.indicator_id
        ORDER BY indicator_id
    ) touched
    ON CONFLICT (indicator_id) DO UPDATE SET token = EXCLUDED.token;
    RETURN NULL;
END $$""",
    """
CREATE OR REPLACE FUNCTION figures_edition_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN UPDATE figures_edition SET token = replace(gen_random_uuid()::text, '-', ''); RETURN NULL; END $$""",
)
#: Event → the rows that it touched; an update may take a row from one indicator and give it to another.
_TOUCHED = (("INSERT", "NEW"), ("UPDATE", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
_SQLITE = """
CREATE TRIGGER IF NOT EXISTS "figures_edition_%(table)s_%(event)s_%(row)s" AFTER %(event)s ON "%(table)s"
BEGIN
    INSERT INTO figures_edition (indicator_id, token) VALUES (%(row)s.indicator_id, lower(hex(randomblob(16))))
    ON CONFLICT (indicator_id) DO UPDATE SET token = excluded.token;
END"""
_POSTGRESQL = """
CREATE OR REPLACE TRIGGER figures_edition_%(event)s_%(row)s AFTER %(event)s ON "%(table)s"
REFERENCING %(row)s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figures_edition_%(done)s()"""
_EMPTIED = """
CREATE OR REPLACE TRIGGER figures_edition_emptied AFTER TRUNCATE ON "%(table)s"
EXECUTE FUNCTION figures_edition_emptied()"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Make them stand on every source; nothing before the edition itself has a table."""
    existing = set(connection.introspection.table_names())
    if TABLE not in existing:
        return
    with connection.cursor() as cursor:
        for statement in _FUNCTIONS if connection.vendor == "postgresql" else ():
            cursor.execute(statement)
        for table in SOURCES:
            for statement in _statements(connection.vendor, table):
                cursor.execute(statement)


def _statements(vendor: str, table: str) -> Iterator[str]:
    form = _SQLITE if vendor == "sqlite" else _POSTGRESQL
    for event, row in _TOUCHED:
        done = "measured" if table == "figures_measure" else "anew"
        yield form % {"table": table, "event": event, "row": row, "done": done}
    if vendor == "postgresql":
        yield _EMPTIED % {"table": table}
