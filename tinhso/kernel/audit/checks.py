"""A check with the database (``check --database default``): every table must have its triggers."""

from collections.abc import Sequence

from django.core.checks import CheckMessage, Error
from django.db import connections

from tinhso.kernel.audit.triggers import missing


def every_table_is_recorded(
    app_configs: object = None, databases: Sequence[str] | None = None, **options: object
) -> list[CheckMessage]:
    """audit.E001 for each trigger that does not stand."""
    return [
        Error(f"{alias}: trigger {name} is missing", hint="run: tinhso django audit_install", id="audit.E001")
        for alias in databases or ()
        for name in missing(connections[alias])
    ]
