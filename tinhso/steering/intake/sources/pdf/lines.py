"""Lines of a PDF page: words set side by side, and the columns that stand beside each other without rules."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tinhso.steering.intake.sources.openings import opens
from tinhso.steering.intake.sources.pdf.boxes import Box
from tinhso.steering.intake.sources.pdf.pages import Word

#: Blanks wider than this many letter sizes part two columns.
_GUTTER = 2.0
#: Two columns stand at least so many points apart over their whole height.
_NARROWEST = 5.0


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    def parts(self) -> list["PlacedLine"]:
        """The line cut at blanks as wide as a gutter; a list marker stays with its words.

        A justified line has wide blanks too, but all alike.
        """
        blanks = sorted(after.box.left - before.box.right for before, after in pairwise(self.words))
        usual = blanks[len(blanks) // 2] if len(blanks) > 2 else 0.0
        gutter = max(_GUTTER * self.size, 2.5 * min(usual, 2 * self.size))
        parts: list[list[Word]] = []
        for word in self.words:
            fits = parts and word.box.left - parts[-1][-1].box.right <= gutter
            if fits or (len(parts) == 1 and _is_marker(parts[0])):
                parts[-1].append(word)
            else:
                parts.append([word])
        return [line_of_words(part) for part in parts]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns side by side, each from the top down; ``gutter`` is where the right one begins."""

    left: tuple[PlacedLine, ...]
    right: tuple[PlacedLine, ...]
    gutter: float


def line_of_words(words: Sequence[Word]) -> PlacedLine:
    box = words[0].box
    for word in words[1:]:
        box = box.joined(word.box)
    return PlacedLine(tuple(words), box)


def lines_of(words: Iterable[Word]) -> list[PlacedLine]:
    """Words gathered into lines by the height of their middles."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box.middle[1]):
        last = lines[-1][0] if lines else None
        if last is not None and word.box.middle[1] - last.box.middle[1] < 0.45 * max(word.size, last.size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [line_of_words(sorted(line, key=lambda word: word.box.left)) for line in lines]


def blocks_of(lines: Sequence[PlacedLine], centre: float) -> Iterator[PlacedLine | Columns]:
    """Lines in reading order; neighbours with one gutter through them become columns. ``centre`` is the text's."""
    place = 0
    while place < len(lines):
        parts = lines[place].parts()
        end = place + _height(lines[place:], _widest_gap(parts), centre) if len(parts) > 1 else place
        if end == place:
            yield lines[place]
            place += 1
        else:
            yield _columns(lines[place:end])
            place = end


def _widest_gap(parts: Sequence[PlacedLine]) -> tuple[float, float]:
    gaps = [(one.box.right, other.box.left) for one, other in pairwise(parts)]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))


def _height(lines: Sequence[PlacedLine], gutter: tuple[float, float], centre: float) -> int:
    """How many lines the gutter runs through."""
    kept = named = 0
    left, right = gutter
    for count, line in enumerate(lines, 1):
        if count > 1 and abs(line.box.middle[0] - centre) < 8 and len(line.parts()) == 1:
            break
        sides = [word for word in line.words if word.box.middle[0] < (left + right) / 2]
        left = max([left, *(word.box.right for word in sides)])
        right = min([right, *(word.box.left for word in line.words if word not in sides)])
        if right - left < _NARROWEST:
            break
        named = named or "Nơi nhận" in line.text
        if named or len(sides) < len(line.words):
            kept = count
    return kept


def _columns(lines: Sequence[PlacedLine]) -> Columns:
    left, right = _gutter(lines)
    middle = (left + right) / 2
    sides: tuple[list[PlacedLine], list[PlacedLine]] = ([], [])
    for line in lines:
        for side, words in enumerate(
            (
                [word for word in line.words if word.box.middle[0] < middle],
                [word for word in line.words if word.box.middle[0] >= middle],
            )
        ):
            if words:
                sides[side].append(line_of_words(words))
    return Columns(tuple(sides[0]), tuple(sides[1]), right)


def _gutter(lines: Sequence[PlacedLine]) -> tuple[float, float]:
    left, right = _widest_gap(lines[0].parts())
    for line in lines[1:]:
        middle = (left + right) / 2
        left = max([left, *(word.box.right for word in line.words if word.box.middle[0] < middle)])
        right = min([right, *(word.box.left for word in line.words if word.box.middle[0] >= middle)])
    return left, right


def _is_marker(words: Sequence[Word]) -> bool:
    text = "".join(word.text for word in words)
    return len(text) <= 8 and opens(text + " ")
