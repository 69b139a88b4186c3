"""The end of a document: who receives at the left, who signs at the right."""

from tinhso.kernel.documents.paper import printed
from tinhso.kernel.documents.paper.docx.elements import Element, line
from tinhso.kernel.documents.paper.docx.frames import side_by_side
from tinhso.kernel.documents.paper.form import CLOSING_SHARES
from tinhso.kernel.documents.paper.measures import shared
from tinhso.kernel.documents.paper.parts import Paper


def closing(paper: Paper) -> Element:
    """A table of two columns without borders; the place of the signature and the seal stays free above the name."""
    received = [line("NoiNhan", printed.RECIPIENTS)]
    received += [line("DanhSachNoiNhan", each) for each in printed.recipient_lines(paper.recipients)]
    signed = [line("QuyenHanChucVu", each) for each in paper.signing.lines]
    signed.append(line("HoTen", paper.signing.name))
    return side_by_side(shared(CLOSING_SHARES), (received, signed))
