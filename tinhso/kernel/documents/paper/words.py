"""What stands in a document: words, some of them figures, in paragraphs, headings, items and tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one face. Text is data: nothing in it is markup, field or formula.

    A run with ``figure`` prints a live number: the name under which its records are found ("indicator/II.4/now").
    """

    text: str
    bold: bool = False
    italic: bool = False
    figure: str = ""


Words = tuple[Run, ...]


def said(*parts: str | Run) -> Words:
    """Words from plain texts and runs."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def plain(words: Words) -> str:
    """The text alone."""
    return "".join(run.text for run in words)


class Rank(Enum):
    """The ranks of heads in the body of a document that is no legal text: "I.", "1.", "a)"."""

    ROMAN = 1
    NUMBER = 2
    LETTER = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered head; ``label`` is printed before the text ("I.", "1.", "a)")."""

    rank: Rank
    label: str
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Justified, its first line indented."""

    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: "- " at depth 1, "+ " at depth 2."""

    words: Words
    depth: int = 1


class Side(Enum):
    """How a column's cells are set."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head and its part of the table's width (any unit: only the ratios count)."""

    head: str
    share: float
    side: Side = Side.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one cell for each column; a ``band`` has a single cell over the whole width (a section of the table)."""

    cells: tuple[Words, ...]
    band: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose head is repeated on every page and whose rows are not split where they fit on a page."""

    columns: Sequence[Column]
    rows: Sequence[Row]


Block = Heading | Paragraph | Item | Grid
