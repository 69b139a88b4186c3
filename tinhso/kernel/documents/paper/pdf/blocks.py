"""Texts and blocks of a document as data that the page prints."""

from collections.abc import Sequence
from typing import Any

from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.measures import POINTS_A_MILLIMETRE, TEXT_WIDTH
from tinhso.kernel.documents.paper.pdf.pieces import Piece, pieces
from tinhso.kernel.documents.paper.pdf.tables import table
from tinhso.kernel.documents.paper.words import Block, Grid, Heading, Item, Paragraph, Rank, Run, Words

Json = dict[str, Any]

_RANKS = {Rank.ROMAN: Part.ROMAN, Rank.NUMBER: Part.NUMBERED, Rank.LETTER: Part.LETTERED}
_SIGNS = {1: "- ", 2: "+ "}
#: A last paragraph of more letters is not kept with the closing: it would leave a hole on the page before.
_LONGEST_KEPT = 1200
#: A longer title of the file is cut, a longer head is no bookmark: PDF/A takes no string of more than 32,767 bytes.
LONGEST_NAME = 500


def printed_line(part: Part, text: str, wide: float = TEXT_WIDTH) -> list[Piece]:
    """One text in the face of a part, in lines of so many millimetres."""
    return _words(part, (Run(text),), wide)


def printed_blocks(blocks: Sequence[Block], wide: float, *, kept: bool = False) -> list[Json]:
    """The blocks; ``kept``: the last paragraph stays with what follows, so that nobody signs a page without words."""
    found = [_block(block, wide) for block in blocks]
    if kept and found and "words" in found[-1]:
        found[-1]["kept"] = _letters(found[-1]["words"]) <= _LONGEST_KEPT
    return found


def _block(block: Block, wide: float) -> Json:
    if isinstance(block, Grid):
        return table(block, wide)
    part = _RANKS[block.rank] if isinstance(block, Heading) else Part.TEXT
    words = _words(part, _begun(block), wide)
    rank = block.rank.value if isinstance(block, Heading) and _letters(words) <= LONGEST_NAME else 0
    return {"kind": part.value, "rank": rank, "words": words, "kept": False}


def _begun(block: Heading | Paragraph | Item) -> Words:
    """The words with the label or the sign that they begin with."""
    if isinstance(block, Heading):
        return (Run(f"{block.label} "), *block.words)
    return (Run(_SIGNS[min(block.depth, 2)]), *block.words) if isinstance(block, Item) else block.words


def _letters(words: list[Piece]) -> int:
    return sum(len(piece if isinstance(piece, str) else piece[0]) for piece in words)


def _words(part: Part, words: Words, wide: float) -> list[Piece]:
    face = FACES[part]
    return pieces(words, room=wide * POINTS_A_MILLIMETRE, size=face.size, capitals=face.capitals)
