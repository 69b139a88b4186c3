"""What stands between the letterhead and the body: the kind, the subject, who is addressed."""

from collections.abc import Iterator

from tinhso.kernel.documents.paper import printed
from tinhso.kernel.documents.paper.docx.elements import TWIPS_A_POINT, Element, line, made
from tinhso.kernel.documents.paper.docx.letterhead import line_below
from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.measures import POINTS_A_MILLIMETRE, TEXT_WIDTH
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.widths import width

#: Where "Kính gửi:" begins when several are addressed below it (points).
_INSET = 70.0


def head(paper: Paper) -> Iterator[Element]:
    """Kind and subject with the line under them; a công văn has its subject under its number."""
    if not paper.kind:
        return
    yield line("TenLoai", paper.kind)
    yield line("TrichYeu", printed.subject_line(paper))
    yield line_below(Part.SUBJECT, paper.subject, TEXT_WIDTH * POINTS_A_MILLIMETRE)


def addressed(paper: Paper) -> Iterator[Element]:
    """ "Kính gửi": one body in the middle of the line, several under each other behind the colon."""
    lines = printed.addressed_lines(paper)
    yield from [line("Cach", "")] if lines else []
    if len(lines) < 2:
        yield from (line("KinhGui", each, made("jc", val="center")) for each in lines)
        return
    below = _INSET + width(f"{printed.ADDRESSED} ", FACES[Part.ADDRESSED].size)
    for each, inset in zip(lines, [_INSET, *[below] * len(lines)], strict=False):
        yield line("KinhGui", each, made("ind", left=round(inset * TWIPS_A_POINT)))
