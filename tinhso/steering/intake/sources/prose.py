"""Prose: lines joined to paragraphs, whether each line is one already or a screen's width of one."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tinhso.steering.intake.manuscript import Paragraph
from tinhso.steering.intake.sources.lines import Gap, Line
from tinhso.steering.intake.sources.openings import (
    ends,
    goes_on_as_number,
    is_title,
    is_torn,
    is_torn_title,
    is_unfinished,
    opens,
)

#: A text is hard-wrapped when its long lines end within this reach of one right edge.
_NARROWEST, _WIDEST = 35, 200
#: A line with its next word fills so much of the width when it was broken for want of room.
_FULL = 0.85
#: One line in so many may be longer by far: a portal does not break all of them.
_STRAYS = 40
_BROKEN_WORD = re.compile(r"\w[-/]$")


def wrap_width(lines: Sequence[Line]) -> float:
    """The right edge of a hard-wrapped text in characters; 0 when each line is a paragraph of its own."""
    edges = sorted(line.edge for line in lines if "\t" not in line.raw)
    if len(edges) < 6:
        return 0
    edge = edges[len(edges) * 9 // 10]
    longer = sum(1 for other in edges if other > edge * 1.5)
    if not _NARROWEST <= edge <= _WIDEST or longer * _STRAYS > max(_STRAYS, len(edges)):
        return 0
    full = sum(1 for line in lines if line.edge * 5 >= edge * 4)
    carried = len([line for line, below in pairwise(lines) if _is_carried(line, below, edge)])
    return edge if full * 3 >= len(edges) and carried * 5 >= full else 0


def _is_carried(line: Line, below: Line, edge: float) -> bool:
    return line.edge * 5 >= edge * 4 and below.gap <= Gap.SPACE and not ends(line.text) and below.text[0].islower()


#: Whether a line belongs to the paragraph of the lines above it; the gap is between it and the last of them.
Joiner = Callable[[Sequence[Line], Line, Gap], bool]


@dataclass(slots=True)
class Prose:
    """Joins lines to paragraphs; furniture met inside a paragraph follows it."""

    joins: Joiner
    _lines: list[Line] = field(default_factory=list)
    _waiting: list[Paragraph] = field(default_factory=list)

    def add(self, line: Line) -> Iterator[Paragraph]:
        """Take a line; give the paragraph it closes, if any."""
        gap = max(line.gap, Gap.PAGE) if self._waiting else line.gap
        if self._lines and not self.joins(self._lines, line, gap):
            yield from self.close()
        self._lines.append(line)

    def interrupt(self, furniture: Paragraph) -> Iterator[Paragraph]:
        """Take a piece of furniture: given at once between paragraphs, kept back inside one."""
        if self._lines:
            self._waiting.append(furniture)
        else:
            yield furniture

    def close(self) -> Iterator[Paragraph]:
        """Give what is left."""
        if self._lines:
            yield Paragraph(
                glued(line.text for line in self._lines),
                page=self._lines[0].page,
                bold=all(line.bold for line in self._lines),
                centred=all(line.centred for line in self._lines),
                broken=any(line.gap == Gap.BLANK for line in self._lines[1:]),
            )
        yield from self._waiting
        self._lines, self._waiting = [], []


def glued(texts: Iterable[str]) -> str:
    """Lines as one; a word broken at its hyphen or stroke ("146/KH-" / "UBND") is whole again."""
    parts: list[str] = []
    for text in texts:
        if parts and not is_broken(parts[-1]):
            parts.append(" ")
        parts.append(text)
    return "".join(parts)


def is_broken(line: str) -> bool:
    """Whether a line ends inside a word, at its hyphen or stroke."""
    return _BROKEN_WORD.search(line, max(0, len(line) - 3)) is not None


def text_joiner(width: float) -> Joiner:
    """Joins the lines of a text; ``width`` as ``wrap_width`` finds it."""
    return lambda lines, line, gap: _is_cut(lines, line, gap) or _joins(lines[-1], line, (width, gap))


def _is_cut(lines: Sequence[Line], line: Line, gap: Gap) -> bool:
    """Whether a line was cut where no line of a document ends."""
    above = lines[-1].text
    return gap != Gap.BLANK and (is_torn(above, line.text) or is_torn_title(lines[0].text, above, line.text))


def _joins(above: Line, line: Line, place: tuple[float, Gap]) -> bool:
    width, gap = place
    if is_title(above.text) or opens(line.text, above.text) or is_title(line.text):
        return False
    if is_broken(above.text):
        return True
    if gap == Gap.BLANK or not width:
        return goes_on(above.text, line.text)
    fullness = (above.edge + 1 + line.first) / width
    if ends(above.text):
        indented = line.indent >= above.indent + 2
        return gap == Gap.NONE and above.text[-1] == "." and fullness > 1 and not indented
    return line.text[0].islower() or fullness > _FULL or above.text[-1] == ","


def goes_on(above: str, line: str) -> bool:
    """Whether a sentence goes on over a blank line, by its words alone."""
    if ends(above):
        return False
    return line[0].islower() or (is_unfinished(above) and not line[0].isdigit()) or goes_on_as_number(above, line)
