"""Each part of a .pdf has the face that NĐ 30/2020/NĐ-CP, Phụ lục I asks: measured on the page."""

from collections.abc import Callable

import pytest

from tinhso.kernel.documents.paper import form, printed
from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.reading_pdf import Line, pages

PLACES = [
    (Part.NATION, papers.report, printed.NATION),
    (Part.MOTTO, papers.report, printed.MOTTO),
    (Part.PARENT, papers.report, "UBND TỈNH BẮC GIANG"),
    (Part.BODY, papers.report, "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
    (Part.NUMBER, papers.report, "Số: 05/BC-STTTT"),
    (Part.PLACE, papers.report, "Bắc Giang, ngày 05 tháng 3 năm 2022"),
    (Part.KIND, papers.report, "BÁO CÁO"),
    (Part.SUBJECT, papers.report, "Kết quả chuyển đổi số quý I năm 2022"),
    (Part.LETTER_SUBJECT, papers.letter, "V/v đôn đốc báo cáo quý I năm 2022"),
    (Part.BASE, papers.decision, "Căn cứ Luật Tổ chức"),
    (Part.TEXT, papers.report, "Tiếp tục thực hiện các nhiệm vụ"),
    (Part.ROMAN, papers.report, "I. KẾT QUẢ THỰC HIỆN"),
    (Part.NUMBERED, papers.report, "1. Về chính quyền số"),
    (Part.LETTERED, papers.report, "a) Dịch vụ công trực tuyến"),
    (Part.ADDRESSED, papers.report, "Kính gửi: Ủy ban nhân dân tỉnh"),
    (Part.AUTHORITY, papers.report, "KT. GIÁM ĐỐC"),
    (Part.SIGNER, papers.report, "Nguyễn Văn An"),
    (Part.RECIPIENTS, papers.report, "Nơi nhận:"),
    (Part.RECIPIENT, papers.report, "- Lưu: VT, CNS."),
    (Part.ANNEX_NUMBER, papers.plan, "Phụ lục I"),
    (Part.ANNEX_TITLE, papers.plan, "DANH MỤC NHIỆM VỤ"),
    (Part.ANNEX_ATTACHED, papers.plan, "(Kèm theo Kế hoạch số 28/KH-UBND"),
    (Part.CELL_HEAD, papers.report, "Đơn vị"),
    (Part.CELL, papers.report, "Chỉ tiêu số 3 của kế hoạch"),
]


def line(paper: Paper, words: str) -> Line:
    """The first line that begins with the words."""
    return next(line for page in pages(paper) for line in page.lines if line.text.startswith(words))


@pytest.mark.parametrize(("part", "paper", "words"), PLACES, ids=[part for part, _, _ in PLACES])
def test_each_part_has_its_face(part: Part, paper: Callable[[], Paper], words: str) -> None:
    face = FACES[part]
    cut = {(0, 0): "Regular", (1, 0): "Bold", (0, 1): "Italic", (1, 1): "BoldItalic"}[face.bold, face.italic]
    found = line(paper(), words)
    assert found.faces == {(f"{form.EMBEDDED_FACE}-{cut}", face.size)}
