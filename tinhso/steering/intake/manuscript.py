"""The manuscript: a document as a row of paragraphs, whatever the file it came from."""

from dataclasses import dataclass, field
from typing import Literal

#: Stands inside a table cell where the cell had a line break of its own.
CELL_BREAK = "\u2028"

ParagraphKind = Literal["text", "row", "furniture"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, one table row, or one piece of page furniture (page number, running head, stamp).

    ``text`` is normalised (NFC, single spaces, no soft hyphens) and holds no line break. A table row's
    text is its ``cells`` joined by tabs; a cell that spans several rows stands in its first row, and the
    later rows hold an empty cell at that place with the number of columns kept.
    """

    text: str
    kind: ParagraphKind = "text"
    cells: tuple[str, ...] = ()
    table: int | None = None
    row: int | None = None
    page: int | None = None
    bold: bool = False
    centred: bool = False
    broken: bool = False
    """A blank line or a page's end stood inside the paragraph."""
    continued: tuple[int, ...] = ()
    """Columns whose cell is merged with the cell above it (the value holds for this row too)."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document's paragraphs in reading order. ``tables`` counts its tables; ``notes`` are Vietnamese sentences
    about what was done to the file (a converted encoding, pages without text)."""

    paragraphs: tuple[Paragraph, ...]
    media_type: str
    tables: int = 0
    notes: tuple[str, ...] = field(default=())
