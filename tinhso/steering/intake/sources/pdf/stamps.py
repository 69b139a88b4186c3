"""Stamps on a PDF page: what a digital signature drew, taken out from among the words beside it."""

from collections.abc import Sequence

from tinhso.steering.intake.sources.furniture import is_stamp, is_stamp_tail
from tinhso.steering.intake.sources.pdf.lines import PlacedLine, line_of_words
from tinhso.steering.intake.sources.pdf.pages import Word


def split_stamps(lines: Sequence[PlacedLine]) -> tuple[list[str], list[PlacedLine]]:
    """The wordings of stamps, and the lines without them. A stamp runs down from its first line in one column."""
    stamps: list[str] = []
    kept: list[PlacedLine] = []
    open_stamp: PlacedLine | None = None
    for line in lines:
        rest: list[Word] = []
        for part in line.parts():
            if is_stamp(part.text) or (open_stamp is not None and _is_under(open_stamp, part)):
                stamps.append(part.text)
                open_stamp = part
            else:
                rest += part.words
        kept += [line_of_words(rest)] if rest else []
    return stamps, kept


def _is_under(stamp: PlacedLine, part: PlacedLine) -> bool:
    """Small print right below a stamp's line: its next line, or the rest of a long name."""
    near = 0 <= part.box.middle[1] - stamp.box.middle[1] < 2.2 * stamp.size
    aligned = min(abs(part.box.left - stamp.box.left), abs(part.box.right - stamp.box.right)) < 4
    return near and aligned and (is_stamp_tail(part.text) or (stamp.size < 11 and part.size <= stamp.size + 0.5))
