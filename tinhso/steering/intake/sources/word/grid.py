"""The grid of a .docx table: which cell stands in which column, whatever is merged."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from tinhso.lib.ooxml import W
from tinhso.steering.intake.sources.word.styles import value

#: Word itself allows 63 columns; a wider span is a trap.
WIDEST = 64
_UNNAMED_WIDTH = 1000


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: where it begins (twentieths of a point), and whether it goes on from the cell above or beside it."""

    element: etree._Element
    begin: int
    below: bool
    beside: bool


def rows_of(table: etree._Element) -> Iterator[list[GridCell]]:
    """The rows of a table without those that were deleted in tracked changes."""
    edges = _edges(table)
    for row in _unwrapped(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield list(_cells(row, edges))


def columns_of(rows: Sequence[Sequence[GridCell]]) -> list[int]:
    """Where the columns begin: as in the row with the most cells."""
    return [cell.begin for cell in max(rows, key=len, default=())]


def place_of(cell: GridCell, *, order: int, cells: int, columns: Sequence[int]) -> int:
    """The column of the cell that is number ``order`` of ``cells`` in its row: its order in a full row, else the
    column that begins nearest."""
    if cells == len(columns):
        return order
    after = bisect(columns, cell.begin)
    nearest = min(range(max(after - 1, 0), min(after + 1, len(columns))), key=lambda at: abs(columns[at] - cell.begin))
    return min(max(nearest, order), len(columns) - 1)


def _cells(row: etree._Element, edges: list[int]) -> Iterator[GridCell]:
    at = _count(value(row, "trPr", "gridBefore"), 0)
    for cell in _unwrapped(row, "tc"):
        vertical, across = value(cell, "tcPr", "vMerge"), value(cell, "tcPr", "hMerge")
        yield GridCell(cell, _edge(edges, at), vertical in ("", "continue"), across in ("", "continue"))
        at += _count(value(cell, "tcPr", "gridSpan"), 1)


def _unwrapped(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that name, also those wrapped in content controls or custom XML."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            yield from _unwrapped(child, name)


def _edges(table: etree._Element) -> list[int]:
    widths = [_count(column.get(f"{W}w"), 0) or _UNNAMED_WIDTH for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    return [0, *accumulate(widths[:WIDEST])]


def _edge(edges: list[int], at: int) -> int:
    return edges[at] if at < len(edges) else edges[-1] + (at - len(edges) + 1) * _UNNAMED_WIDTH


def _count(written: str | None, otherwise: int) -> int:
    return min(int(written), 100_000) if written and written.isdecimal() and len(written) < 9 else otherwise
