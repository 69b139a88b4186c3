"""Numbers as officials write them, and as programs send them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhso.lib.numbers import parse_number, whole_number, write_number


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


@pytest.mark.parametrize("sent", ["", "x", "-1", "²", "9" * 5000])
def test_what_no_form_of_ours_sends_counts_as_nothing(sent: str) -> None:
    assert whole_number(sent) == 0
    assert whole_number("12") == 12
