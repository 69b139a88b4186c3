"""A PDF is measured by the places of its letters: one in the form is told so, and each rule that is broken is found."""

from collections.abc import Callable

import pytest

from tinhso.kernel.documents.paper.measuring import check
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.kernel.documents.paper.refusals import NotMeasured
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.typesetting import otherwise, pdf

_PLAIN = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
_KEY = b"3 0 obj<</Filter/Standard/V 1/R 2/O(" + b"a" * 32 + b")/U(" + b"b" * 32 + b")/P -1>>endobj\n"
_LOCKED = _PLAIN + _KEY + b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]>>\n%%EOF"


def sentences(content: bytes) -> list[str]:
    return [finding.sentence for finding in check(content, "cv.pdf").findings]


def test_a_pdf_in_the_form_is_told_so() -> None:
    assert sentences(pdf()) == []


@pytest.mark.parametrize("paper", [papers.report, papers.letter, papers.decision, papers.plan])
def test_what_we_write_is_in_the_form(paper: Callable[[], Paper]) -> None:
    assert sentences(pdf_of(paper())) == []


def test_its_parts_are_recognised() -> None:
    parts = {name for name, _words in check(pdf(), "cv.pdf").parts}
    assert {
        *(
            "Quốc hiệu",
            "Tiêu ngữ",
            "Tên cơ quan ban hành",
            "Số, ký hiệu",
            "Địa danh và thời gian",
            "Trích yếu công văn",
        ),
        *("Kính gửi", "Nội dung văn bản", "Quyền hạn, chức vụ của người ký", "Họ tên của người ký"),
        *("Từ “Nơi nhận”", "Danh sách nơi nhận"),
    } <= parts


def test_what_a_pdf_does_not_tell_is_said() -> None:
    assert any("lề dưới" in each for each in check(pdf(), "cv.pdf").untold)


def test_a_paragraph_that_goes_on_over_a_page_has_no_first_line_there() -> None:
    pages = otherwise("#pagebreak()", "#lorem(600)")
    assert not [sentence for sentence in sentences(pages) if sentence.startswith("Thụt đầu dòng")]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("width: 210mm, height: 297mm", "width: 216mm, height: 279mm", "Khổ giấy|216 × 279 mm; quy định A4"),
        ("left: 30mm", "left: 20mm", "Lề trái|20 mm; quy định 30–35 mm"),
        ("right: 15mm", "right: 25mm", "Lề phải|mm; quy định 15–20 mm"),
        ("top: 20mm", "top: 30mm", "Lề trên|mm; quy định 20–25 mm"),
        ("first() > 1", "first() > 0", "Số trang (trang 1)|hiển thị ở trang thứ nhất"),
        ("  header: context", "  footer: context", "Số trang|ở chân trang; quy định ở lề trên"),
        (
            "#align(center)[#text(14pt)[#counter",
            "#align(center)[#text(10pt)[#counter",
            "Số trang|cỡ chữ 10; quy định cỡ",
        ),
        ('font: "Tinos"', 'font: "Libertinus Serif"', "Phông chữ|phông|quy định phông Times New Roman"),
        ("size: 14pt, lang", "size: 12pt, lang", "Nội dung văn bản|cỡ chữ 12; quy định cỡ chữ 13–14"),
        ("(12pt)[*CỘNG", "(14pt)[*CỘNG", "Quốc hiệu|cỡ chữ 14; quy định cỡ chữ 12–13"),
        ("*Độc lập - Tự do - Hạnh phúc*", "Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ|chữ không đậm; quy định chữ đậm"),
        ("_Bắc Giang, ngày 05 tháng 3 năm 2022_", "Bắc Giang, ngày 05 tháng 3 năm 2022", "Địa danh|chữ không nghiêng"),
        ("#stroke(166pt)", "", "Tiêu ngữ|không thấy đường kẻ bên dưới"),
        ("#stroke(166pt)", "#stroke(90pt)", "Tiêu ngữ|đường kẻ dài 5|% dòng chữ"),
        ("#stroke(46pt)", "#stroke(110pt)", "Tên cơ quan ban hành|đường kẻ dài|từ 1/3 đến 1/2 dòng chữ"),
        ("amount: 12.7mm", "amount: 0mm", "Thụt đầu dòng|không lùi đầu dòng"),
        ("amount: 12.7mm", "amount: 20mm", "Thụt đầu dòng|lùi 20 mm"),
        ("leading: 0.35em", "leading: 1.2em", "Khoảng cách giữa các dòng|dòng; quy định từ dòng đơn đến 1,5 dòng"),
        ("justify: true", "justify: false", "Nội dung văn bản|canh trái; quy định canh đều hai lề"),
        ("Số: 15/UBND", "Số: 5/UBND", "Số, ký hiệu|ghi số 5"),
        ("*Lê Ánh Dương*", "", "Họ tên của người ký|không nhận ra trong tệp"),
        ('lang: "vi"', 'lang: "vi", fill: red', "Màu chữ|không phải màu đen"),
    ],
)
def test_a_broken_rule_is_found(old: str, new: str, words: str) -> None:
    found = sentences(otherwise(old, new))
    assert any(all(word in sentence for word in words.split("|")) for sentence in found)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.7 broken", "tệp bị hỏng, không mở được."),
        (_LOCKED, "tệp có đặt mật khẩu; hãy bỏ mật khẩu rồi chọn lại."),
        (pdf("#rect()"), "tệp chỉ có hình ảnh, không có lớp chữ."),
        (pdf("a " + "#pagebreak() a " * 300), "tệp có hơn 300 trang."),
    ],
)
def test_a_pdf_that_cannot_be_measured_is_refused_in_one_sentence(content: bytes, why: str) -> None:
    with pytest.raises(NotMeasured) as refused:
        check(content, "cv.pdf")
    assert refused.value.sentence == f"Không kiểm tra được tệp “cv.pdf”: {why}"
