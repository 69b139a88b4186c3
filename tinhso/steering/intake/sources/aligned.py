"""Aligned columns: text set side by side with blanks, as programs print a page with its layout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tinhso.steering.intake.manuscript import CELL_BREAK
from tinhso.steering.intake.sources.lines import Gap, Line, line_of
from tinhso.steering.intake.sources.openings import is_row_number, is_title, opens
from tinhso.steering.intake.sources.prose import Prose, goes_on, text_joiner

_BLANK = re.compile(r" {3,}")
#: A gutter is at least so many blanks wide, through at least two lines that have words on both sides.
_NARROWEST = 2
_LONGEST_BLOCK, _LONGEST_LINE, _MOST_GUTTERS = 400, 600, 20
#: A gutter further left is the blank behind a number or in a form to be filled in.
_LEFTMOST = 3

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Lines side by side: the rows they make, and how many lines they take."""

    rows: tuple[tuple[str, ...], ...]
    lines: int


def aligned_at(lines: Sequence[Line], place: int) -> Aligned | None:
    """The aligned columns that begin at a line; None where the line is plain text."""
    if _is_plain(lines[place]) or _BLANK.search(lines[place].raw.strip()) is None:
        return None
    gutters = [gap for gap in _gaps(lines[place].raw) if gap[0] >= _LEFTMOST]
    if not 0 < len(gutters) <= _MOST_GUTTERS:
        return None
    block = _run(lines[place : place + _LONGEST_BLOCK], gutters)
    if sum(_is_split(line, gutters) for line in block) < 2:
        return None
    cut = [[line.raw[begin:end].strip() for begin, end in _columns(gutters)] for line in block]
    return Aligned(tuple(_rows(cut, block)), len(block))


def _is_plain(line: Line) -> bool:
    return "\t" in line.raw or len(line.raw) > _LONGEST_LINE


def _run(lines: Sequence[Line], gutters: list[Span]) -> Sequence[Line]:
    """The lines that the gutters run through; the gutters are narrowed to what they leave."""
    kept = 1
    for count, line in enumerate(lines[1:], 2):
        narrowed = [] if _is_plain(line) or _opens_other(line, gutters) else _narrowed(gutters, line)
        if len(narrowed) < len(gutters):
            break
        gutters[:] = narrowed
        kept = count if _is_split(line, gutters) or line.gap == Gap.NONE else kept
    return lines[:kept]


def _opens_other(line: Line, gutters: Sequence[Span]) -> bool:
    """Whether a line under a blank one is a title, or has more columns."""
    return line.gap == Gap.BLANK and (is_title(line.text) or len(_gaps(line.raw)) > len(gutters))


def _gaps(raw: str) -> list[Span]:
    """The wide blanks between the words of a line."""
    first = len(raw) - len(raw.lstrip())
    return [gap.span() for gap in _BLANK.finditer(raw.rstrip(), first)]


def _narrowed(gutters: Sequence[Span], line: Line) -> list[Span]:
    """What is left of the gutters beside the words of a line."""
    words = [word.span() for word in re.finditer(r"\S+(?: \S+)*", line.raw)]
    return [gap for gap in (_beside(gutter, words) for gutter in gutters) if gap[1] - gap[0] >= _NARROWEST]


def _beside(gutter: Span, words: Sequence[Span]) -> Span:
    begin, end = gutter
    middle = (begin + end) / 2
    for left, right in words:
        if left < end and right > begin:
            begin, end = (max(begin, right), end) if (left + right) / 2 < middle else (begin, min(end, left))
    return begin, end


def _is_split(line: Line, gutters: Sequence[Span]) -> bool:
    return sum(bool(line.raw[begin:end].strip()) for begin, end in _columns(gutters)) > 1


def _columns(gutters: Sequence[Span]) -> list[tuple[int, int | None]]:
    begins = [0, *(end for _, end in gutters)]
    return list(zip(begins, [*begins[1:], None], strict=True))


def _rows(cut: Sequence[Sequence[str]], block: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """Two columns are one row, as in a letterhead; more are a table whose rows begin with a number."""
    held: list[Sequence[str]] = []
    numbered = len(cut[0]) > 2 and any(is_row_number(cells[0]) for cells in cut)
    for cells, line in zip(cut, block, strict=True):
        starts = is_row_number(cells[0]) if numbered else line.gap != Gap.NONE and all(cells)
        if held and len(cells) > 2 and starts:
            yield _row(held)
            held = []
        held.append(cells)
    yield _row(held)


def _row(lines: Sequence[Sequence[str]]) -> tuple[str, ...]:
    columns = [[cell for cell in column if cell] for column in zip(*lines, strict=True)]
    return tuple(_cell(column, is_table=len(columns) > 2) for column in columns)


def _cell(parts: Sequence[str], *, is_table: bool) -> str:
    """The lines of a cell; those of a letterhead have no width and go on by their words alone."""
    prose = Prose(text_joiner(max(map(len, parts), default=0)) if is_table else _goes_on)
    closed = [one.text for part in parts for one in prose.add(line_of(part, 0))]
    return CELL_BREAK.join([*closed, *(one.text for one in prose.close())])


def _goes_on(lines: Sequence[Line], line: Line, gap: Gap) -> bool:
    above = lines[-1].text
    whole = is_title(above) or is_title(line.text) or opens(line.text, above)
    return not whole and goes_on(above, line.text)
