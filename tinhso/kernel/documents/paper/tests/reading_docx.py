"""What the tests read from a .docx that was written, by python-docx and by its XML."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Opened
from lxml import etree

from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.lib.ooxml import W


def opened(paper: Paper) -> Opened:
    """The document as python-docx opens it."""
    return Document(BytesIO(docx_of(paper)))


def body(paper: Paper) -> etree._Element:
    """The body as lxml reads it."""
    with ZipFile(BytesIO(docx_of(paper))) as packed:
        return etree.fromstring(packed.read("word/document.xml"))[0]


def value(element: etree._Element, *steps: str) -> str | None:
    """The w:val of what stands below an element."""
    found = element.find("/".join(f"{W}{step}" for step in steps))
    return None if found is None else found.get(f"{W}val")


def texts(root: etree._Element) -> list[str]:
    """The letters of every paragraph, tabs and line ends as they were typed."""
    return ["".join(_letters(paragraph)) for paragraph in root.iter(f"{W}p")]


def _letters(paragraph: etree._Element) -> Iterator[str]:
    drawn = {f"{W}br": "\n", f"{W}tab": "\t"}
    for element in paragraph.iter(f"{W}t", *drawn):
        yield drawn.get(element.tag) or element.text or ""
