"""The blocks of a document's body, each as the elements that print it."""

from collections.abc import Iterator, Sequence

from tinhso.kernel.documents.paper.docx.elements import Element, Inline, line, paragraph
from tinhso.kernel.documents.paper.docx.grids import table
from tinhso.kernel.documents.paper.words import Block, Grid, Heading, Item, Paragraph, Run

_SIGNS = {1: "- ", 2: "+ "}


def printed_blocks(blocks: Sequence[Block], inline: Inline, wide: float) -> Iterator[Element]:
    """The elements of the blocks over a width (mm); a little room before and behind a table."""
    for block in blocks:
        if isinstance(block, Grid):
            yield line("Cach", "")
            yield table(block, inline, wide)
            yield line("Cuoi", "")
        else:
            yield _paragraph(block, inline)


def _paragraph(block: Heading | Paragraph | Item, inline: Inline) -> Element:
    if isinstance(block, Heading):
        return paragraph(f"Heading{block.rank.value}", *inline.runs((Run(f"{block.label} "), *block.words)))
    if isinstance(block, Item):
        depth = 2 if block.depth > 1 else 1
        return paragraph(f"GachDauDong{depth}", *inline.runs((Run(_SIGNS[depth]), *block.words)))
    return paragraph("NoiDung", *inline.runs(block.words))
