"""Annexes: each in a section of its own, across the page where it asks so."""

from collections.abc import Iterator

from tinhso.kernel.documents.paper import printed
from tinhso.kernel.documents.paper.docx.blocks import printed_blocks
from tinhso.kernel.documents.paper.docx.elements import Element, Inline, line
from tinhso.kernel.documents.paper.measures import TEXT_LENGTH, TEXT_WIDTH
from tinhso.kernel.documents.paper.parts import Annex, Paper


def annex(paper: Paper, part: Annex, inline: Inline) -> Iterator[Element]:
    """The elements of one annex: its number, its title, what it is attached to, its body."""
    yield line("PhuLuc", part.number)
    yield line("TenPhuLuc", part.title)
    yield line("KemTheo", printed.attached_line(paper))
    yield from printed_blocks(part.blocks, inline, TEXT_LENGTH if part.landscape else TEXT_WIDTH)
