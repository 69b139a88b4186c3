"""The outline: numbering and bullets as they occur in real plans."""

import pytest

from tinhso.steering.intake.layout.markers import read_markers, roman_value
from tinhso.steering.intake.layout.outline import Node, grow
from tinhso.steering.intake.layout.sheet import lay_out
from tinhso.steering.intake.sources import paste


def outline(text: str) -> list[str]:
    """Codes and first words of the pieces of ``text``."""
    root = grow(lay_out(paste(text)).lines)
    return [f"{node.code} {node.text}".strip() for node in root.walk() if node.parent is not None]


@pytest.mark.parametrize(
    ("line", "style", "value"),
    [
        ("I. MỤC TIÊU", "roman", 1),
        ("IV. TỔ CHỨC THỰC HIỆN", "roman", 4),
        ("1. Phát triển hạ tầng số", "decimal1", 1),
        ("II- Mục tiêu", "roman", 2),
        ("2- Ban hành quy chế", "decimal1", 2),
        ("1.2. Mục tiêu cụ thể", "decimal2", 2),
        ("2.3 Triển khai nền tảng", "decimal2", 3),
        ("đ) Giám đốc Sở Y tế", "letter", 5),
        ("a.1) Rà soát văn bản", "letter.number", 1),
        ("(3) Tỷ lệ dân số", "paren", 3),
        ("- Xây dựng kho dữ liệu", "bullet-", 0),
        ("+ Triển khai thí điểm", "bullet+", 0),
        ("• Triển khai thí điểm", "bullet•", 0),
        ("Điều 3. Chánh Văn phòng", "điều", 3),
        ("PHẦN THỨ HAI. NHIỆM VỤ", "phần", 2),
        ("Chương IV. GIẢI PHÁP", "chương", 4),
    ],
)
def test_a_line_is_labelled_by_its_marker(line: str, style: str, value: int) -> None:
    marker = read_markers(line)[0]
    assert (marker.style, marker.value) == (style, value)


@pytest.mark.parametrize(
    "line", ["5G và IoT đến năm 2030", "30% dân số", "Trong năm 2022", "I love data", "2.500 hộ nghèo", "V"]
)
def test_a_number_that_opens_a_sentence_is_no_marker(line: str) -> None:
    assert read_markers(line) == ()


def test_roman_numerals_are_read_only_when_well_formed() -> None:
    assert [roman_value(n) for n in ("IV", "IX", "XL", "IIII", "VX")] == [4, 9, 40, 0, 0]


def test_a_bullet_before_a_letter_is_a_slip_of_the_pen() -> None:
    assert outline("1. Hạ tầng\na) Sở A nâng cấp mạng.\n- c) Sở B nâng cấp máy.") == [
        "1 Hạ tầng",
        "1.a Sở A nâng cấp mạng.",
        "1.c Sở B nâng cấp máy.",
    ]


def test_numbering_that_restarts_under_the_next_part_stays_there() -> None:
    text = "I. MỤC TIÊU\n1. Chung\n2. Riêng\nII. NHIỆM VỤ\n1. Hạ tầng\n- Xây mạng.\n2. Dữ liệu"
    assert [line.split()[0] for line in outline(text)] == ["I", "I.1", "I.2", "II", "II.1", "II.1.1", "II.2"]


def test_bullets_of_two_kinds_nest() -> None:
    assert [line.split()[0] for line in outline("1. Dữ liệu\n- Nhóm một:\n+ Kho A.\n+ Kho B.\n- Nhóm hai.")] == [
        "1",
        "1.1",
        "1.1.1",
        "1.1.2",
        "1.2",
    ]


def test_the_letter_c_after_b_is_no_roman_hundred() -> None:
    assert [line.split()[0] for line in outline("A. MỘT\nB. HAI\nC. BA\nD. BỐN")] == ["A", "B", "C", "D"]


def test_a_heading_with_its_first_point_glued_behind_it_falls_apart() -> None:
    text = "2. Phát triển dữ liệu số - Tập trung số hóa dữ liệu.\n- Xây dựng kho dữ liệu."
    assert outline(text) == ["2 Phát triển dữ liệu số", "2.1 Tập trung số hóa dữ liệu.", "2.2 Xây dựng kho dữ liệu."]


def test_a_dash_inside_the_name_of_a_department_cuts_nothing() -> None:
    assert (
        outline("2. Sở Lao động - Thương binh và Xã hội\n- Chủ trì đào tạo nghề.")[0]
        == "2 Sở Lao động - Thương binh và Xã hội"
    )


def test_a_paragraph_that_ends_in_a_colon_bears_the_list_below_it() -> None:
    root = grow(
        lay_out(
            paste("b) Giám đốc Sở X\nTriển khai nền tảng hợp đồng:\n- Tập huấn.\n- Xây dựng quy chế.\nc) Giám đốc Sở Y")
        ).lines
    )
    letters: list[Node] = root.children
    assert [len(node.children) for node in letters] == [1, 0]
    assert len(letters[0].children[0].children) == 2


def test_a_part_takes_its_title_from_the_next_line() -> None:
    assert outline("Phần II\nMỤC TIÊU\n1. Đạt 90%.") == ["Phần II MỤC TIÊU", "Phần II.1 Đạt 90%."]


def test_a_series_that_restarts_at_once_under_its_own_title_is_a_list_of_it() -> None:
    lines = outline("I. MỤC TIÊU CHUNG\nII. MỤC TIÊU CỤ THỂ\nI. Giám sát chặt chẽ.\nII. Phát hiện sớm.")
    assert [line.split()[0] for line in lines] == ["I", "II", "II.I", "II.II"]


def test_a_dash_inside_a_name_opens_no_point() -> None:
    text = "a) Lập quy hoạch khu du lịch Đankia - Suối Vàng; quy hoạch hồ B.\n- Đơn vị thực hiện: Sở Xây dựng."
    assert outline(text)[0].startswith("a Lập quy hoạch khu du lịch Đankia - Suối Vàng")
