"""Dates are written and read as officials write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhso.lib.dates import parse_date, write_date, write_long_date


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
