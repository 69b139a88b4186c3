"""Documents that say one thing, and what a reader of their .pdf finds of it."""

import unicodedata
from dataclasses import replace

from tinhso.kernel.documents.paper import form
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.reading_pdf import read
from tinhso.kernel.documents.paper.words import Paragraph, said


def saying(text: str) -> Paper:
    """A report whose only paragraph says that."""
    return replace(papers.report(), blocks=(Paragraph(said("đầu ", text, " cuối")),))


def found(paper: Paper) -> str:
    """All letters of a document's .pdf between the upper and the lower margin, without spaces."""
    lines = [line for page in read(pdf_of(paper)) for line in page.lines]
    return together("".join(line.text for line in lines if line.baseline > form.MARGIN_TOP.taken))


def together(text: str) -> str:
    """The letters alone: neither spaces nor signs without a shape."""
    return "".join(sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Cf")
