"""Assembling: lines and table rows in reading order become the manuscript's paragraphs."""

from collections.abc import Iterator, Sequence

from tinhso.steering.intake.manuscript import Paragraph
from tinhso.steering.intake.sources.furniture import find_furniture
from tinhso.steering.intake.sources.lines import Gap, Line
from tinhso.steering.intake.sources.prose import Joiner, Prose, text_joiner, wrap_width


def assemble(blocks: Sequence[Line | Paragraph], joins: Joiner) -> Iterator[Paragraph]:
    """The paragraphs of a document whose tables are already rows and whose furniture is set aside."""
    prose = Prose(joins)
    for block in blocks:
        if isinstance(block, Line):
            yield from prose.add(block)
        elif block.kind == "furniture":
            yield from prose.interrupt(block)
        else:
            yield from prose.close()
            yield block
    yield from prose.close()


def assemble_text(blocks: Sequence[Line | Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of a document that gives no widths: furniture and broken lines are told by their words.

    Its paragraphs (``Gap.SPACE`` above each) are paragraphs, unless each is but one line of a screen's width.
    """
    lines = [block for block in blocks if isinstance(block, Line)]
    furniture = {id(lines[place]) for place in find_furniture(lines)}
    width = wrap_width(lines)
    for line in lines:
        line.gap = line.gap if line.gap != Gap.SPACE else Gap.NONE if width else Gap.BLANK
    aside = [
        Paragraph(block.text, "furniture", page=block.page)
        if isinstance(block, Line) and id(block) in furniture
        else block
        for block in blocks
    ]
    return assemble(aside, text_joiner(width))
