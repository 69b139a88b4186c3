"""Lines: what stands on the pages of a text before paragraphs are known."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from tinhso.steering.intake.sources.cleaning import single_spaced


class Gap(IntEnum):
    """What stands between a line and the one above it."""

    NONE = 0
    PAGE = 1
    BLANK = 2


@dataclass(slots=True)
class Line:
    """One line: its words (tabs kept in ``raw``), its indent in characters, what stands above it, how it is set."""

    raw: str
    text: str
    indent: int
    gap: Gap
    page: int
    bold: bool = False
    centred: bool = False

    @property
    def edge(self) -> int:
        """The column where the line ends."""
        return self.indent + len(self.text)


def split_lines(text: str) -> Iterator[Line]:
    """The lines that hold words. A form feed begins a page."""
    gap, page = Gap.NONE, 1
    for written in text.split("\n"):
        raw = written
        if "\f" in written:
            page, gap = page + written.count("\f"), Gap.PAGE
            raw = written.replace("\f", "")
        words = raw.strip()
        if not words:
            gap = gap or Gap.BLANK
            continue
        yield Line(raw, single_spaced(words), len(raw) - len(raw.lstrip(" ")), gap, page)
        gap = Gap.NONE
