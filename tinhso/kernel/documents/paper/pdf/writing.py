"""A document as the bytes of a .pdf."""

import json
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Literal

import typst

from tinhso.kernel.documents.paper.letters import refuse_foreign_letters
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.pdf import faces
from tinhso.kernel.documents.paper.pdf.numbers import numbers
from tinhso.kernel.documents.paper.pdf.sheet import sheet
from tinhso.kernel.documents.paper.words import Grid

STANDARD: Literal["a-2b"] = "a-2b"
#: Beyond so many cells the marks for readers by ear make a file of ten times the size and of twice the time.
MOST_TAGGED_CELLS = 5000
#: The day that a document without one carries in its properties.
_NO_DAY = date(1980, 1, 1)
_PAGE = Path(__file__).with_name("page.typ")


def pdf_of(paper: Paper) -> bytes:
    """The file; the same bytes for the same document. Raises LetterNotPrinted, FacesMissing."""
    refuse_foreign_letters(paper)
    day = paper.issued_on or _NO_DAY
    inputs = {"sheet": json.dumps(sheet(paper), ensure_ascii=False), "form": _form()}
    return typst.compile(
        _PAGE,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=STANDARD,
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        pdf_tags=_cells(paper) <= MOST_TAGGED_CELLS,
    )


@cache
def fonts() -> typst.Fonts:
    """Our faces and none of the machine's."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[faces.FOLDER])


@cache
def _form() -> str:
    return json.dumps(numbers())


def _cells(paper: Paper) -> int:
    blocks = [*paper.blocks, *(block for annex in paper.annexes for block in annex.blocks)]
    return sum(len(row.cells) for block in blocks if isinstance(block, Grid) for row in block.rows)
