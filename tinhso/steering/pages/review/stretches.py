"""A long document is reviewed stretch by stretch, so that neither side grows beyond what a browser moves with ease."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tinhso.steering.pages.paper import Block, Line

#: So many items stand in one stretch; it is cut at the last heading before.
MOST = 150
#: Behind every position.
END = 2**31


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters [start, end) of the document; ``title`` is the heading at which it begins."""

    number: int
    start: int
    end: int
    title: str

    def holds(self, position: int) -> bool:
        """Whether something that begins there stands in it."""
        return self.start <= position < self.end


def stretches(positions: Sequence[int], headings: Sequence[tuple[int, str]]) -> list[Stretch]:
    """The document cut before a heading whenever the items would become too many; at least one stretch.

    ``positions`` of the items in order; ``headings`` with their place and words, in order.
    """
    cuts = [0, *_cuts(positions, [place for place, _words in headings])]
    titles = dict(headings)
    return [
        Stretch(number, start, end, titles.get(start, "Phần đầu" if start == 0 else ""))
        for number, (start, end) in enumerate(zip(cuts, [*cuts[1:], END], strict=True), start=1)
    ]


def _cuts(positions: Sequence[int], headings: Sequence[int]) -> Iterator[int]:
    first, start = 0, 0
    while len(positions) - first > MOST:
        beyond = positions[first + MOST]
        place = bisect_right(headings, beyond) - 1
        start = headings[place] if place >= 0 and headings[place] > max(start, positions[first]) else beyond
        yield start
        first = next(index for index in range(first, len(positions)) if positions[index] >= start)


def within(blocks: Iterable[Block], stretch: Stretch) -> list[Block]:
    """The blocks of a stretch; of a table only the rows that stand in it."""
    found = []
    for block in blocks:
        lines: tuple[Line, ...] = tuple(line for line in block.lines if stretch.holds(line.start))
        if lines:
            found.append(Block(block.kind, lines))
    return found
