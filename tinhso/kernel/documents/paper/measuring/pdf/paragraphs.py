"""Rows over the whole width put together into paragraphs: how they are set follows from their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tinhso.kernel.documents.paper.form import MARGIN_LEFT, MARGIN_RIGHT, SINGLE_LINE, Set
from tinhso.kernel.documents.paper.measuring.facts import Letters, Line, Zone
from tinhso.kernel.documents.paper.measuring.pdf.rows import Row

#: Points: what counts as an indent, as reaching the edge, as standing in the middle.
_INDENT, _EDGE, _MIDDLE = 6.0, 4.0, 8.0
_WIDE = 0.55
#: So many rows must fill the column before its edges are taken for the margins; else they are where the form has them.
ENOUGH = 3
_POINTS_A_MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Column:
    """The edges of the text in points; ``full`` is how many rows fill it."""

    left: float
    right: float
    full: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def column_of(rows: Sequence[Row], width: float) -> Column | None:
    """The text's column on pages of that width; None where no row is wide. The frame reaches
    its edges too: who receives at the left, the nation's name at the right."""
    wide = [row for row in rows if row.zone is Zone.WHOLE and row.right - row.left > _WIDE * width]
    if not wide:
        return None
    left = min(row.left for row in rows if row.zone is not Zone.CELL)
    right = max(row.right for row in rows if row.zone is not Zone.CELL)
    full = sum(row.right > right - _EDGE for row in wide)
    if full < ENOUGH:
        left = min(left, MARGIN_LEFT.taken * _POINTS_A_MILLIMETRE)
        right = max(right, width - MARGIN_RIGHT.taken * _POINTS_A_MILLIMETRE)
    return Column(left, right, full)


def lines_of(rows: Sequence[Row], column: Column | None) -> list[tuple[float, Line]]:
    """Each line with the height at which it begins: rows of the frame and of tables alone, the text by paragraphs."""
    lines: list[tuple[float, Line]] = []
    text: list[Row] = []
    for row in rows:
        if row.zone is Zone.WHOLE and column:
            text.append(row)
        else:
            lines.append((row.base, _alone(row)))
    if column:
        paragraphs = list(_paragraphs(text, column))
        lines += _set(paragraphs, column)
    return sorted(lines, key=lambda each: each[0])


def _alone(row: Row) -> Line:
    return Line(letters=row.letters, where=f"trang {row.page}", zone=row.zone, wide=row.right - row.left)


def _paragraphs(rows: Sequence[Row], column: Column) -> Iterator[list[Row]]:
    """A row begins a paragraph where it is indented or centred, or the one before ended short of the edge."""
    held: list[Row] = []
    for row in rows:
        last = held[-1] if held else None
        if (
            last
            and not _is_centred(last, column)
            and row.left < column.left + _INDENT
            and last.right > column.right - 40
        ) and row.base - last.base < 2.6 * row.size:
            held.append(row)
            continue
        if held:
            yield held
        held = [row]
    if held:
        yield held


def _is_centred(row: Row, column: Column) -> bool:
    middle = (row.left + row.right) / 2
    return abs(middle - column.middle) < _MIDDLE and row.left > column.left + 2 * _INDENT


def _set(paragraphs: Sequence[list[Row]], column: Column) -> Iterator[tuple[float, Line]]:
    pitches = [
        (below.base - above.base) / (below.size * SINGLE_LINE) for rows in paragraphs for above, below in pairwise(rows)
    ]
    usual = median(pitches) if pitches else None
    before: Row | None = None
    for rows in paragraphs:
        yield rows[0].base, _line(rows, column, (usual, before))
        before = rows[-1]


def _line(rows: Sequence[Row], column: Column, near: tuple[float | None, Row | None]) -> Line:
    first, (usual, above) = rows[0], near
    pitches = [(low.base - high.base) / (low.size * SINGLE_LINE) for high, low in pairwise(rows)]
    goes_on = above is None and first.page > 1 and first.left < column.left + _INDENT
    letters: list[Letters] = []
    for row in rows:
        letters += [*row.letters, Letters(" ", "", row.size)]
    space = first.base - above.base - usual * first.size * SINGLE_LINE if usual and above else None
    return Line(
        letters=tuple(letters[:-1]),
        where=f"trang {first.page}",
        side=_side(rows, column),
        first_line=None if goes_on else (first.left - column.left) / _POINTS_A_MILLIMETRE,
        before=space,
        after=0.0,
        leading=median(pitches) if pitches else None,
        wide=max(row.right - row.left for row in rows),
    )


def _side(rows: Sequence[Row], column: Column) -> Set | None:
    """Known of one row only where it is centred; of several by whether all but the last reach the edge."""
    if len(rows) == 1:
        return Set.CENTRE if _is_centred(rows[0], column) else None
    return Set.BOTH if all(row.right > column.right - _EDGE for row in rows[:-1]) else Set.LEFT
