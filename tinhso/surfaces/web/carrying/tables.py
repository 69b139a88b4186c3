"""A table of a page as the table of a workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml.etree import _Element

from tinhso.lib.workbook.writing import Column, Heading, Table, Value
from tinhso.surfaces.web.carrying.cells import Cell, read_cell
from tinhso.surfaces.web.carrying.heads import read_heads, span
from tinhso.surfaces.web.carrying.words import classes, said

_NARROWEST, _WIDEST = 10, 60

_Row = list[Cell] | Heading


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as the page has it: its heads from left to right, its rows."""

    name: str
    heads: tuple[str, ...]
    rows: Sequence[_Row]


def shown(table: _Element) -> Shown:
    """The table with its name: that of the region it stands in."""
    if table.tag in {"ul", "ol"}:
        return _listed(table)
    heads = read_heads(table)
    rows = [_row(row, heads) for part in table if part.tag != "thead" for row in part.iterfind("tr")]
    return Shown(_name(table), heads, rows)


def _listed(lines: _Element) -> Shown:
    """A list is a table of one column, beside which stands what has a column of its own."""
    head = lines.get("data-head") or "Nội dung"
    return Shown(_name(lines), (head,), [[read_cell(line, head)] for line in lines.iterfind("li")])


def sheets(found: Iterable[Shown], above: Sequence[str]) -> list[Table]:
    """A sheet for each; those of the same heads stand under one another, each under its name."""
    made = []
    for heads, alike in groupby(found, lambda each: each.heads):
        group = list(alike)
        rows = [row for each in group for row in ([Heading(each.name)] if len(group) > 1 else []) + list(each.rows)]
        made.append(_sheet(Shown(group[0].name, heads, rows), above))
    return made


def _sheet(seen: Shown, above: Sequence[str]) -> Table:
    cells = [row for row in seen.rows if not isinstance(row, Heading)]
    places = _places(seen.heads, cells)
    lines = [row if isinstance(row, Heading) else [_at(row, *place) for place in places] for row in seen.rows]
    labels = [apart or seen.heads[number] or "Ghi chú" for number, apart in places]
    columns = [
        Column(label, _width(label, (_at(row, *place) for row in cells)))
        for label, place in zip(labels, places, strict=True)
    ]
    return Table(name=seen.name, above=above, columns=columns, rows=lines)


def _places(heads: Sequence[str], rows: Sequence[list[Cell]]) -> list[tuple[int, str]]:
    """Each column of the sheet: the number of the page's column, and the name of what stands apart in it.

    A column that nobody named and that says nothing (of buttons) is left out, as is one whose words all stand apart.
    """
    places = []
    for number, head in enumerate(heads):
        apart = list(dict.fromkeys(name for row in rows for name in row[number].apart))
        if any(row[number].value is not None for row in rows) or (head and not apart):
            places.append((number, ""))
        places += [(number, name) for name in apart]
    return places


def _at(row: Sequence[Cell], number: int, apart: str) -> Value:
    return row[number].apart.get(apart) if apart else row[number].value


def _row(row: _Element, heads: Sequence[str]) -> _Row:
    cells = list(row)
    if "group" in classes(row) or (len(cells) == 1 and len(heads) > 1):
        return Heading(said(row, whole=True).replace("\n", " "))
    made: list[Cell] = []
    for cell in cells:
        made.append(read_cell(cell, heads[min(len(made), len(heads) - 1)]))
        made += [Cell(None)] * (span(cell) - 1)
    return (made + [Cell(None)] * len(heads))[: len(heads)]


def _name(table: _Element) -> str:
    for named in (table, *table.iterancestors()):
        if label := named.get("aria-label"):
            return label
    return "Bảng"


def _width(label: str, values: Iterable[Value]) -> int:
    longest = max((len(line) for value in values for line in str(value or "").split("\n")), default=0)
    return max(_NARROWEST, min(_WIDEST, max(len(label), longest) + 2))
