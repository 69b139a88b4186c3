"""Assembling: lines and table rows in reading order become the manuscript's paragraphs."""

from collections.abc import Iterator, Sequence

from tinhso.steering.intake.manuscript import Paragraph
from tinhso.steering.intake.sources.furniture import find_furniture
from tinhso.steering.intake.sources.lines import Line
from tinhso.steering.intake.sources.prose import Joiner, Prose, text_joiner, wrap_width


def assemble(blocks: Sequence[Line | Paragraph], joins: Joiner | None = None) -> Iterator[Paragraph]:
    """The paragraphs of a document whose tables are already rows. ``joins`` knows the widths of its lines."""
    lines = [block for block in blocks if isinstance(block, Line)]
    furniture = {id(lines[place]) for place in find_furniture(lines)}
    prose = Prose(joins or text_joiner(wrap_width(lines)))
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from prose.interrupt(block) if block.kind == "furniture" else _after(prose, block)
        elif id(block) in furniture:
            yield from prose.interrupt(Paragraph(block.text, "furniture", page=block.page))
        else:
            yield from prose.add(block)
    yield from prose.close()


def _after(prose: Prose, row: Paragraph) -> Iterator[Paragraph]:
    yield from prose.close()
    yield row
