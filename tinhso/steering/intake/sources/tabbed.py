"""Tabbed tables: rows rebuilt from lines whose cells stand between tabs and may hold line breaks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tinhso.steering.intake.manuscript import CELL_BREAK, Paragraph
from tinhso.steering.intake.sources.cleaning import single_spaced
from tinhso.steering.intake.sources.lines import Gap, Line
from tinhso.steering.intake.sources.openings import ends, is_row_number, is_title, opens
from tinhso.steering.intake.sources.rows import Rows

_LIST_MARKER = re.compile(r"(?:[-–+*•·●○▪■]|(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[a-zđA-HĐ])[.)/]|\(\d{1,2}\))")
#: So many rows below a head settle the number of columns when they agree.
_AGREEING = 5
_HEADS = frozenset(("STT", "TT", "SỐ TT", "SỐ THỨ TỰ"))


def is_tabbed(line: Line) -> bool:
    """Whether a line holds cells: a tab between words that is not the blank behind a list marker."""
    words = line.raw.strip()
    if "\t" not in words:
        return False
    first, _, rest = words.partition("\t")
    return "\t" in rest or _LIST_MARKER.fullmatch(first.strip()) is None


@dataclass(slots=True)
class TabbedTable:
    """One table as its lines come in."""

    rows: Rows
    width: int
    _cells: list[list[str]] = field(default_factory=list)
    _waiting: list[Paragraph] = field(default_factory=list)
    _page: int = 1

    def takes(self, line: Line, below: Sequence[Line]) -> bool:
        """Whether a line belongs to the table; ``below`` are the lines under it."""
        if "\t" in line.raw:
            return self._takes_row(line)
        if is_title(line.text) and line.gap == Gap.BLANK:
            return False
        if len(self._cells) < self.width:
            return line.gap != Gap.BLANK or self._is_broken_at(line)
        if line.gap == Gap.BLANK:
            return self._is_broken_at(line)
        return any(map(is_tabbed, below)) and (opens(line.text) or bool(self._cells[-1]) or self._is_broken_at(line))

    def add(self, line: Line) -> Iterator[Paragraph]:
        """Take a line of the table; give the row it closes, if any."""
        cells = _cells_of(line, self.width)
        if self._continues(line, cells):
            self._extend(cells)
            return
        yield from self.close()
        self._cells = [[cell] if cell else [] for cell in cells]
        self._page = line.page

    def interrupt(self, furniture: Paragraph) -> Iterator[Paragraph]:
        """Take a piece of furniture met between rows or inside one; it follows the row."""
        self._waiting.append(furniture)
        yield from ()

    def close(self) -> Iterator[Paragraph]:
        """Give the row that is open, then the furniture met in it."""
        if self._cells:
            yield self._row()
        yield from self._waiting
        self._waiting = []

    def _row(self) -> Paragraph:
        cells = tuple(CELL_BREAK.join(parts) for parts in self._cells)
        self._cells = []
        return self.rows.row(cells + ("",) * (self.width - len(cells)), page=self._page)

    def _takes_row(self, line: Line) -> bool:
        """A new head under a blank line begins another table."""
        cells = _cells_of(line, self.width)
        if line.gap != Gap.BLANK or cells[0].upper() not in _HEADS:
            return True
        return self.rows.repeats_head(tuple(cells)) or len(cells) == self.width

    def _continues(self, line: Line, cells: list[str]) -> bool:
        if not self._cells:
            return False
        if len(cells) == 1:
            return not (len(self._cells) >= self.width and self._is_group(line))
        room = self.width - len(self._cells)
        return room > 0 and len(cells) - 1 <= room and not _starts_row(cells, self.width)

    def _is_group(self, line: Line) -> bool:
        """A merged cell over the whole width: its line holds no tab."""
        return is_title(line.text) or re.match(r"(?:[IVX]{1,5}|[A-HĐ])\s?[.)]\s", line.text) is not None

    def _extend(self, cells: list[str]) -> None:
        if cells[0]:
            self._cells[-1].append(cells[0])
        self._cells += [[cell] if cell else [] for cell in cells[1:]]

    def _is_broken_at(self, line: Line) -> bool:
        last = self._cells[-1][-1] if self._cells and self._cells[-1] else ""
        return bool(last) and line.text[0].islower() and not ends(last) and not opens(line.text, last)


def open_table(number: int, line: Line, below: Sequence[Line]) -> TabbedTable:
    """The table that begins with ``line``. Its width is the head's, unless the rows below agree on another."""
    head = len(_cells_of(line, 0))
    counts = [len(_cells_of(other, 0)) for other in below if is_tabbed(other)]
    whole = [len(cells) for cells in (_cells_of(other, 0) for other in below) if _starts_row(cells, head + 1)]
    if len(counts) >= _AGREEING and len(set(counts[:_AGREEING])) == 1:
        return TabbedTable(Rows(number), counts[0])
    wider = [count for count in whole if count > head] if _is_broken_head(line, below) else []
    return TabbedTable(Rows(number), Counter(wider).most_common(1)[0][0] if wider else head)


def _is_broken_head(line: Line, below: Sequence[Line]) -> bool:
    if not below or below[0].gap != Gap.NONE:
        return False
    return not is_row_number(below[0].text.partition(" ")[0])


def _starts_row(cells: list[str], width: int) -> bool:
    if len(cells) >= width > 0:
        return True
    return len(cells) > 1 and is_row_number(cells[0])


def _cells_of(line: Line, width: int) -> list[str]:
    """The cells of a line; empty ones beyond the table's width are not kept."""
    cells = [single_spaced(cell) for cell in line.raw.split("\t")]
    while width and len(cells) > width and not cells[-1]:
        cells.pop()
    return cells
