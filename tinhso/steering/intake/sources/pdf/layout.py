"""Layout of a PDF: the edges of its text and the pitch of its lines, so that places become lines of a paragraph."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tinhso.steering.intake.sources.cleaning import clean, single_spaced
from tinhso.steering.intake.sources.lettering import Lettering
from tinhso.steering.intake.sources.lines import Gap, Line
from tinhso.steering.intake.sources.pdf.lines import PlacedLine

#: Every text block is measured as this many letters wide, so that pages of two formats compare.
WIDTH = 100.0
#: A letter's usual width as a share of its size.
_LETTER = 0.48


@dataclass(frozen=True, slots=True)
class Edges:
    """The left and right edge of a block of text, and the usual step from line to line as a share of the size."""

    left: float
    right: float
    pitch: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def edges_of(lines: Iterable[PlacedLine]) -> Edges:
    """The edges that most lines keep."""
    kept = list(lines)
    lefts = sorted(line.box.left for line in kept)
    rights = sorted(line.box.right for line in kept)
    return Edges(lefts[len(lefts) // 20], rights[len(rights) * 19 // 20], pitch_of(kept))


def pitch_of(lines: Sequence[PlacedLine]) -> float:
    """The commonest step between neighbouring lines, as a share of their size."""
    steps = Counter(
        round((below.box.middle[1] - above.box.middle[1]) / above.size, 1)
        for above, below in pairwise(lines)
        if 0.8 * above.size < below.box.middle[1] - above.box.middle[1] < 2.5 * above.size
    )
    return min((step for step, count in steps.items() if count * 3 >= max(steps.values())), default=1.3)


def typeset(lines: Sequence[PlacedLine], edges: Edges, *, lettering: Lettering, page: int) -> list[Line]:
    """Lines of one block as lines of a text: places in letters, gaps by the step from the line above."""
    made: list[Line] = []
    above: PlacedLine | None = None
    for line in lines:
        text = single_spaced(clean(lettering.text_of(_pieces(line))))
        if text:
            made.append(
                replace(_measured(line, edges), raw=text, text=text, gap=_gap(above, line, edges.pitch), page=page)
            )
            above = line
    return made


def _measured(line: PlacedLine, edges: Edges) -> Line:
    letter = _LETTER * line.size
    centred = _is_centred(line, edges)
    free = edges.right - line.box.right + (line.box.left - edges.left if centred else 0.0)
    return Line(
        raw="",
        text="",
        indent=(line.box.left - edges.left) / letter,
        edge=WIDTH - free / letter,
        first=line.words[0].box.width / letter,
        gap=Gap.NONE,
        page=0,
        bold=all(word.bold for word in line.words),
        centred=centred,
    )


def _pieces(line: PlacedLine) -> list[tuple[str, str]]:
    """Words with their fonts; letters of two fonts that touch are one word."""
    pieces = [(line.words[0].text, line.words[0].font)]
    for before, word in pairwise(line.words):
        touching = word.box.left - before.box.right < 0.12 * word.size
        pieces.append((word.text if touching else " " + word.text, word.font))
    return pieces


def _is_centred(line: PlacedLine, edges: Edges) -> bool:
    inside = line.box.left - edges.left > 8 and edges.right - line.box.right > 8
    return inside and abs(line.box.middle[0] - edges.centre) < 6


def _gap(above: PlacedLine | None, line: PlacedLine, pitch: float) -> Gap:
    if above is None:
        return Gap.NONE
    step = (line.box.middle[1] - above.box.middle[1]) / line.size
    if step > 2.2 * pitch or abs(above.size - line.size) > 0.2 * line.size:
        return Gap.BLANK
    return Gap.SPACE if step > pitch + 0.25 else Gap.NONE


def edges_by_format(pages: Iterable[tuple[tuple[int, int], Sequence[PlacedLine]]]) -> dict[tuple[int, int], Edges]:
    """The edges of the text on pages of each format (width and height in whole points)."""
    lines: dict[tuple[int, int], list[PlacedLine]] = defaultdict(list)
    for size, placed in pages:
        lines[size] += placed
    return {size: edges_of(placed) for size, placed in lines.items() if placed}
