"""From a source's row to a row of the index, as SQL that both databases understand."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from tinhso.kernel.search.declarations import kinds
from tinhso.kernel.search.findable import Kind, Source

TABLE = "search_item"
COLUMNS = ("source", "row", "kind", "key", "scope", "code", "title", "body", "ended_on")
#: So many letters of a long text are indexed.
_LONGEST = 20_000
_BLANK = " || ' ' || "


@dataclass(frozen=True, slots=True)
class Entry:
    """A source with the kind that it belongs to."""

    kind: Kind
    source: Source

    @property
    def name(self) -> str:
        """What ``search_item.source`` holds: "task_programmes_task"."""
        return f"{self.kind.name}_{self.table}"

    @property
    def table(self) -> str:
        """The table whose rows give the words."""
        return self.source.model._meta.db_table

    @property
    def row_key(self) -> str:
        """The column that names a row."""
        return str(self.source.model._meta.pk.column)

    def columns(self) -> list[str]:
        """The columns that a row of the index is made of, the row's key first."""
        source = self.source
        names = [source.key, *source.code, *source.title, *source.body, source.scope, source.ended]
        return list(dict.fromkeys([self.row_key, *(self.column(name) for name in names if name)]))

    def column(self, name: str) -> str:
        """A field's column. Raises FieldDoesNotExist."""
        return str(self._field(name).column)

    def values(self, row: str) -> list[str]:
        """SQL for every one of COLUMNS, of the row called ``row`` ("NEW")."""
        source = self.source
        return [
            f"'{self.name}'",
            f'{row}."{self.row_key}"',
            f"'{self.kind.name}'",
            f'{row}."{self.column(source.key)}"',
            f'{row}."{self.column(source.scope)}"' if source.scope else "NULL",
            self._words(source.code, row),
            self._words(source.title, row),
            self._words(source.body, row),
            self._ended(row) if source.ended else "NULL",
        ]

    def inserted(self, row: str) -> str:
        """The statement that indexes the row called ``row``; one that is about nothing (a null key) is left out."""
        key = f'{row}."{self.column(self.source.key)}"'
        return (
            f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) SELECT {', '.join(self.values(row))} WHERE {key} IS NOT NULL"
        )

    def deleted(self, row: str) -> str:
        """The statement that drops what stands for the row called ``row``."""
        return f"DELETE FROM {TABLE} WHERE source = '{self.name}' AND row = {row}.\"{self.row_key}\""

    def rows(self) -> str:
        """The query that gives every row of the index that the source has."""
        values = (f"{value} AS {name}" for name, value in zip(COLUMNS, self.values("its"), strict=True))
        key = f'its."{self.column(self.source.key)}"'
        return f'SELECT {", ".join(values)} FROM "{self.table}" its WHERE {key} IS NOT NULL'

    def _words(self, names: tuple[str, ...], row: str) -> str:
        parts = [f"coalesce(CAST({row}.\"{self.column(name)}\" AS text), '')" for name in names]
        return f"tinhso_words(substr({_BLANK.join(parts)}, 1, {_LONGEST}))" if parts else "''"

    def _ended(self, row: str) -> str:
        value = f'{row}."{self.column(self.source.ended)}"'
        if isinstance(self._field(self.source.ended), models.BooleanField):
            return f"CASE WHEN {value} THEN NULL ELSE date('0001-01-01') END"
        return f"date({value})"

    def _field(self, name: str) -> "models.Field[object, object]":
        meta = self.source.model._meta
        found = meta.pk if name == "id" else meta.get_field(name)
        if not isinstance(found, models.Field):
            raise FieldDoesNotExist(f"{meta.label}: {name} is no column")
        return found


def entries() -> list[Entry]:
    """Every source of every kind."""
    return list(_entries())


def _entries() -> Iterator[Entry]:
    for kind in kinds():
        yield from (Entry(kind, source) for source in kind.sources)
