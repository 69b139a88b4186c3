"""Dates and numbers are written and read as officials write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhso.lib.dates import parse_date, write_date, write_long_date
from tinhso.lib.numbers import parse_number, write_number


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2022, 3, 5), "05/3/2022"), (date(2021, 2, 11), "11/02/2021"), (date(2022, 10, 1), "01/10/2022")],
)
def test_days_under_ten_and_months_one_and_two_take_a_zero(day: date, written: str) -> None:
    assert write_date(day) == written


def test_the_long_form_names_day_month_and_year() -> None:
    assert write_long_date(date(2022, 3, 5)) == "ngày 05 tháng 3 năm 2022"


@given(st.dates())
def test_every_written_date_is_read_back(day: date) -> None:
    assert parse_date(write_date(day)) == parse_date(write_long_date(day)) == parse_date(day.isoformat()) == day


@pytest.mark.parametrize("text", ["31/02/2022", "hôm nay", "3/2022", "", "2022"])
def test_what_is_no_date_is_refused(text: str) -> None:
    assert parse_date(text) is None


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_every_written_number_is_read_back(value: Decimal) -> None:
    assert parse_number(write_number(value)) == value


def test_thousands_take_a_dot_and_decimals_a_comma() -> None:
    assert write_number(1234.5) == "1.234,5"
    assert write_number(85, decimals=1) == "85,0"
    assert parse_number("1.234,5") == Decimal("1234.5")


@pytest.mark.parametrize("text", ["1.23", "1,234.5", "khoảng 50", "", "1.2345"])
def test_a_number_that_can_be_read_in_two_ways_is_refused(text: str) -> None:
    assert parse_number(text) is None
