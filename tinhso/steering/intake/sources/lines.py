"""Lines: what stands on the pages of a text before paragraphs are known."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from tinhso.steering.intake.sources.cleaning import single_spaced


class Gap(IntEnum):
    """What stands between a line and the one above it."""

    NONE = 0
    SPACE = 1
    PAGE = 2
    BLANK = 3


@dataclass(slots=True)
class Line:
    """One line: its words (tabs kept in ``raw``), where it begins and ends, what stands above it, how it is set.

    Places are characters, in a PDF the widths of one. ``first`` is the width of the first word.
    """

    raw: str
    text: str
    indent: float
    edge: float
    first: float
    gap: Gap
    page: int
    bold: bool = False
    centred: bool = False


def split_lines(text: str) -> Iterator[Line]:
    """The lines that hold words. A form feed begins a page."""
    gap, page = Gap.NONE, 1
    for written in text.replace("\f", "\n\f").split("\n"):
        raw = written.removeprefix("\f")
        if raw != written:
            page, gap = page + 1, Gap.PAGE
        words = raw.strip()
        if not words:
            gap = gap or Gap.BLANK
            continue
        yield _text_line(raw, gap, page)
        gap = Gap.NONE


def line_of(text: str, page: int) -> Line:
    """A line of a source that has no widths."""
    return Line(text, text, 0, len(text), len(text.partition(" ")[0]), Gap.NONE, page)


def _text_line(raw: str, gap: Gap, page: int) -> Line:
    text, indent = single_spaced(raw), len(raw) - len(raw.lstrip(" "))
    return Line(raw, text, indent, indent + len(text), len(text.partition(" ")[0]), gap, page)
