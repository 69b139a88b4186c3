"""Which tables are recorded, and which of their columns the log must not hold in clear."""

from dataclasses import dataclass

from django.apps import apps
from django.db import models

OWN_TABLE = "audit_entry"
#: Holds nothing of its own: the search index is made of recorded rows.
_DERIVED = "search_item"
#: Longer text is recorded by its digest: whole documents stand in the documents' own tables.
LONG = 2000
#: SQLite takes at most 127 arguments in one function.
MOST_COLUMNS = 63
#: Secret wherever they stand; a model adds its own: ``SECRET_COLUMNS = frozenset({"digest"})``.
_SECRET = frozenset({"password", "secret", "token", "session_key"})
_UNBOUNDED = (models.TextField, models.JSONField)


@dataclass(frozen=True, slots=True)
class Table:
    """A recorded table: its name, its key column, its columns, the secret ones and those that may be very long; whether
    rows that come by the hundred thousand are recorded a portion at a time."""

    name: str
    key: str
    columns: tuple[str, ...]
    secret: tuple[str, ...]
    unbounded: tuple[str, ...]
    in_bulk: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger that must stand on a table."""

    name: str
    table: str
    statement: str


class TooManyColumns(Exception):
    """A table is wider than one trigger can record."""


def recorded() -> list[Table]:
    """Every table of our own apps but the log itself and the search index, many-to-many tables included, by name.

    A model whose rows are themselves a log or a counter says so: ``unrecorded: ClassVar[str] = "why"``; one whose rows
    tell of themselves who wrote them, when and whence, and never change: ``recorded_in_bulk: ClassVar[str] = "why"``.
    """
    models_of_ours = (
        model
        for config in apps.get_app_configs()
        if config.name.startswith("tinhso.")
        for model in config.get_models(include_auto_created=True)
    )
    tables = {model._meta.db_table: model for model in models_of_ours if _stands_in_database(model)}
    return [_table(model) for name, model in sorted(tables.items()) if name not in (OWN_TABLE, _DERIVED)]


def _stands_in_database(model: type[models.Model]) -> bool:
    return model._meta.managed and not model._meta.proxy and not getattr(model, "unrecorded", "")


def _table(model: type[models.Model]) -> Table:
    fields = model._meta.local_concrete_fields
    secret = _SECRET | getattr(model, "SECRET_COLUMNS", frozenset())
    if len(fields) > MOST_COLUMNS:
        raise TooManyColumns(f"{model._meta.db_table}: {len(fields)} columns, at most {MOST_COLUMNS} can be recorded")
    key = model._meta.pk
    return Table(
        name=model._meta.db_table,
        key=str(key.column),
        columns=tuple(str(field.column) for field in fields),
        secret=tuple(str(field.column) for field in fields if _is_secret(field, secret)),
        unbounded=tuple(str(field.column) for field in fields if isinstance(field, _UNBOUNDED)),
        in_bulk=bool(getattr(model, "recorded_in_bulk", "")),
    )


def _is_secret(field: "models.Field[object, object]", names: frozenset[str]) -> bool:
    return field.column in names or isinstance(field, models.BinaryField)
