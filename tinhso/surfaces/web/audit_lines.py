"""The log's entries as people read them: the columns by their Vietnamese names, the days as days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.apps import apps
from django.db import models

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry, Verb
from tinhso.lib.dates import parse_date, write_date

Column: TypeAlias = "models.Field[Any, Any]"

_TONES = {Verb.INSERT: "good", Verb.UPDATE: "info", Verb.DELETE: "bad", Verb.SIGN_IN_REFUSED: "warn"}
#: Columns that only repeat others for search and order.
_DERIVED = frozenset({"folded", "sort_key"})
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Change:
    """One column of an entry: what it was and what it became, in the column's Vietnamese name."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it is shown."""

    entry: Entry
    who: str
    subject: str
    tone: str
    changes: list[Change]


def lines(entries: Sequence[Entry]) -> list[Line]:
    """One line an entry, in their order; one query, however many."""
    actors = {entry.actor for entry in entries if entry.actor}
    names = dict(Account.objects.filter(username__in=actors).values_list("username", "display_name"))
    known = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    return [
        Line(
            entry=entry,
            who=names.get(entry.actor, entry.actor) or "Hệ thống",
            subject=_subject(known.get(entry.table_name), entry),
            tone=_TONES.get(Verb(entry.verb), "neutral"),
            changes=_changes(known.get(entry.table_name), entry),
        )
        for entry in entries
    ]


def _subject(model: type[models.Model] | None, entry: Entry) -> str:
    return f"{model._meta.verbose_name if model else entry.table_name} {entry.row_key}".strip()


def _changes(model: type[models.Model] | None, entry: Entry) -> list[Change]:
    before, after = entry.before or {}, entry.after or {}
    fields = {str(field.column): field for field in model._meta.concrete_fields} if model else {}
    columns = [column for column in {**before, **after} if before.get(column) != after.get(column)]
    return [
        Change(_label(fields, column), *(_words(row.get(column), fields.get(column)) for row in (before, after)))
        for column in columns
        if column not in _DERIVED
    ]


def _label(fields: Mapping[str, Column], column: str) -> str:
    return str(fields[column].verbose_name) if column in fields else column


def _words(value: object, field: "Column | None") -> str:
    if value is None:
        return ""
    if isinstance(field, models.BooleanField):
        return "có" if value else "không"
    day = parse_date(str(value)) if isinstance(field, models.DateField) else None
    words = write_date(day) if day else str(value)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
