"""Rows of a PDF page, and which of them stand in the letterhead, in the closing, in tables, over the whole width."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tinhso.kernel.documents.paper.measuring.facts import Letters, Zone
from tinhso.kernel.documents.paper.measuring.parts import NUMBER
from tinhso.kernel.documents.paper.measuring.pdf.letters import Page, Piece, Stroke
from tinhso.lib.text import fold

_PAGE_NUMBER = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]?")
#: Points: from the edge of the paper within which a page's number stands; about its height in a row.
_EDGE, _ROW = 71.0, 9.0
_FRAME_ROWS = 12
_CENTRED, _ACROSS = 40.0, 60.0
_SHORTEST_STROKE = 15.0


@dataclass(slots=True)
class Row:
    """Pieces beside each other, of one zone."""

    page: int
    pieces: list[Piece]
    zone: Zone = Zone.WHOLE

    @property
    def left(self) -> float:
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        return max(piece.right for piece in self.pieces)

    @property
    def base(self) -> float:
        return self.pieces[0].base

    @property
    def top(self) -> float:
        return min(piece.top for piece in self.pieces)

    @property
    def size(self) -> float:
        return max(piece.size for piece in self.pieces)

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def letters(self) -> tuple[Letters, ...]:
        """Its letters, pieces parted by a blank."""
        return tuple(each for piece in self.pieces for each in (*piece.letters, Letters(" ", "", piece.size)))[:-1]


@dataclass(slots=True)
class Laid:
    """A page taken apart: its rows from the top, its number, the drawn lines that belong to no table."""

    width: float
    height: float
    rows: list[Row]
    numbers: list[Row] = field(default_factory=list)
    strokes: list[tuple[Zone, Stroke]] = field(default_factory=list)


def laid(page: Page, number: int) -> Laid:
    """A page; ``number`` from 1."""
    standing = [stroke for stroke in page.strokes if not stroke.lies]
    rows = _rows(page, number, standing)
    numbers = _take_numbers(rows, page.height)
    head = _letterhead(rows, page.width / 2) if number == 1 else 0.0
    rows = list(_parted(rows, page.width / 2, head))
    free = (stroke for stroke in page.strokes if _is_free(stroke, standing))
    strokes = [(_side(stroke, page.width / 2) if stroke.at < head else Zone.WHOLE, stroke) for stroke in free]
    return Laid(page.width, page.height, rows, numbers, strokes)


def _rows(page: Page, number: int, standing: Sequence[Stroke]) -> list[Row]:
    rows: list[Row] = []
    for piece in sorted(page.pieces, key=lambda piece: (piece.base, piece.left)):
        zone = Zone.CELL if _is_in_table(piece, standing) else Zone.WHOLE
        near = rows[-1] if rows else None
        if near and near.zone is zone and abs(near.base - piece.base) < 0.35 * max(near.size, piece.size):
            near.pieces.append(piece)
            near.pieces.sort(key=lambda piece: piece.left)
        else:
            rows.append(Row(number, [piece], zone))
    return rows


def _is_in_table(piece: Piece, standing: Sequence[Stroke]) -> bool:
    middle = (piece.top + piece.bottom) / 2
    beside = [stroke.at for stroke in standing if stroke.begin - 1 <= middle <= stroke.end + 1]
    return any(at <= piece.left + 2 for at in beside) and any(at >= piece.right - 2 for at in beside)


def _is_free(stroke: Stroke, standing: Sequence[Stroke]) -> bool:
    """Whether it is a drawn line and no edge of a table."""
    touches = (each.begin - 3 <= stroke.at <= each.end + 3 for each in standing)
    return stroke.lies and stroke.end - stroke.begin > _SHORTEST_STROKE and not any(touches)


def _take_numbers(rows: list[Row], height: float) -> list[Row]:
    """The page's number, taken from the rows."""
    found = []
    for place, zone in ((0, Zone.HEAD), (-1, Zone.FOOT)):
        if rows and _PAGE_NUMBER.fullmatch(rows[place].text.strip()):
            row = rows[place]
            if (row.base < _EDGE) if zone is Zone.HEAD else (row.base > height - _EDGE):
                row.zone = zone
                found.append(rows.pop(place))
    return found


def _letterhead(rows: Sequence[Row], centre: float) -> float:
    """How far down the letterhead reaches: to the row behind the number that is centred or lies across."""
    if not any("cong hoa xa hoi chu nghia" in fold(row.text) for row in rows[:_FRAME_ROWS]):
        return 0.0
    numbered = False
    for row in rows:
        alone = len(row.pieces) == 1
        across = row.left < centre - _ACROSS and row.right > centre + _ACROSS
        if numbered and (
            (alone and (across or abs(row.pieces[0].middle - centre) < _CENTRED))
            or fold(row.text).startswith("kinh gui")
        ):
            return row.top
        numbered = numbered or any(NUMBER.match(piece.text) for piece in row.pieces)
    return 0.0


def _parted(rows: Sequence[Row], centre: float, head: float) -> Iterator[Row]:
    """The rows, those of the letterhead and the closing parted into their columns."""
    received = next((row.base for row in rows if any(_receives(piece) for piece in row.pieces)), float("inf"))
    for row in rows:
        if row.zone is Zone.WHOLE and (row.base < head or row.base > received - _ROW):
            for zone in (Zone.LEFT, Zone.RIGHT):
                if beside := [piece for piece in row.pieces if (piece.middle < centre) is (zone is Zone.LEFT)]:
                    yield Row(row.page, beside, zone)
        else:
            yield row


def _receives(piece: Piece) -> bool:
    return fold(piece.text).startswith("noi nhan")


def _side(stroke: Stroke, centre: float) -> Zone:
    return Zone.LEFT if (stroke.begin + stroke.end) / 2 < centre else Zone.RIGHT
