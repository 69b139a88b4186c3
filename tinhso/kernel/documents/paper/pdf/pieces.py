"""Words as pieces that the page prints: text alone, or text with its face."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from tinhso.kernel.documents.paper.pdf.faces import letters
from tinhso.kernel.documents.paper.pdf.shaping import shaped
from tinhso.kernel.documents.paper.words import Words

BOLD, ITALIC = 1, 2
#: Text in the face of its part; "\n" ends a line, "" is where it may end; else text with its marks.
Piece = str | tuple[str, int]

_WORD = re.compile(r"[^ \n]+")
_LINE = re.compile(r"\n|[^\n]+")


def pieces(words: Words, *, room: float, size: float, capitals: bool = False) -> list[Piece]:
    """The pieces of words in lines of ``room``, in the unit of ``size``: a word that is wider may end a line within."""
    runs = [(shaped(run.text.upper() if capitals else run.text), run) for run in words]
    ends = _ends("".join(text for text, _ in runs), room / size)
    found: list[Piece] = []
    start = 0
    for text, run in runs:
        marks = BOLD * run.bold | ITALIC * run.italic
        within = [end - start for end in ends if start <= end < start + len(text)] if ends else []
        for place, (first, last) in enumerate(pairwise([0, *within, len(text)])):
            found += ([""] if place else []) + _marked(text[first:last], marks)
        start += len(text)
    return found


def _ends(text: str, room: float) -> list[int]:
    """Where a line may end within words that are wider than the room (ems), were they bold."""
    measured = letters(bold=True)
    if measured.widest * len(text) <= room:
        return []
    wide = (word for word in _WORD.finditer(text) if measured.width(word[0], 1) > room)
    return [word.start() + end for word in wide for end in _filled(word[0], room)]


def _filled(word: str, room: float) -> Iterator[int]:
    """Where lines of a word are full; a letter keeps its marks."""
    measured = letters(bold=True)
    filled = 0.0
    for place, sign in enumerate(word):
        wide = measured.width(sign, 1)
        if filled + wide > room and place and not unicodedata.combining(sign):
            yield place
            filled = 0.0
        filled += wide


def _marked(text: str, marks: int) -> list[Piece]:
    return [part if part == "\n" or not marks else (part, marks) for part in _LINE.findall(text)]
