"""The heads of a table's columns."""

from collections.abc import Iterable

from lxml.etree import _Element

from tinhso.surfaces.web.carrying.words import said


def read_heads(table: _Element) -> tuple[str, ...]:
    """One name for each column; that of a group of columns stands before those of its columns."""
    filled: dict[tuple[int, int], str] = {}
    for line, row in enumerate(table.iterfind("./thead/tr")):
        column = 0
        for cell in row:
            while (line, column) in filled:
                column += 1
            words = said(cell, whole=True)
            for down in range(int(cell.get("rowspan") or 1)):
                for _across in range(span(cell)):
                    filled[line + down, column + _across] = words
            column += span(cell)
    width = 1 + max((column for _line, column in filled), default=-1)
    lines = 1 + max((line for line, _column in filled), default=-1)
    return tuple(_joined(filled.get((line, column), "") for line in range(lines)) for column in range(width))


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(each.replace("\n", " ") for each in words if each))


def span(cell: _Element) -> int:
    return int(cell.get("colspan") or 1)
