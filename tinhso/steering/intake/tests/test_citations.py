"""Citations: the documents that a text names, and the bases in a plan's preamble."""

import pytest

from tinhso.steering.intake.phrases.citations import mask_references, read_legal_bases, read_references
from tinhso.steering.intake.reading import Reference


def only(words: str) -> Reference:
    (found,) = read_references(words, 0)
    return found


def numbers(words: str) -> list[str | None]:
    return [found.number for found in read_references(words, 0)]


def bases(*lines: str) -> list[Reference]:
    return read_legal_bases([(line, 0) for line in lines])


@pytest.mark.parametrize(
    ("words", "kind", "number", "day"),
    [
        ("Quyết định số 27/QĐ-TTg ngày 15/3/2022 của Thủ tướng Chính phủ", "Quyết định", "27/QĐ-TTg", "2022-03-15"),
        ("Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", "Nghị quyết", "57-NQ/TW", "2024-12-22"),
        ("Nghị định số 45/2020/NĐ-CP ngày 08 tháng 4 năm 2020", "Nghị định", "45/2020/NĐ-CP", "2020-04-08"),
        ("Chỉ thị số 12/CT-UBND ngày 5/9/2024 của UBND tỉnh", "Chỉ thị", "12/CT-UBND", "2024-09-05"),
        ("Công văn số 1234/BTTTT-THH ngày 01/4/2023", "Công văn", "1234/BTTTT-THH", "2023-04-01"),
        ("Thông tư số 69/2017/TT-BTC ngày 07 tháng 7 năm 2017", "Thông tư", "69/2017/TT-BTC", "2017-07-07"),
        ("Kết luận số 91-KL/TW ngày 12/8/2024", "Kết luận", "91-KL/TW", "2024-08-12"),
        ("Thông báo số 627/TB-VPCP ngày 18/11/2025", "Thông báo", "627/TB-VPCP", "2025-11-18"),
    ],
)
def test_a_document_is_known_by_kind_number_and_day(words: str, kind: str, number: str, day: str) -> None:
    found = only(f"Triển khai thực hiện {words}.")
    assert (found.kind, found.number, found.date) == (kind, number, day)


@pytest.mark.parametrize(
    ("words", "kind", "number"),
    [
        ("thực hiện hiệu quả Đề án 06 trên địa bàn", "Đề án", "06"),
        ("quán triệt Nghị quyết 57-NQ/TW", "Nghị quyết", "57-NQ/TW"),
        ("theo Quyết định số 749/QĐ-TTg.", "Quyết định", "749/QĐ-TTg"),
        ("tại văn bản số 5567/VPCP-KSTT", "Văn bản", "5567/VPCP-KSTT"),
        ("triển khai NQ 57-NQ/TW", "Nghị quyết", "57-NQ/TW"),
        ("Luật số 80/2025/QH15", "Luật", "80/2025/QH15"),
    ],
)
def test_a_document_may_be_named_by_its_number_alone(words: str, kind: str, number: str) -> None:
    found = only(words)
    assert (found.kind, found.number, found.date) == (kind, number, None)


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "Tổ chức chính quyền địa phương"),
        ("Căn cứ Luật Giao dịch điện tử ngày 22/6/2023;", "Giao dịch điện tử"),
        ("Căn cứ Luật Công nghiệp công nghệ số ngày 14/6/2025;", "Công nghiệp công nghệ số"),
    ],
)
def test_a_law_is_known_by_its_name(words: str, subject: str) -> None:
    (found,) = bases(words)
    assert found.kind == "Luật"
    assert subject in (found.subject or found.text)
    assert found.date is not None


def test_issuer_and_subject_follow_the_day() -> None:
    found = only(
        "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ "
        "phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030;"
    )
    assert found.issuer == "Thủ tướng Chính phủ"
    assert (found.subject or "").startswith("phê duyệt Chương trình Chuyển đổi số quốc gia")


def test_every_document_of_a_list_counts() -> None:
    words = (
        "thực hiện các Quyết định: số 411/QĐ-TTg ngày 31/3/2022, số 942/QĐ-TTg ngày 15/6/2021 "
        "và Chỉ thị số 04/CT-TTg ngày 11/02/2024 của Thủ tướng Chính phủ"
    )
    assert numbers(words) == ["411/QĐ-TTg", "942/QĐ-TTg", "04/CT-TTg"]


def test_documents_joined_by_and_share_their_issuer() -> None:
    words = "Nghị quyết số 66-NQ/TW ngày 30/4/2025 và Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị"
    assert [found.issuer for found in read_references(words, 0)] == ["Bộ Chính trị", "Bộ Chính trị"]


@pytest.mark.parametrize(
    "words",
    [
        "Lập Kế hoạch 05 năm và Kế hoạch 2026",
        "Thông báo 10 hộ dân di dời",
        "Xây dựng kế hoạch tuyên truyền về chuyển đổi số.",
        "Ban hành quyết định giao chỉ tiêu cho các đơn vị.",
        "Đạt tỷ lệ 05/10 đơn vị trong năm 2025.",
        "",
    ],
)
def test_a_common_noun_is_no_document(words: str) -> None:
    assert read_references(words, 0) == []


def test_a_reference_stands_where_its_words_stand() -> None:
    words = "theo Quyết định số 27/QĐ-TTg ngày 15/3/2022"
    (found,) = read_references(words, 500)
    assert words[found.span[0] - 500 : found.span[1] - 500] == found.text
    assert found.text.startswith("Quyết định số 27/QĐ-TTg")


def test_the_preamble_gives_one_basis_a_document() -> None:
    found = bases(
        "Căn cứ Nghị định số 13/2023/NĐ-CP ngày 17/4/2023 của Chính phủ về bảo vệ dữ liệu cá nhân;",
        "Thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 và Kết luận số 119-KL/TW ngày 20/01/2025;",
        "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 88/TTr-SKHCN ngày 02/6/2025,",
    )
    assert [basis.number for basis in found] == ["13/2023/NĐ-CP", "71/NQ-CP", "119-KL/TW", "88/TTr-SKHCN"]


def test_a_document_in_the_title_of_another_is_no_basis_of_its_own() -> None:
    found = bases(
        "Căn cứ Kế hoạch số 55/KH-UBND ngày 10/02/2025 của UBND tỉnh triển khai thực hiện "
        "Nghị quyết số 03/NQ-CP ngày 09/01/2025 của Chính phủ;"
    )
    assert [basis.number for basis in found] == ["55/KH-UBND"]


def test_a_proposal_without_a_document_is_no_basis() -> None:
    assert bases("Xét đề nghị của Giám đốc Sở Nội vụ;") == []


def test_masking_keeps_every_place() -> None:
    words = "Tổng kết Quyết định số 27/QĐ-TTg ngày 15/3/2022 trước ngày 30/6/2026"
    masked = mask_references(words)
    assert len(masked) == len(words)
    assert "15/3/2022" not in masked
    assert masked.endswith("trước ngày 30/6/2026")
