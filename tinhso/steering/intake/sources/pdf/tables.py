"""Tables of a PDF: rows read from ruled grids, and rows and tables that go on over pages put together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tinhso.steering.intake.manuscript import CELL_BREAK, Paragraph
from tinhso.steering.intake.sources.lettering import Lettering
from tinhso.steering.intake.sources.lines import Gap, Line
from tinhso.steering.intake.sources.openings import opens
from tinhso.steering.intake.sources.pdf.joining import joins
from tinhso.steering.intake.sources.pdf.layout import Edges, pitch_of, typeset
from tinhso.steering.intake.sources.pdf.lines import lines_of
from tinhso.steering.intake.sources.pdf.pages import Word
from tinhso.steering.intake.sources.pdf.ruling import Grid
from tinhso.steering.intake.sources.prose import Joiner, Prose
from tinhso.steering.intake.sources.rows import Rows

_HEADS = frozenset(("STT", "TT", "SỐ TT", "SỐ THỨ TỰ"))
_FIGURE = re.compile(r"[-–\d.,%/ ]+")
_SHIFT = 12.0


@dataclass(slots=True)
class PlacedRow:
    """One row on a page: the lines of each column's cell, and the columns merged with the row above."""

    cells: list[list[Line]]
    continued: tuple[int, ...]
    page: int

    def texts(self) -> tuple[str, ...]:
        return tuple(map(cell_text, self.cells))


def rows_of(grid: Grid, words: Sequence[Word], *, lettering: Lettering, page: int) -> list[PlacedRow]:
    """The rows of a grid with the words that lie in it."""
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        cell = grid.cell_at(*word.box.middle)
        if cell is not None:
            held.setdefault(cell, []).append(word)
    placed = {cell: lines_of(inside) for cell, inside in held.items()}
    pitch = pitch_of([line for lines in placed.values() for line in lines])
    pad = _padding(grid, held)
    rows, columns = grid.size
    made = [PlacedRow([[] for _ in range(columns)], _continued(grid, row), page) for row in range(rows)]
    for (row, column), lines in placed.items():
        edges = Edges(grid.columns[column] + pad, grid.cell_right((row, column)) - pad, pitch)
        made[row].cells[column] = typeset(lines, edges, lettering=lettering, page=page)
    return [row for row in made if any(row.cells)]


def cell_text(lines: Sequence[Line], joiner: Joiner = joins) -> str:
    """A cell's words; a line break that stands for one is kept."""
    prose = Prose(joiner)
    closed = [paragraph.text for line in lines for paragraph in prose.add(line)]
    return CELL_BREAK.join([*closed, *(paragraph.text for paragraph in prose.close())])


def _padding(grid: Grid, held: dict[tuple[int, int], list[Word]]) -> float:
    """How far the words keep from the rules."""
    nearest = sorted(min(word.box.left for word in words) - grid.columns[cell[1]] for cell, words in held.items())
    return min(max(nearest[len(nearest) // 10], 0.5), 8.0) if nearest else 4.0


def _continued(grid: Grid, row: int) -> tuple[int, ...]:
    return tuple(column for column in range(grid.size[1]) if grid.begins[row, column][0] < row)


@dataclass(slots=True)
class RunningTable:
    """A table that may go on over pages. Its last row waits until it is known to be whole."""

    rows: Rows
    columns: tuple[float, ...]
    _waiting: PlacedRow | None = None
    _aside: list[Paragraph] = field(default_factory=list)
    _empty_first: int = 0
    _taken: int = 0

    def goes_on_as(self, grid: Grid, first: PlacedRow) -> bool:
        """Whether a grid further down is this table: as many columns at the same places, no head of another."""
        if len(grid.columns) != len(self.columns):
            return False
        shifts = [there - here for here, there in zip(self.columns, grid.columns, strict=True)]
        if max(shifts) - min(shifts) > _SHIFT:
            return False
        texts = first.texts()
        return texts[0].upper() not in _HEADS or self.rows.repeats_head(texts)

    def take(self, row: PlacedRow) -> Iterator[Paragraph]:
        """Take the next row; give the row that is whole now."""
        if self._waiting is not None and row.page > self._waiting.page and self._is_rest(self._waiting, row):
            for column, lines in enumerate(row.cells):
                self._waiting.cells[column] += [_on_new_page(line) for line in lines[:1]] + lines[1:]
            self._waiting.page = row.page
            return
        if self._waiting is not None and self.rows.repeats_head(row.texts()):
            cells = row.texts()
            self._aside.append(Paragraph("\t".join(cells), "furniture", cells, self.rows.number, page=row.page))
            return
        yield from self.close()
        self._waiting = row
        self._taken += 1
        self._empty_first += not row.cells[0]

    def interrupt(self, furniture: Paragraph) -> None:
        """Take a piece of furniture met between rows: it follows the row that is waiting."""
        self._aside.append(furniture)

    def close(self) -> Iterator[Paragraph]:
        """Give what is left."""
        if self._waiting is not None:
            row = self._waiting
            yield self.rows.row(row.texts(), page=row.page, continued=row.continued)
        yield from self._aside
        self._waiting, self._aside = None, []

    def _is_rest(self, row: PlacedRow, rest: PlacedRow) -> bool:
        """Whether a new page's first row is the rest of the last: it has no number of its own, and goes on."""
        if rest.cells[0]:
            return False
        if self._taken > 2 and not self._empty_first:
            return True
        held = next(column for column, lines in enumerate(rest.cells) if lines)
        if opens(rest.cells[held][0].text):
            return False
        return any(_cell_goes_on(above, below) for above, below in zip(row.cells, rest.cells, strict=True))


def _cell_goes_on(above: Sequence[Line], below: Sequence[Line]) -> bool:
    if not above or not below:
        return False
    if _FIGURE.fullmatch(above[-1].text) and _FIGURE.fullmatch(below[0].text):
        return False
    return joins(above, below[0], Gap.PAGE)


def _on_new_page(line: Line) -> Line:
    line.gap = Gap.PAGE
    return line
