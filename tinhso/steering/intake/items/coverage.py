"""Coverage: every non-blank character of the text lies in an item, a heading, the frame or ``unplaced``."""

import re
from collections.abc import Iterable, Iterator

from tinhso.steering.intake.layout.sheet import Sheet
from tinhso.steering.intake.reading import Span, Unplaced


def find_unplaced(sheet: Sheet, placed: Iterable[Span]) -> tuple[Unplaced, ...]:
    """The pieces of text, line by line, that no span in ``placed`` covers."""
    gaps = list(_gaps(sorted(placed), len(sheet.text)))
    found: list[Unplaced] = []
    place = 0
    for line in sheet.lines:
        while place < len(gaps) and gaps[place][1] <= line.start:
            place += 1
        later = place
        while later < len(gaps) and gaps[later][0] < line.end:
            first, last = max(gaps[later][0], line.start), min(gaps[later][1], line.end)
            found += _pieces(sheet.text, first, last)
            later += 1
    return tuple(found)


def _gaps(placed: list[Span], length: int) -> Iterator[Span]:
    reached = 0
    for first, last in placed:
        if first > reached:
            yield reached, first
        reached = max(reached, last)
    if reached < length:
        yield reached, length


def _pieces(text: str, first: int, last: int) -> Iterator[Unplaced]:
    words = text[first:last]
    lead = len(words) - len(words.lstrip())
    bare = words.strip()
    if bare:
        yield Unplaced(bare, (first + lead, first + lead + len(bare)))


def coverage(text: str, placed: Iterable[Span]) -> float:
    """The share of the text's non-blank characters that ``placed`` covers, from 0 to 1."""
    covered = reached = 0
    for first, last in sorted(placed):
        if last > max(first, reached):
            covered += len(re.sub(r"\s", "", text[max(first, reached) : last]))
            reached = last
    total = len(re.sub(r"\s", "", text))
    return covered / total if total else 1.0
