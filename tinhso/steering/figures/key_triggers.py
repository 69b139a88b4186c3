"""Foreign keys of values kept by statement, not by row (PostgreSQL). ``migrate`` installs the triggers.

PostgreSQL asks once for every row and every key whether what it points at exists; a file of a million figures of 230
units asks two million times for three hundred rows. Here each statement asks once for all its rows, locking what they
point at as the database's own check does (``FOR KEY SHARE``), and what values point at is neither deleted nor given
another key. Where a key does not hold, the error is the database's own: ``foreign_key_violation``.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

#: Column of a value → the table that it points at. Those that are mostly empty cost little and stay the database's own.
KEYS = {"unit_id": "organisations_unit", "indicator_id": "programmes_indicator"}

_OWN = """
SELECT conname FROM pg_constraint
WHERE conrelid = 'figures_value'::regclass AND contype = 'f' AND conkey = ARRAY[(
    SELECT attnum FROM pg_attribute WHERE attrelid = 'figures_value'::regclass AND attname = %s)]"""
_POINTING = """
CREATE OR REPLACE FUNCTION figures_key_COLUMN() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named bigint[] := (SELECT array_agg(DISTINCT COLUMN) FROM fresh);
BEGIN
    PERFORM FROM TABLE WHERE id = ANY(named) ORDER BY id FOR KEY SHARE;
    IF EXISTS (SELECT FROM unnest(named) key WHERE key NOT IN (SELECT id FROM TABLE WHERE id = ANY(named))) THEN
        RAISE foreign_key_violation USING MESSAGE = 'a value points at no row of TABLE';
    END IF;
    RETURN NULL;
END $$"""
_POINTED = """
CREATE OR REPLACE FUNCTION figures_key_COLUMN_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM figures_value WHERE COLUMN = OLD.id) THEN
        RAISE foreign_key_violation USING MESSAGE = 'a value points at this row of TABLE';
    END IF;
    RETURN NULL;
END $$"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Make them stand in the place of the database's own checks of the same columns."""
    if connection.vendor != "postgresql" or "figures_value" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for column, table in KEYS.items():
            for statement in _statements(column, table):
                cursor.execute(statement)
            cursor.execute(_OWN, (column,))
            for (name,) in cursor.fetchall():
                cursor.execute(f'ALTER TABLE figures_value DROP CONSTRAINT "{name}"')


def _statements(column: str, table: str) -> Iterator[str]:
    for form in (_POINTING, _POINTED):
        yield form.replace("COLUMN", column).replace("TABLE", table)
    for event in ("INSERT", "UPDATE"):
        yield (
            f'CREATE OR REPLACE TRIGGER "figures_key_{column}_{event.lower()}" AFTER {event} ON figures_value '
            f"REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION figures_key_{column}()"
        )
    # Deferred as the database's own: what points at a row may go later in the same transaction.
    for event, when in (("DELETE", ""), ("UPDATE", "WHEN (OLD.id <> NEW.id) ")):
        name = f"figures_key_{column}_{event.lower()}"
        yield f'DROP TRIGGER IF EXISTS "{name}" ON {table}'
        yield (
            f'CREATE CONSTRAINT TRIGGER "{name}" AFTER {event} ON {table} DEFERRABLE INITIALLY DEFERRED '
            f"FOR EACH ROW {when}EXECUTE FUNCTION figures_key_{column}_kept()"
        )
