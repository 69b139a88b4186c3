"""A check with the database (``check --database default``): what the index needs must stand."""

from collections.abc import Sequence

from django.core.checks import CheckMessage, Error
from django.db import connections

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
