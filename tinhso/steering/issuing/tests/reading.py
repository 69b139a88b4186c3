"""A document read back: its figures by name, all its text."""

from collections import defaultdict
from collections.abc import Iterator

from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.words import Block, Grid, Words, plain


def words_of(paper: Paper) -> Iterator[Words]:
    """Every run of words of body and annexes, in order."""
    for blocks in (paper.blocks, *(annex.blocks for annex in paper.annexes)):
        for block in blocks:
            yield from _of_block(block)


def figures_of(paper: Paper) -> dict[str, set[str]]:
    """Name → what is printed under it; "03" of a sentence and "3" of a table are one."""
    found: dict[str, set[str]] = defaultdict(set)
    for words in words_of(paper):
        for run in words:
            if run.figure:
                found[run.figure].add(run.text.lstrip("0") or "0" if run.text.isdecimal() else run.text)
    return found


def text_of(paper: Paper) -> str:
    """Every line of body and annexes."""
    return "\n".join(plain(words) for words in words_of(paper))


def _of_block(block: Block) -> Iterator[Words]:
    if isinstance(block, Grid):
        yield from (cell for row in block.rows for cell in row.cells)
    else:
        yield block.words
