"""Amounts: numbers that count something, with what binds them."""

import pytest

from tinhso.steering.intake.phrases.amounts import find_amounts, number_of


@pytest.mark.parametrize(
    ("written", "value"),
    [("01", 1), ("85", 85), ("1.234,5", 1234.5), ("660.085", 660085), ("10,5", 10.5), ("99.5", 99.5), ("1.000", 1000)],
)
def test_a_number_has_points_for_thousands_and_a_comma_for_parts(written: str, value: float) -> None:
    assert number_of(written) == value


@pytest.mark.parametrize(
    ("words", "value", "unit", "comparator"),
    [
        ("khoảng 50 doanh nghiệp", 50, "doanh nghiệp", "~"),
        ("hơn 1.234,5 ha", 1234.5, "ha", ">"),
        ("không quá 05 ngày làm việc", 5, "ngày làm việc", "<="),
        ("tối thiểu 02 lớp", 2, "lớp", ">="),
        ("10.000 tỷ đồng", 10000, "tỷ đồng", ">="),
        ("≥ 95%", 95, "%", ">="),
        ("ít nhất một mô hình", 1, "mô hình", ">="),
    ],
)
def test_an_amount_has_a_unit_and_a_binding(words: str, value: float, unit: str, comparator: str) -> None:
    (found,) = find_amounts(words)
    assert (found.value, found.unit, found.comparator) == (value, unit, comparator)


@pytest.mark.parametrize(
    "words",
    [
        "trẻ từ 15 tuổi trở lên",
        "dịch vụ công mức độ 3, 4",
        "chính quyền địa phương 02 cấp",
        "mạng 5G, trực 24/7",
        "bảo đảm an toàn cấp độ 4",
        "Đề án 06 và Quyết định số 27/QĐ-TTg",
        "phòng, chống dịch Covid-19",
        "giai đoạn 2021-2025",
        "Điều 12, Mục 3",
        "9" * 400,
    ],
)
def test_a_number_that_counts_nothing_is_no_amount(words: str) -> None:
    assert find_amounts(words) == []


def test_a_cell_takes_the_unit_of_its_column() -> None:
    (found,) = find_amounts("85", cell_unit="%")
    assert (found.value, found.unit) == (85, "%")
