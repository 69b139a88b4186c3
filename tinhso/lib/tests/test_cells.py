"""A cell as somebody typed or pasted it: understood, or refused with one sentence."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhso.lib.cells import Said, Unread, cleaned, read_answer, read_day, read_number, read_tick, remark
from tinhso.lib.numbers import write_number

_NUMBERS = st.decimals(min_value=-(10**17), max_value=10**17, places=6)
SEVEN = datetime.combine(date(2022, 3, 5), time(7))


@given(_NUMBERS)
def test_every_number_written_our_way_is_read_as_the_same(value: Decimal) -> None:
    assert read_number(write_number(value)) == value
    assert read_number(write_number(value).replace(".", "\N{NO-BREAK SPACE}")) == value


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=5))
def test_every_number_of_a_workbook_is_read_as_excel_shows_it(value: Decimal) -> None:
    assert read_number(float(value)) == value


def refusals(text: str) -> Iterator[str]:
    for read in (read_number, read_day, read_answer, read_tick):
        try:
            read(text)
        except Unread as refusal:
            yield refusal.sentence


@given(st.text(max_size=30))
def test_whatever_is_pasted_is_a_number_or_a_sentence(text: str) -> None:
    assert all(sentence.endswith(".") for sentence in refusals(text))


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.234,5", "1234.5"),
        ("1.234", "1234"),
        ("1 234", "1234"),
        ("1\N{NO-BREAK SPACE}234\N{NARROW NO-BREAK SPACE}567,25", "1234567.25"),
        ("12345", "12345"),
        ("'0085", "85"),
        ("１２．３４５，５", "12345.5"),
        ("-1.234", "-1234"),
        ("\N{MINUS SIGN}5", "-5"),
        ("\N{EN DASH}5", "-5"),
        ("  85\r\n", "85"),
        ("0", "0"),
        (0.1 + 0.2, "0.3"),
        (1234, "1234"),
        (1234.0, "1234"),
    ],
)
def test_a_number_is_understood(cell: object, number: str) -> None:
    assert read_number(cell) == Decimal(number)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("85%", "không phải phần trăm"),
        ("85,0 %", "không phải phần trăm"),
        ("1,234.5", "kiểu Anh"),
        ("1,234,567", "kiểu Anh"),
        ("1.23", "có thể là hàng nghìn"),
        ("0.125", "có thể là hàng nghìn"),
        ("1234.567", "có thể là hàng nghìn"),
        ("1 23", "Hãy ghi số"),
        ("-", "có thể là số 0"),
        ("\N{EN DASH}", "có thể là số 0"),
        ("x", "Không áp dụng"),
        ("12 hộ", "bỏ chữ"),
        ("khoảng 50", "Hãy ghi số"),
        ("1E+05", "rút gọn"),
        ("####", "hẹp quá"),
        ("#N/A", "báo lỗi"),
        ("=A1+B2", "công thức"),
        ("(5)", "ngoặc"),
        ("1/2", "không phải ngày"),
        ("5²", "Hãy ghi số"),
        ("½", "Hãy ghi số"),
        ("٣", "Hãy ghi số"),
        ("9" * 41, "Hãy ghi số"),
        ("9" * 30, "quá lớn"),
        ("0,1234567", "sáu chữ số"),
        (date(2022, 3, 5), "không phải ngày"),
        (True, "cần số"),
        (float("inf"), "Hãy ghi số"),
    ],
)
def test_what_can_be_read_in_two_ways_or_none_is_refused_with_its_sentence(cell: object, words: str) -> None:
    with pytest.raises(Unread) as refusal:
        read_number(cell)
    assert words in refusal.value.sentence


@pytest.mark.parametrize("cell", ["", None, "   ", "'", "\N{ZERO WIDTH NO-BREAK SPACE}"])
def test_an_empty_cell_says_nothing_and_is_not_zero(cell: object) -> None:
    assert read_number(cell) is Said.NOTHING


@pytest.mark.parametrize("cell", ["không áp dụng", "Không  áp dụng", "KAD"])
def test_not_applicable_is_said_in_the_cell(cell: str) -> None:
    assert read_number(cell) is Said.NOT_APPLICABLE


def test_a_comma_before_three_digits_is_told_how_it_was_read() -> None:
    assert read_number("1,234") == Decimal("1.234")
    assert "1.234" in remark("1,234")
    assert not remark("1.234")
    assert not remark("1,23")


@pytest.mark.parametrize("cell", ["5/3/2022", "05.03.2022", date(2022, 3, 5), SEVEN])
def test_a_day_is_understood(cell: object) -> None:
    assert read_day(cell) == date(2022, 3, 5)


@pytest.mark.parametrize("cell", ["31/2/2022", "5/3", "3/2022", 44625, 44625.0, "-", "hôm qua"])
def test_what_is_no_day_is_refused(cell: object) -> None:
    with pytest.raises(Unread):
        read_day(cell)


def test_yes_and_no_and_ticks() -> None:
    assert [read_answer(cell) for cell in ("Có", "không", 1.0, 0, True, "")] == [
        True,
        False,
        True,
        False,
        True,
        Said.NOTHING,
    ]
    assert [read_tick(cell) for cell in ("x", "KAD", None, "không", 1.0)] == [True, True, False, False, True]
    for cell in ("có lẽ", "-", 2):
        with pytest.raises(Unread):
            read_answer(cell)
    with pytest.raises(Unread):
        read_tick("chưa rõ")


def test_what_is_not_seen_is_left_out() -> None:
    assert cleaned("\N{ZERO WIDTH NO-BREAK SPACE}'\N{NO-BREAK SPACE}ＫＡＤ ") == "KAD"
