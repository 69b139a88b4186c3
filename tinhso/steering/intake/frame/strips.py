"""Strips: the lines of a document's frame, with the cells of a two-column letterhead or signing block taken apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tinhso.steering.intake.layout.sheet import Line
from tinhso.steering.intake.manuscript import CELL_BREAK
from tinhso.steering.intake.reading import Span


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of words with its place; ``line`` is the index of the sheet's line it comes from."""

    text: str
    start: int
    line: int
    table: int | None = None

    @property
    def span(self) -> Span:
        return (self.start, self.start + len(self.text))


def strips_of(lines: tuple[Line, ...], first: int, last: int) -> list[Strip]:
    """The strips of the lines from ``first`` to before ``last``; a table row gives its cells' lines by columns."""
    return [strip for place in range(first, last) for strip in _of_line(lines[place], place)]


def is_capital(text: str) -> bool:
    """Whether the words are set in capitals (a few small letters are slips: "IoT", "TTg")."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 1 and sum(sign.isupper() for sign in letters) >= 0.85 * len(letters)


def _of_line(line: Line, place: int) -> Iterator[Strip]:
    if line.kind == "row":
        for cell in line.cells:
            yield from _split(cell.text, cell.start, place=place, table=line.table)
    elif line.kind == "text":
        yield from _split(line.text, line.start, place=place, table=None)


def _split(text: str, start: int, *, place: int, table: int | None) -> Iterator[Strip]:
    for match in re.finditer(rf"[^{CELL_BREAK}\n]+", text):
        words = match.group()
        lead = len(words) - len(words.lstrip())
        if words.strip():
            yield Strip(words.strip(), start + match.start() + lead, place, table)
