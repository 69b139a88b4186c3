"""What was measured in a file, whatever its format. Sizes and spaces in points, lengths on the page in millimetres;
None is what could not be measured."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from tinhso.kernel.documents.paper.form import Set


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of one face."""

    text: str
    face: str
    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    colour: str = "000000"


class Zone(Enum):
    """Where a line stands: over the whole width, in a column beside another, in a table, at the pages' head or foot."""

    WHOLE = "whole"
    LEFT = "left"
    RIGHT = "right"
    CELL = "cell"
    HEAD = "head"
    FOOT = "foot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of a .docx (up to a forced line end), a line of a .pdf.

    ``where`` says it to people. ``first_line`` mm; ``before`` and ``after`` points; ``leading`` in single lines.
    ``wide`` is the length of its longest printed line, in points. A line without letters may be a drawn one:
    ``drawn`` is its length in points.
    """

    letters: tuple[Letters, ...]
    where: str
    zone: Zone = Zone.WHOLE
    side: Set | None = None
    first_line: float | None = None
    before: float | None = None
    after: float | None = None
    leading: float | None = None
    wide: float | None = None
    drawn: float | None = None

    @property
    def text(self) -> str:
        """Its letters, every white space one space."""
        return " ".join("".join(each.text for each in self.letters).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A section of pages of a .docx, a page of a .pdf."""

    where: str
    width: float
    height: float
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None

    @property
    def landscape(self) -> bool:
        """Whether it lies across."""
        return self.width > self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A whole file. ``numbers`` are the lines that print page numbers; ``numbered_first`` whether the first page
    shows one. ``size_error`` is that of sizes and spaces (points), ``place_error`` of places (mm); ``untold`` what this
    format does not tell."""

    lines: Sequence[Line]
    sheets: Sequence[Sheet]
    numbers: Sequence[Line] = field(default=())
    numbered_first: bool = False
    pages: int | None = None
    size_error: float = 0.0
    place_error: float = 0.0
    untold: Sequence[str] = ()
