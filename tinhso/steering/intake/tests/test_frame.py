"""The frame: letterhead, preamble, recipients and signature as real documents set them."""

import pytest

from tinhso.steering.intake.frame.frame import Frame, read_frame
from tinhso.steering.intake.layout.sheet import lay_out
from tinhso.steering.intake.manuscript import Manuscript, Paragraph

PLAN = """ỦY BAN NHÂN DÂN TỈNH A
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 141/KH-UBND
Bắc Ninh, ngày 05 tháng 9 năm 2025
KẾ HOẠCH
Triển khai chuyển đổi số trên địa bàn tỉnh năm 2026
Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ;
Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ,
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức về chuyển đổi số.
II. NHIỆM VỤ
1. Sở Nội vụ tổ chức tập huấn trong quý II/2026.
Nơi nhận:
- Văn phòng Chính phủ;
- Các sở, ban, ngành;
- Lưu: VT, KSTT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn A
"""


def text(*lines: str) -> Manuscript:
    return Manuscript(tuple(Paragraph(line) for line in lines), "text/plain")


def frame(*lines: str) -> Frame:
    return read_frame(lay_out(text(*lines)))


def plan(**changes: str) -> Frame:
    """The plan above with some lines written otherwise: ``old words`` → ``new words``, lines parted by line breaks."""
    words = PLAN
    for old, new in changes.items():
        words = words.replace(LINES[old], new)
    return frame(*words.strip().split("\n"))


LINES = {
    "body": "ỦY BAN NHÂN DÂN TỈNH A",
    "number": "Số: 141/KH-UBND",
    "day": "Bắc Ninh, ngày 05 tháng 9 năm 2025",
    "kind": "KẾ HOẠCH\nTriển khai chuyển đổi số trên địa bàn tỉnh năm 2026",
    "signing": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A",
    "recipients": "Nơi nhận:\n- Văn phòng Chính phủ;\n- Các sở, ban, ngành;\n- Lưu: VT, KSTT.",
}


def date_of(found: Frame) -> tuple[int | None, int | None, int | None]:
    date = found.header.date
    return (date.day, date.month, date.year) if date else (None, None, None)


def roles(found: Frame) -> set[str]:
    return {piece.role for piece in found.furniture}


def test_the_letterhead_gives_the_facts_of_the_document() -> None:
    head = plan().header
    assert head.body == "ỦY BAN NHÂN DÂN TỈNH A"
    assert (head.number, head.symbol, head.place) == ("141", "KH-UBND", "Bắc Ninh")
    assert date_of(plan()) == (5, 9, 2025)
    assert (head.kind, head.subject) == ("KẾ HOẠCH", "Triển khai chuyển đổi số trên địa bàn tỉnh năm 2026")


def test_the_signature_gives_authority_post_and_name() -> None:
    signer = plan().header.signer
    assert signer is not None
    assert (signer.authority, signer.post, signer.name) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A")


def test_the_body_begins_behind_the_preamble_and_ends_before_the_recipients() -> None:
    body = [line.text for line in plan().body]
    assert body[0] == "I. MỤC ĐÍCH, YÊU CẦU"
    assert body[-1] == "1. Sở Nội vụ tổ chức tập huấn trong quý II/2026."


def test_the_preamble_gives_the_bases() -> None:
    assert [line.text[:17] for line in plan().bases][:2] == ["Căn cứ Nghị quyết", "Theo đề nghị của "]


def test_every_recipient_counts() -> None:
    assert [found.text for found in plan().recipients] == ["Văn phòng Chính phủ", "Các sở, ban, ngành", "Lưu: VT, KSTT"]


def test_recipients_may_be_glued_in_one_line() -> None:
    found = plan(recipients="Nơi nhận: - Văn phòng Chính phủ; - Các sở, ban, ngành; - Lưu: VT, KSTT.")
    assert [recipient.text for recipient in found.recipients] == [
        "Văn phòng Chính phủ",
        "Các sở, ban, ngành",
        "Lưu: VT, KSTT",
    ]


def test_the_signature_may_stand_before_the_recipients() -> None:
    turned = PLAN.replace(LINES["recipients"] + "\n", "").strip() + "\n" + LINES["recipients"]
    found = frame(*turned.split("\n"))
    assert found.header.signer is not None
    assert found.header.signer.name == "Nguyễn Văn A"
    assert len(found.recipients) == 3
    assert found.body[-1].text.startswith("1. Sở Nội vụ")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Hà Nội, ngày 05 tháng 9 năm 2025", (5, 9, 2025)),
        ("Hà Nội, ngày   tháng 9 năm 2025", (None, 9, 2025)),
        ("Hà Nội, ngày … tháng … năm 2025", (None, None, 2025)),
    ],
)
def test_a_date_may_have_gaps(written: str, date: tuple[int | None, ...]) -> None:
    assert date_of(plan(day=written)) == date
    assert plan(day=written).header.place == "Hà Nội"


@pytest.mark.parametrize(
    ("written", "number", "symbol"),
    [
        ("Số: 141/KH-UBND", "141", "KH-UBND"),
        ("Số:         /KH-UBND", None, "KH-UBND"),
        ("Số 2623/QĐ-TTg", "2623", "QĐ-TTg"),
    ],
)
def test_a_number_may_be_missing(written: str, number: str | None, symbol: str) -> None:
    head = plan(number=written).header
    assert (head.number, head.symbol) == (number, symbol)


def test_the_parent_body_stands_above_the_issuing_one() -> None:
    head = plan(body="ỦY BAN NHÂN DÂN TỈNH A\nSỞ NỘI VỤ").header
    assert (head.parent_body, head.body) == ("ỦY BAN NHÂN DÂN TỈNH A", "SỞ NỘI VỤ")


def test_a_name_broken_over_two_lines_is_one() -> None:
    assert plan(body="THỦ TƯỚNG CHÍNH\nPHỦ").header.body == "THỦ TƯỚNG CHÍNH PHỦ"


def test_a_letterhead_may_be_a_table() -> None:
    rows = [
        ("ỦY BAN NHÂN DÂN\u2028TỈNH LAI CHÂU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\u2028Độc lập - Tự do - Hạnh phúc"),
        ("Số: 7360/KH-UBND", "Lai Châu, ngày 02 tháng 12 năm 2025"),
    ]
    table = [Paragraph("\t".join(cells), "row", cells, table=0, row=place) for place, cells in enumerate(rows)]
    rest = [Paragraph(line) for line in PLAN.strip().split("\n")[5:]]
    found = read_frame(lay_out(Manuscript((*table, *rest), "text/plain", tables=1)))
    assert found.header.body == "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU"
    assert (found.header.number, found.header.place) == ("7360", "Lai Châu")
    assert 0 in found.tables


def test_a_decision_puts_an_attached_plan_into_force() -> None:
    found = frame(
        "THỦ TƯỚNG CHÍNH PHỦ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 773/QĐ-TTg",
        "Hà Nội, ngày 25 tháng 6 năm 2018",
        "QUYẾT ĐỊNH",
        "Ban hành Kế hoạch thực hiện Chỉ thị số 14-CT/TW",
        "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Chỉ thị số 14-CT/TW.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        "THỦ TƯỚNG",
        "Nguyễn Xuân Phúc",
        "KẾ HOẠCH",
        "Thực hiện Chỉ thị số 14-CT/TW",
        "(Ban hành kèm theo Quyết định số 773/QĐ-TTg ngày 25 tháng 6 năm 2018)",
        "I. MỤC TIÊU",
        "Giải quyết căn bản hồ sơ còn tồn đọng vào năm 2020.",
    )
    texts = [line.text for line in found.body]
    assert found.header.kind == "QUYẾT ĐỊNH"
    assert found.header.signer is not None
    assert found.header.signer.name == "Nguyễn Xuân Phúc"
    assert "I. MỤC TIÊU" in texts
    assert any(words.startswith("Điều 1.") for words in texts)
    assert "Nguyễn Xuân Phúc" not in texts


def test_what_stands_behind_the_signature_under_its_own_title_is_an_appendix() -> None:
    found = frame(
        *PLAN.strip().split("\n"),
        "PHỤ LỤC I",
        "DANH MỤC NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 141/KH-UBND ngày 05/9/2025)",
        "1. Xây dựng cơ sở dữ liệu dùng chung",
    )
    assert "1. Xây dựng cơ sở dữ liệu dùng chung" in [line.text for line in found.appendix]
    assert {"appendix_title", "note"} <= roles(found)


def test_a_document_without_a_frame_is_all_body() -> None:
    found = frame("1. Sở Nội vụ tổ chức tập huấn.", "2. Sở Tài chính bố trí kinh phí.")
    assert len(found.body) == 2
    assert found.header.number is None
    assert found.header.signer is None


def test_an_empty_document_has_an_empty_frame() -> None:
    assert frame("").body == ()
