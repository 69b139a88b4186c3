"""The head of a document: who issues at the left, the state at the right, drawn lines under both."""

from collections.abc import Iterator

from tinhso.kernel.documents.paper import printed
from tinhso.kernel.documents.paper.docx.elements import TWIPS_A_POINT, Element, line, made
from tinhso.kernel.documents.paper.docx.frames import side_by_side
from tinhso.kernel.documents.paper.form import FACES, LETTERHEAD_SHARES, STROKE, Part
from tinhso.kernel.documents.paper.measures import POINTS_A_MILLIMETRE, shared
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.widths import longest_line, width

_LEFT, _RIGHT = shared(LETTERHEAD_SHARES)


def letterhead(paper: Paper) -> Element:
    """A table of two columns and two rows without borders."""
    left = [line("CoQuanBanHanh", paper.letterhead.body), _line_under_body(paper)]
    if paper.letterhead.parent:
        left.insert(0, line("CoQuanChuQuan", paper.letterhead.parent))
    right = [line("QuocHieu", printed.NATION), line("TieuNgu", printed.MOTTO), _line_under_motto()]
    return side_by_side(
        (_LEFT, _RIGHT), (left, right), (list(_number(paper)), [line("NoiNgay", printed.place_line(paper))])
    )


def drawn_line(column: float, length: float) -> Element:
    """A line of that length in the middle of a column, both in points: the lower border of an empty paragraph."""
    beside = round((column - length) / 2 * TWIPS_A_POINT)
    border = made("pBdr", made("bottom", val="single", sz=round(STROKE * 8), space=0, color="000000"))
    return line("Ke", "", border, made("ind", left=beside, right=beside, firstLine=0))


def line_below(part: Part, text: str, column: float) -> Element:
    """The line that the form draws below a part, of a share of its longest line in a column of that width (points)."""
    face = FACES[part]
    return drawn_line(column, longest_line(text, face.size, column) * (face.line or 0))


def _line_under_motto() -> Element:
    return drawn_line(_RIGHT * POINTS_A_MILLIMETRE, width(printed.MOTTO, FACES[Part.MOTTO].size))


def _line_under_body(paper: Paper) -> Element:
    return line_below(Part.BODY, paper.letterhead.body.upper(), _LEFT * POINTS_A_MILLIMETRE)


def _number(paper: Paper) -> Iterator[Element]:
    yield line("SoKyHieu", printed.number_line(paper))
    if not paper.kind:
        yield line("TrichYeuCongVan", printed.subject_line(paper))
