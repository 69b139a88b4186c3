"""What is written has the form, and a file in which one rule is broken is told so in words."""

from dataclasses import replace

import pytest
from lxml import etree

from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.docx.elements import made
from tinhso.kernel.documents.paper.docx.styles import STYLES as STYLED
from tinhso.kernel.documents.paper.docx.styles import Style
from tinhso.kernel.documents.paper.form import FACES, Part, Set
from tinhso.kernel.documents.paper.measuring import check
from tinhso.kernel.documents.paper.parts import Letterhead, Paper, Signing
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.spoiling import (
    DOCUMENT,
    STYLES,
    Spoil,
    everywhere,
    repacked,
    saying,
    spoilt,
    styled,
    unpacked,
    without,
)
from tinhso.kernel.documents.paper.words import Paragraph, said
from tinhso.lib.ooxml import W

PAPERS = {"report": papers.report(), "letter": papers.letter(), "decision": papers.decision(), "plan": papers.plan()}
#: A document in which a part stands; the others stand in the plan.
HOLDS = {
    Part.PARENT: papers.report(),
    Part.LETTER_SUBJECT: papers.letter(),
    Part.BASE: papers.decision(),
    Part.ADDRESSED: papers.report(),
}
MEASURED = [style for style in STYLED if FACES[style.part].sizes and not style.key.startswith("Gach")]
CENTRED = [style for style in MEASURED if FACES[style.part].side is Set.CENTRE]
#: In the body a writer may stress words; a head without weight is a paragraph with a number, a parent with weight a
#: line of the body's name.
_FREE = {(Part.TEXT, "b"), (Part.TEXT, "i"), (Part.LETTERED, "b"), (Part.LETTERED, "i"), (Part.BASE, "b")}
_KNOWN_BY_WEIGHT = {(Part.NUMBERED, "b"), (Part.PARENT, "b")}
WEIGHED = [(style, tag) for style in MEASURED for tag in "bi" if (style.part, tag) not in _FREE | _KNOWN_BY_WEIGHT]


def sentences_on(content: bytes) -> list[str]:
    return [finding.sentence for finding in check(content, "tep.docx").findings]


def told(paper: Paper, part: str, spoil: Spoil) -> list[str]:
    """The findings on a spoilt document."""
    return sentences_on(spoilt(paper, part, spoil))


def one(sentences: list[str], *words: str) -> bool:
    return any(all(word in sentence for word in words) for sentence in sentences)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_what_is_written_has_the_form(paper: Paper) -> None:
    assert sentences_on(docx_of(paper)) == []


@pytest.mark.parametrize(
    ("paper", "parts"),
    [
        ("report", {Part.PARENT, Part.KIND, Part.SUBJECT, Part.ADDRESSED, Part.ROMAN, Part.NUMBERED, Part.LETTERED}),
        ("letter", {Part.LETTER_SUBJECT, Part.ADDRESSED}),
        ("decision", {Part.KIND, Part.SUBJECT, Part.BASE}),
        ("plan", {Part.KIND, Part.SUBJECT, Part.ANNEX_NUMBER, Part.ANNEX_TITLE, Part.ANNEX_ATTACHED}),
    ],
)
def test_the_parts_of_a_document_are_recognised(paper: str, parts: set[Part]) -> None:
    frame = {Part.NATION, Part.MOTTO, Part.BODY, Part.NUMBER, Part.PLACE, Part.AUTHORITY, Part.SIGNER, Part.RECIPIENTS}
    names = {name for name, _words in check(docx_of(PAPERS[paper]), "tep.docx").parts}
    assert {FACES[part].name for part in parts | frame} <= names


@pytest.mark.parametrize("style", MEASURED, ids=lambda style: style.key)
def test_a_size_beyond_the_rule_is_found(style: Style) -> None:
    paper = HOLDS.get(style.part, papers.plan())
    sentences = told(paper, STYLES, styled(style.key, "rPr", "sz", val=19))
    assert one(sentences, FACES[style.part].name, "cỡ chữ 9,5; quy định cỡ chữ 1")


@pytest.mark.parametrize(("style", "tag"), WEIGHED, ids=lambda each: getattr(each, "key", each))
def test_a_wrong_weight_or_slant_is_found(style: Style, tag: str) -> None:
    face, word = FACES[style.part], {"b": "đậm", "i": "nghiêng"}[tag]
    wanted = face.bold if tag == "b" else face.italic
    paper = HOLDS.get(style.part, papers.plan())
    sentences = told(paper, STYLES, styled(style.key, "rPr", tag, val=0 if wanted else 1))
    found, asked = (f"chữ không {word}", f"chữ {word}") if wanted else (f"chữ {word}", f"chữ không {word}")
    assert one(sentences, face.name, f": {found}; quy định {asked} (")


@pytest.mark.parametrize("style", CENTRED, ids=lambda style: style.key)
@pytest.mark.parametrize("side", ["right", "left"])
def test_a_part_that_is_not_centred_is_found(style: Style, side: str) -> None:
    sentences = told(HOLDS.get(style.part, papers.plan()), STYLES, styled(style.key, "pPr", "jc", val=side))
    assert one(sentences, FACES[style.part].name)


@pytest.mark.parametrize(
    "part", [Part.NATION, Part.BODY, Part.PARENT, Part.KIND, Part.AUTHORITY, Part.ROMAN, Part.ANNEX_TITLE]
)
def test_small_letters_where_the_rule_asks_capitals_are_found(part: Part) -> None:
    small = replace(
        papers.plan(),
        letterhead=Letterhead("Ủy ban nhân dân", parent="Chính phủ"),
        kind="Kế hoạch",
        signing=Signing(("TM. Ủy ban nhân dân", "Chủ tịch"), "Lê Ánh Dương"),
        annexes=(replace(papers.plan().annexes[0], title="Danh mục"),),
    )
    nation = saying("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam")
    parts = unpacked(spoilt(small, DOCUMENT, nation))
    parts[STYLES] = parts[STYLES].replace(b"<w:caps/>", b"")
    assert one(sentences_on(repacked(parts)), FACES[part].name, "không in hoa; quy định chữ in hoa")


@pytest.mark.parametrize(
    ("part", "spoil", "words"),
    [
        (DOCUMENT, everywhere("pgSz", w=12240, h=15840), ("Khổ giấy (phần 1)", "215,9 × 279,4 mm; quy định A4")),
        (DOCUMENT, everywhere("pgMar", top=850), ("Lề trên", "15 mm; quy định 20–25 mm")),
        (DOCUMENT, everywhere("pgMar", bottom=1701), ("Lề dưới", "30 mm; quy định 20–25 mm")),
        (DOCUMENT, everywhere("pgMar", left=1134), ("Lề trái", "20 mm; quy định 30–35 mm")),
        (DOCUMENT, everywhere("pgMar", right=1418), ("Lề phải", "25 mm; quy định 15–20 mm")),
        (DOCUMENT, without("titlePg"), ("Số trang (trang 1)", "hiển thị ở trang thứ nhất")),
        (DOCUMENT, without("headerReference"), ("Số trang", "không thấy")),
        (DOCUMENT, without("pBdr"), ("Tiêu ngữ", "không thấy đường kẻ bên dưới; quy định đường kẻ nét liền, dài bằng")),
        (DOCUMENT, without("pBdr"), ("Tên cơ quan ban hành", "từ 1/3 đến 1/2 dòng chữ")),
        (DOCUMENT, without("pBdr"), ("Trích yếu nội dung", "từ 1/3 đến 1/2 dòng chữ")),
        (STYLES, styled("NoiDung", "pPr", "ind", firstLine=0), ("Thụt đầu dòng", "không lùi đầu dòng")),
        (
            STYLES,
            styled("NoiDung", "pPr", "ind", firstLine=1134),
            ("Thụt", "lùi 20 mm; quy định lùi 1 cm hoặc 1,27 cm"),
        ),
        (STYLES, styled("NoiDung", "pPr", "spacing", line=480, before=120), ("Khoảng cách giữa các dòng", "2,00 dòng")),
        (STYLES, styled("NoiDung", "pPr", "jc", val="left"), ("Nội dung", "canh trái; quy định canh đều hai lề")),
        (STYLES, styled("NoiDung", "rPr", "rFonts", ascii="Arial"), ("Phông chữ", "phông Arial; quy định phông Times")),
        (STYLES, styled("NoiDung", "rPr", "color", val="FF0000"), ("Màu chữ", "không phải màu đen")),
    ],
)
def test_a_broken_rule_of_the_page_and_of_paragraphs_is_found(part: str, spoil: Spoil, words: tuple[str, str]) -> None:
    assert one(told(papers.plan(), part, spoil), *words)


def test_paragraphs_that_stand_too_close_are_found() -> None:
    long = Paragraph(said("Các cơ quan, đơn vị, địa phương tiếp tục thực hiện nhiệm vụ được giao tại Kế hoạch này."))
    paper = replace(papers.report(), blocks=(long, long))
    sentences = told(paper, STYLES, styled("NoiDung", "pPr", "spacing", before=40, line=264))
    assert one(sentences, "Khoảng cách giữa các đoạn", "2 pt; quy định tối thiểu 6 pt")


@pytest.mark.parametrize(("inset", "share"), [(0, "dài 1"), (2000, "dài ")])
def test_a_drawn_line_of_the_wrong_length_is_found(inset: int, share: str) -> None:
    def spoil(root: etree._Element) -> None:
        for border in root.iter(f"{W}pBdr"):
            beside = border.getnext()
            if beside is not None:
                beside.set(f"{W}left", str(inset))
                beside.set(f"{W}right", str(inset))

    assert one(told(papers.report(), DOCUMENT, spoil), "Tiêu ngữ", f"đường kẻ {share}", "% dòng chữ")


def test_words_underlined_instead_of_a_drawn_line_are_found() -> None:
    parts = unpacked(spoilt(papers.report(), STYLES, styled("TieuNgu", "rPr", "u", val="single")))
    root = etree.fromstring(parts[DOCUMENT])
    without("pBdr")(root)
    assert one(
        sentences_on(repacked({**parts, DOCUMENT: etree.tostring(root)})), "Tiêu ngữ", "gạch chân bằng định dạng"
    )


PLACE = "Bắc Giang, ngày 05 tháng 3 năm 2022"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh Phúc", "Tiêu ngữ|ghi “Độc lập – Tự do – Hạnh Phúc”"),
        ("Số: 05/BC-STTTT", "Số: 5/BC-STTTT", "Số, ký hiệu|ghi số 5; quy định số nhỏ hơn 10 ghi thêm số 0"),
        ("Số: 05/BC-STTTT", "Số : 05 BC-STTTT", "Số, ký hiệu|không theo mẫu"),
        (PLACE, "Bắc Giang, ngày 5 tháng 3 năm 2022", "Địa danh và thời gian|“ngày 5 tháng 3 năm”"),
        (PLACE, "Bắc Giang, ngày 15 tháng 2 năm 2022", "Địa danh và thời gian|tháng 1 và 2 ghi thêm số 0"),
        (PLACE, "Bắc Giang ngày 05 tháng 3 năm 2022", "Địa danh và thời gian|thiếu dấu phẩy sau địa danh"),
        ("- Như trên;", "- Như trên", "Danh sách nơi nhận|cuối dòng không có dấu chấm phẩy"),
        ("- Lưu: VT, CNS.", "- Lưu: VT, CNS", "Danh sách nơi nhận|dòng cuối không có dấu chấm"),
        ("- Lưu: VT, CNS.", "- Văn thư.", "Danh sách nơi nhận|không có dòng “Lưu:”"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", "Quốc hiệu|không nhận ra trong tệp; quy định phải có"),
        ("Nguyễn Văn An", "", "Họ tên của người ký|không nhận ra trong tệp"),
        ("Nơi nhận:", "", "Nơi nhận|không nhận ra trong tệp"),
        ("BÁO CÁO", "", "Tên loại văn bản|công văn có trích yếu “V/v …”"),
    ],
)
def test_words_otherwise_than_the_form_asks_are_found(old: str, new: str, words: str) -> None:
    assert one(told(papers.report(), DOCUMENT, saying(old, new)), *words.split("|"))


def test_grounds_without_their_end_marks_are_found() -> None:
    last = "Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông"
    sentences = told(papers.decision(), DOCUMENT, saying(f"{last}.", f"{last};"))
    assert one(sentences, "Căn cứ", "dòng cuối không có dấu chấm")


def test_the_same_fault_of_several_lines_is_told_once_with_their_number() -> None:
    sentences = told(papers.plan(), STYLES, styled("Heading1", "rPr", "sz", val=24))
    assert [each for each in sentences if "Tiêu đề của mục" in each] == [
        "Tiêu đề của mục (đoạn 11, “I. KẾT QUẢ THỰC HIỆN”, và 1 chỗ nữa): cỡ chữ 12; quy định cỡ chữ 13–14 "
        "(Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục V.6.b)."
    ]


def test_a_style_takes_what_it_does_not_say_from_the_one_it_stands_on() -> None:
    parts = unpacked(docx_of(papers.report()))
    root = etree.fromstring(parts[STYLES])
    place = next(style for style in root.iter(f"{W}style") if style.get(f"{W}styleId") == "NoiNgay")
    place.replace(place[1], made("basedOn", val="Goc"))
    face = made("rPr", made("rFonts", ascii="Verdana"))
    root.append(made("style", made("basedOn", val="Normal"), face, type="paragraph", styleId="Goc"))
    sentences = sentences_on(repacked({**parts, STYLES: etree.tostring(root)}))
    assert one(sentences, "Phông chữ", "Bắc Giang, ngày 05", "phông Verdana")
