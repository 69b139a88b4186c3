"""Plain text: lines to paragraphs and table rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tinhso.steering.intake.manuscript import Manuscript, Paragraph
from tinhso.steering.intake.sources.aligned import Aligned, aligned_at
from tinhso.steering.intake.sources.cleaning import clean
from tinhso.steering.intake.sources.furniture import find_furniture
from tinhso.steering.intake.sources.lines import Line, split_lines
from tinhso.steering.intake.sources.prose import Prose, text_joiner, wrap_width
from tinhso.steering.intake.sources.rows import Rows
from tinhso.steering.intake.sources.tabbed import TabbedTable, is_tabbed, open_table

_AHEAD = 12


def read_plain(text: str, notes: tuple[str, ...] = ()) -> Manuscript:
    """The manuscript of a decoded text."""
    lines = tuple(split_lines(clean(text)))
    reader = _Reader(lines, find_furniture(lines), Prose(text_joiner(wrap_width(lines))))
    paragraphs = tuple(reader.read())
    return Manuscript(paragraphs, "text/plain", reader.tables, notes)


@dataclass(slots=True)
class _Reader:
    """Walks the lines; at any time either a paragraph or a table is open."""

    lines: Sequence[Line]
    furniture: frozenset[int]
    prose: Prose
    table: TabbedTable | None = None
    tables: int = 0

    def read(self) -> Iterator[Paragraph]:
        place = 0
        while place < len(self.lines):
            aligned = None if place in self.furniture else aligned_at(self.lines, place)
            if aligned is not None:
                yield from self._side_by_side(aligned, self.lines[place].page)
            elif place in self.furniture:
                yield from self._set_aside(self.lines[place])
            else:
                yield from self._take(self.lines[place], self.lines[place + 1 : place + 1 + _AHEAD])
            place += aligned.lines if aligned is not None else 1
        yield from self._close()

    def _side_by_side(self, aligned: Aligned, page: int) -> Iterator[Paragraph]:
        yield from self._close()
        rows = Rows(self.tables)
        self.tables += 1
        yield from (rows.row(cells, page=page) for cells in aligned.rows)

    def _set_aside(self, line: Line) -> Iterator[Paragraph]:
        piece = Paragraph(line.text, "furniture", page=line.page)
        if self.table is not None:
            yield from self.table.interrupt(piece)
        else:
            yield from self.prose.interrupt(piece)

    def _take(self, line: Line, below: Sequence[Line]) -> Iterator[Paragraph]:
        if self.table is not None and self.table.takes(line, below):
            yield from self.table.add(line)
        elif is_tabbed(line):
            yield from self._close()
            self.table = open_table(self.tables, line, below)
            self.tables += 1
            yield from self.table.add(line)
        else:
            yield from self._leave_table()
            yield from self.prose.add(line)

    def _leave_table(self) -> Iterator[Paragraph]:
        if self.table is not None:
            yield from self.table.close()
            self.table = None

    def _close(self) -> Iterator[Paragraph]:
        yield from self._leave_table()
        yield from self.prose.close()
