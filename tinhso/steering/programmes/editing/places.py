"""Where words stand in a document's text."""

import re
from collections.abc import Iterable

from tinhso.lib.text import nfc
from tinhso.steering.intake.reading import Span
from tinhso.steering.programmes.editing.refusals import WordsNotFound

#: What opens a line and belongs to no item: "- ", "+ ", "a) ".
_OPENING = re.compile(r"\s*(?:[-–+•*]\s+)?")


def places_of(text: str, words: str) -> list[Span]:
    """Every place where the words stand, however their white space and line breaks fall."""
    parts = nfc(words).split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    return [found.span() for found in pattern.finditer(text)]


def nearest(places: Iterable[Span], position: int) -> Span | None:
    """The place that starts nearest to a position."""
    return min(places, key=lambda place: abs(place[0] - position), default=None)


def found_words(text: str, words: str, *, near: int) -> Span:
    """The place where the words stand, the nearest one to a position. Raises WordsNotFound."""
    found = nearest(places_of(text, words), near)
    if found is None:
        raise WordsNotFound(words=words[:80])
    return found


def trimmed(text: str, start: int, end: int) -> Span:
    """The selection without white space at its ends and without the dash that opens its line."""
    start, end = max(start, 0), min(end, len(text))
    words = text[start:end]
    opening = _OPENING.match(words)
    first = start + (opening.end() if opening else 0)
    return first, max(first, start + len(words.rstrip()))
