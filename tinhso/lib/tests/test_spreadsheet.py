"""A cell that a spreadsheet would calculate is written as text."""

import pytest

from tinhso.lib.spreadsheet import plain


@pytest.mark.parametrize("cell", ["=1+1", "+A1", "-A1+B1", "@SUM(A1)", " =1", "\t=1", "\r=1"])
def test_a_formula_becomes_text(cell: str) -> None:
    assert plain(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+84912345678", "-1.234,5", "Sở Y tế", "", "a=b"])
def test_words_and_numbers_stay(cell: str) -> None:
    assert plain(cell) == cell
