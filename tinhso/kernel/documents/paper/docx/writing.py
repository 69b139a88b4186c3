"""A document as the bytes of a .docx."""

from collections.abc import Iterator

from docx import Document
from docx.document import Document as Opened

from tinhso.kernel.documents.paper import printed
from tinhso.kernel.documents.paper.docx.annexes import annex
from tinhso.kernel.documents.paper.docx.blocks import printed_blocks
from tinhso.kernel.documents.paper.docx.closing import closing
from tinhso.kernel.documents.paper.docx.elements import Element, Inline, line, made, paragraph
from tinhso.kernel.documents.paper.docx.heads import addressed, head
from tinhso.kernel.documents.paper.docx.letterhead import letterhead
from tinhso.kernel.documents.paper.docx.packing import cleared, packed
from tinhso.kernel.documents.paper.docx.sheets import RELATION, page_number, section
from tinhso.kernel.documents.paper.letters import refuse_foreign_letters
from tinhso.kernel.documents.paper.measures import TEXT_WIDTH
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.lib.ooxml import W


def docx_of(paper: Paper) -> bytes:
    """The file; the same bytes for the same document. Raises LetterNotPrinted."""
    refuse_foreign_letters(paper)
    document = cleared(Document(), paper)
    header = _header(document)
    body = document.element.body
    body[:] = list(_sections(paper, header))
    return packed(document, paper.issued_on)


def _header(document: Opened) -> str:
    """The relation of a new part that prints the page's number."""
    header = document.sections[0].header
    header.is_linked_to_previous = False
    header.part.element[:] = [page_number()]
    return str(next(reference.get(RELATION, "") for reference in document.element.body.iter(f"{W}headerReference")))


def _sections(paper: Paper, header: str) -> Iterator[Element]:
    """The content with the properties of each section behind it: of the last one they end the body."""
    inline = Inline()
    yield from _main(paper, inline)
    ending = section(header)
    for part in paper.annexes:
        yield paragraph("Cuoi", properties=[ending])
        yield from annex(paper, part, inline)
        ending = section(header, landscape=part.landscape)
    yield line("Cuoi", "")
    yield ending


def _main(paper: Paper, inline: Inline) -> Iterator[Element]:
    yield letterhead(paper)
    yield from head(paper)
    yield from addressed(paper)
    yield from (line("CanCu", base) for base in printed.base_lines(paper))
    yield from _held_together(list(printed_blocks(paper.blocks, inline, TEXT_WIDTH)))
    yield line("CachKy", "")
    yield closing(paper)


def _held_together(blocks: list[Element]) -> list[Element]:
    """The last paragraph stays with the signature, which never stands on a page alone."""
    if blocks and (properties := blocks[-1].find(made("pPr").tag)) is not None:
        properties.insert(1, made("keepNext"))
    return blocks
