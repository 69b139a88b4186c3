"""Checks: a declaration names columns that exist; with the database, what the index needs stands."""

from collections.abc import Sequence

from django.core.checks import CheckMessage, Error
from django.core.exceptions import FieldDoesNotExist
from django.db import connections

from tinhso.kernel.search.entries import Entry, entries
from tinhso.kernel.search.installing import missing


def every_source_is_indexed(
    app_configs: object = None, databases: Sequence[str] | None = None, **options: object
) -> list[CheckMessage]:
    """search.E001 for each part that does not stand."""
    return [
        Error(f"{alias}: {name} of the search index is missing", hint="run: tinhso migrate", id="search.E001")
        for alias in databases or ()
        for name in missing(connections[alias])
    ]


def every_declaration_names_columns(app_configs: object = None, **options: object) -> list[CheckMessage]:
    """search.E002 for each source that names what its table has not."""
    return [
        Error(f"SEARCH of {entry.kind.name}: {fault}", id="search.E002")
        for entry in entries()
        if (fault := fault_of(entry))
    ]


def fault_of(entry: Entry) -> str:
    """The first misspelt name; nothing when all are columns."""
    try:
        entry.columns()
    except FieldDoesNotExist as misspelt:
        return str(misspelt)
    return ""
