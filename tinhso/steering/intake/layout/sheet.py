"""The sheet: a manuscript laid out as one normalised text, each paragraph a line with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from tinhso.steering.intake.manuscript import Manuscript, Paragraph, ParagraphKind
from tinhso.steering.intake.reading import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its words, its place, its column from 0."""

    text: str
    start: int
    end: int
    column: int

    @property
    def span(self) -> Span:
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or table row of the sheet with its place in the text."""

    text: str
    start: int
    end: int
    kind: ParagraphKind
    cells: tuple[Cell, ...]
    table: int | None
    row: int | None
    bold: bool
    centred: bool
    broken: bool
    continued: tuple[int, ...]

    @property
    def span(self) -> Span:
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole text (lines joined by line breaks) and its lines in order."""

    text: str
    lines: tuple[Line, ...]

    def rows_of(self, table: int) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.table == table)


def lay_out(manuscript: Manuscript) -> Sheet:
    """Join the manuscript's paragraphs into one text and note where each stands."""
    lines = tuple(_lines(manuscript.paragraphs))
    return Sheet("\n".join(line.text for line in lines), lines)


def _lines(paragraphs: tuple[Paragraph, ...]) -> Iterator[Line]:
    start = 0
    for paragraph in paragraphs:
        end = start + len(paragraph.text)
        yield Line(
            text=paragraph.text,
            start=start,
            end=end,
            kind=paragraph.kind,
            cells=tuple(_cells(paragraph, start)),
            table=paragraph.table,
            row=paragraph.row,
            bold=paragraph.bold,
            centred=paragraph.centred,
            broken=paragraph.broken,
            continued=paragraph.continued,
        )
        start = end + 1


def _cells(paragraph: Paragraph, start: int) -> Iterator[Cell]:
    for column, words in enumerate(paragraph.cells):
        yield Cell(words, start, start + len(words), column)
        start += len(words) + 1
