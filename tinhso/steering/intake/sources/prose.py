"""Prose: lines joined to paragraphs, whether each line is one already or a screen's width of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tinhso.steering.intake.manuscript import Paragraph
from tinhso.steering.intake.sources.lines import Gap, Line
from tinhso.steering.intake.sources.openings import ends, is_title, is_unfinished, opens

#: A text is hard-wrapped when its long lines end within this reach of one right edge.
_NARROWEST, _WIDEST = 35, 200


def wrap_width(lines: Sequence[Line]) -> float:
    """The right edge of a hard-wrapped text in characters; 0 when each line is a paragraph of its own."""
    edges = sorted(line.edge for line in lines if "\t" not in line.raw)
    if len(edges) < 6:
        return 0
    edge = edges[len(edges) * 9 // 10]
    if not _NARROWEST <= edge <= _WIDEST or edges[-1] > edge * 1.5:
        return 0
    full = sum(1 for line in lines if line.edge * 5 >= edge * 4)
    carried = sum(1 for line, below in pairwise(lines) if _is_carried(line, below, edge))
    return edge if full * 3 >= len(edges) and carried * 5 >= full else 0


def _is_carried(line: Line, below: Line, edge: int) -> bool:
    return line.edge * 5 >= edge * 4 and below.gap == Gap.NONE and not ends(line.text) and below.text[0].islower()


@dataclass(slots=True)
class Prose:
    """Joins lines to paragraphs; furniture met inside a paragraph follows it."""

    width: float
    _lines: list[Line] = field(default_factory=list)
    _waiting: list[Paragraph] = field(default_factory=list)

    def add(self, line: Line) -> Iterator[Paragraph]:
        """Take a line; give the paragraph it closes, if any."""
        if self._lines and not self._joins(self._lines[-1], line):
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
                " ".join(line.text for line in self._lines),
                page=self._lines[0].page,
                bold=all(line.bold for line in self._lines),
                centred=all(line.centred for line in self._lines),
                broken=bool(self._waiting) or any(line.gap in (Gap.BLANK, Gap.PAGE) for line in self._lines[1:]),
            )
        yield from self._waiting
        self._lines, self._waiting = [], []

    def _joins(self, above: Line, line: Line) -> bool:
        gap = max(line.gap, Gap.PAGE) if self._waiting else line.gap
        if is_title(above.text) or opens(line.text, above.text) or is_title(line.text):
            return False
        if gap == Gap.BLANK or not self.width:
            return _goes_on(above.text, line.text)
        return self._fills(above, line, gap)

    def _fills(self, above: Line, line: Line, gap: Gap) -> bool:
        """Whether a hard-wrapped line goes on below: its next word would not have fitted."""
        fullness = (above.edge + 1 + line.first) / self.width
        if ends(above.text):
            indented = line.indent >= above.indent + 2
            return gap == Gap.NONE and above.text[-1] == "." and fullness > 1 and not indented
        return line.text[0].islower() or fullness > 0.85 or above.text[-1] == ","


def _goes_on(above: str, line: str) -> bool:
    if ends(above):
        return False
    return line[0].islower() or (is_unfinished(above) and not line[0].isdigit())
