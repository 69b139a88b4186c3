"""The log's entries as people read them: the columns by their Vietnamese names, the values in their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from tinhso.kernel.audit.models import Entry, Verb
from tinhso.surfaces.web.log.names import BEHALF, Names, givers_of, names_behind
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
#: So many columns are named on one line.
_FEW = 3


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

    @property
    def summary(self) -> str:
        """The columns by name where they are few, else the first and how many more: "tên, mã và 12 trường khác"."""
        named = [change.label for change in self.changes]
        more = len(named) - _FEW
        return ", ".join(named) if more <= 0 else f"{', '.join(named[:_FEW])} và {more} trường khác"


def lines(entries: Sequence[Entry]) -> list[Line]:
    """One line an entry, in their order; one query, however many."""
    names = names_behind(entries)
    known = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    return [_line(entry, known.get(entry.table_name), names) for entry in entries]


def subject(model: type[models.Model] | None, entry: Entry, called: str = "") -> str:
    """What it is about, by name and key: "tài khoản Trần Văn Thử (12)"; by its key where it bears no name."""
    kind = str(model._meta.verbose_name) if model else entry.table_name
    return f"{kind} {called} ({entry.row_key})" if called else f"{kind} {entry.row_key}".strip()


def changes(model: type[models.Model] | None, entry: Entry) -> list[Change]:
    """The columns in which before and after differ; the key stands with the subject."""
    before, after, fields = entry.before or {}, entry.after or {}, columns_of(model)
    differing = [column for column in {**before, **after} if before.get(column) != after.get(column)]
    return [
        Change(label(fields, column), *(said(row.get(column), fields.get(column)) for row in (before, after)))
        for column in differing
        if column not in _DERIVED and not (column in fields and fields[column].primary_key)
    ]


def _line(entry: Entry, model: type[models.Model] | None, names: Names) -> Line:
    return Line(
        entry=entry,
        who=names.who(entry.actor) or "Hệ thống",
        door=entry.source.partition(BEHALF)[0],
        behalf=" hoặc ".join(map(names.who, givers_of(entry))),
        subject=subject(model, entry, names.of_row(entry)),
        tone=_TONES.get(Verb(entry.verb), "neutral"),
        changes=changes(model, entry),
    )
