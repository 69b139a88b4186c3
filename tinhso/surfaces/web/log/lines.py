"""The log's entries as people read them: the columns by their Vietnamese names, the values in their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry, Verb
from tinhso.surfaces.web.log.values import columns_of, label, said

_TONES = {
    Verb.INSERT: "good",
    Verb.UPDATE: "info",
    Verb.DELETE: "bad",
    Verb.SIGN_IN_REFUSED: "warn",
    Verb.EXPORT: "warn",
}
#: Columns that only repeat others for search and order.
_DERIVED = frozenset({"folded", "sort_key"})
_BEHALF = ", thay mặt "


@dataclass(frozen=True, slots=True)
class Change:
    """One column of an entry: what it was and what it became, in the column's Vietnamese name."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it is shown; ``behalf`` names those in whose name it was done."""

    entry: Entry
    who: str
    door: str
    behalf: str
    subject: str
    tone: str
    changes: list[Change]


def lines(entries: Sequence[Entry]) -> list[Line]:
    """One line an entry, in their order; one query, however many."""
    names = _names(entries)
    known = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    return [_line(entry, known.get(entry.table_name), names) for entry in entries]


def subject(model: type[models.Model] | None, entry: Entry) -> str:
    """What it is about: "tài khoản 12"."""
    return f"{model._meta.verbose_name if model else entry.table_name} {entry.row_key}".strip()


def changes(model: type[models.Model] | None, entry: Entry) -> list[Change]:
    """The columns in which before and after differ."""
    before, after, fields = entry.before or {}, entry.after or {}, columns_of(model)
    differing = [column for column in {**before, **after} if before.get(column) != after.get(column)]
    return [
        Change(label(fields, column), *(said(row.get(column), fields.get(column)) for row in (before, after)))
        for column in differing
        if column not in _DERIVED
    ]


def _line(entry: Entry, model: type[models.Model] | None, names: dict[str, str]) -> Line:
    door, _, givers = entry.source.partition(_BEHALF)
    return Line(
        entry=entry,
        who=names.get(entry.actor, entry.actor) or "Hệ thống",
        door=door,
        behalf=" hoặc ".join(names.get(giver, giver) for giver in _givers(givers)),
        subject=subject(model, entry),
        tone=_TONES.get(Verb(entry.verb), "neutral"),
        changes=changes(model, entry),
    )


def _names(entries: Sequence[Entry]) -> dict[str, str]:
    named = {entry.actor for entry in entries} | {
        giver for entry in entries for giver in _givers(entry.source.partition(_BEHALF)[2])
    }
    return dict(Account.objects.filter(username__in=named - {""}).values_list("username", "display_name"))


def _givers(words: str) -> list[str]:
    return [giver for giver in words.split(" hoặc ") if giver]
