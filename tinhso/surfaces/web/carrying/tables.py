"""A table of a page as the table of a workbook."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lxml.etree import _Element

from tinhso.lib.workbook.writing import Column, Heading, Table, Value
from tinhso.surfaces.web.carrying.words import classes, is_lifted, said, value_of

_NARROWEST, _WIDEST = 10, 60
#: What is told under the words of a cell, for whoever gave it no name.
_FURTHER = "ghi thêm"
#: Numerator and denominator.
_MADE_OF = re.compile(r"([0-9.,]+ ?%) \(([0-9.,]+/[0-9.,]+)\)")
_PAIR = re.compile(r"\(?([0-9.,]+) ?/ ?([0-9.,]+)\)?(?: đơn vị)?")


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a cell says, and what of it stands in columns of its own."""

    value: Value
    apart: dict[str, Value] = field(default_factory=dict)


_Row = list[_Cell] | Heading


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as the page has it: its heads from left to right, its rows."""

    name: str
    heads: tuple[str, ...]
    rows: Sequence[_Row]


def shown(table: _Element) -> Shown:
    """The table with its name: that of the region it stands in."""
    heads = _heads(table)
    rows = [_row(row, heads) for part in table if part.tag != "thead" for row in part.iterfind("tr")]
    return Shown(_name(table), heads, rows)


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


def _places(heads: Sequence[str], rows: Sequence[list[_Cell]]) -> list[tuple[int, str]]:
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


def _at(row: Sequence[_Cell], number: int, apart: str) -> Value:
    return row[number].apart.get(apart) if apart else row[number].value


def _heads(table: _Element) -> tuple[str, ...]:
    """One name for each column; that of a group of columns stands before those of its columns."""
    filled: dict[tuple[int, int], str] = {}
    for line, row in enumerate(table.iterfind("./thead/tr")):
        column = 0
        for cell in row:
            while (line, column) in filled:
                column += 1
            words = said(cell, whole=True)
            for down in range(int(cell.get("rowspan") or 1)):
                for _across in range(_span(cell)):
                    filled[line + down, column + _across] = words
            column += _span(cell)
    width = 1 + max((column for _line, column in filled), default=-1)
    lines = 1 + max((line for line, _column in filled), default=-1)
    return tuple(_joined(filled.get((line, column), "") for line in range(lines)) for column in range(width))


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(each.replace("\n", " ") for each in words if each))


def _row(row: _Element, heads: Sequence[str]) -> _Row:
    cells = list(row)
    if "group" in classes(row) or (len(cells) == 1 and len(heads) > 1):
        return Heading(said(row, whole=True).replace("\n", " "))
    made: list[_Cell] = []
    for cell in cells:
        made.append(_cell(cell, heads[min(len(made), len(heads) - 1)]))
        made += [_Cell(None)] * (_span(cell) - 1)
    return (made + [_Cell(None)] * len(heads))[: len(heads)]


def _cell(cell: _Element, head: str) -> _Cell:
    numeric = any("number" in classes(each) for each in cell.iter())
    apart: dict[str, list[str]] = {}
    for each in cell.iterdescendants():
        if is_lifted(each) and not _is_within_lifted(each, cell):
            apart.setdefault(each.get("data-column") or f"{head}: {_FURTHER}", []).append(said(each, whole=True))
    told = said(cell)
    values: dict[str, Value] = {}
    for name, words in apart.items():
        values |= _valued(name, "\n".join(filter(None, words)), numeric=numeric)
    if figure := cell.get("data-value"):
        values, told = {f"{head}: {_FURTHER}": "\n".join(filter(None, [told, *map(str, values.values())]))}, figure
    main = _valued(head, told, numeric=numeric)
    value = main.pop(head, None)
    # "(–)", "/" and the like only joined what stands apart.
    is_joint = bool(values) and not any(sign.isalnum() for sign in told)
    return _Cell(None if is_joint else value, main | values)


def _valued(name: str, words: str, *, numeric: bool) -> dict[str, Value]:
    """What words are; of "812/1.000" both numbers, each under its own name, of "81,2 % (812/1.000)" all three."""
    if made_of := _MADE_OF.fullmatch(words):
        share, parts = made_of.groups()
        return {name: value_of(share, numeric=numeric)} | _valued(f"{name}: gồm", parts, numeric=True)
    pair = _PAIR.fullmatch(words) if numeric else None
    if pair is None:
        return {name: value_of(words, numeric=numeric)}
    names = name.split("/") if name.count("/") == 1 else [f"{name}: tử số", f"{name}: mẫu số"]
    return {
        each.strip().capitalize(): value_of(part, numeric=True) for each, part in zip(names, pair.groups(), strict=True)
    }


def _is_within_lifted(element: _Element, cell: _Element) -> bool:
    above = element.getparent()
    while above is not None and above is not cell:
        if is_lifted(above):
            return True
        above = above.getparent()
    return False


def _span(cell: _Element) -> int:
    return int(cell.get("colspan") or 1)


def _name(table: _Element) -> str:
    for above in table.iterancestors():
        if label := above.get("aria-label"):
            return label
    return "Bảng"


def _width(label: str, values: Iterable[Value]) -> int:
    longest = max((len(line) for value in values for line in str(value or "").split("\n")), default=0)
    return max(_NARROWEST, min(_WIDEST, max(len(label), longest) + 2))
