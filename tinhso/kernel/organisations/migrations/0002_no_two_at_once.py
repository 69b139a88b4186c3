"""No two versions of a unit, and no two holders of a seat, on one day: the database itself refuses.

PostgreSQL keeps it by exclusion constraints (over int8range, so that btree_gist is not needed), SQLite by triggers.
A later migration that rebuilds one of these tables on SQLite drops its triggers and must call ``install`` again;
a test about overlap fails when that was forgotten.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

#: Table, columns that make "the same thing", name of the rule.
RULES = (
    ("organisations_unitversion", ("unit_id",), "unit_version_days_apart"),
    ("organisations_holding", ("post_id", "seat"), "holding_days_apart"),
)


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the rules in place."""
    for table, columns, name in RULES:
        for statement in _statements(schema_editor.connection.vendor, table, columns, name):
            schema_editor.execute(statement)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the rules away."""
    for table, _, name in RULES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}_insert")
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}_update")


def _statements(vendor: str, table: str, columns: tuple[str, ...], name: str) -> list[str]:
    if vendor == "postgresql":
        same = ", ".join(f"int8range({column}, {column}, '[]') WITH &&" for column in columns)
        days = "daterange(valid_from, valid_to) WITH &&"
        return [f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist ({same}, {days})"]
    return [_trigger(event, table, columns, name) for event in ("INSERT", "UPDATE")]


def _trigger(event: str, table: str, columns: tuple[str, ...], name: str) -> str:
    same = " AND ".join(f"other.{column} = NEW.{column}" for column in columns)
    return f"""
        CREATE TRIGGER {name}_{event.lower()} BEFORE {event} ON {table}
        WHEN EXISTS (
            SELECT 1 FROM {table} other WHERE {same} AND other.id IS NOT NEW.id
            AND (other.valid_to IS NULL OR other.valid_to > NEW.valid_from)
            AND (NEW.valid_to IS NULL OR NEW.valid_to > other.valid_from)
        )
        BEGIN SELECT RAISE(ABORT, '{name}'); END
    """  # noqa: S608 - names come from RULES above


class Migration(migrations.Migration):
    """Validity without overlap."""

    dependencies = [("organisations", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
