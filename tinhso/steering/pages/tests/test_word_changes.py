"""Whoever decides on a change sees the words that changed, not two long sentences."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhso.steering.pages.word_changes import MOST_WORDS, new_words, old_words

PLAN = "Tỷ lệ dân số có điện thoại thông minh đạt {} vào cuối năm"


def plain(marked: str) -> str:
    return re.sub(r"</?(del|ins)>", "", marked)


def test_only_the_figure_that_changed_is_marked() -> None:
    before, after = PLAN.format("85%"), PLAN.format("90%")
    assert old_words(before, after) == PLAN.format("<del>85%</del>")
    assert new_words(before, after) == PLAN.format("<ins>90%</ins>")


def test_words_that_were_added_leave_the_old_side_unmarked() -> None:
    before, after = "Ban hành Quy chế quản lý dữ liệu", "Ban hành Quy chế quản lý, khai thác dữ liệu"
    assert "<del>lý</del>" in old_words(before, after)
    assert "<ins>lý, khai thác</ins>" in new_words(before, after)


def test_sentences_with_little_in_common_are_marked_whole() -> None:
    before, after = "Xây dựng kho dữ liệu dùng chung", "Đào tạo cán bộ cấp xã"
    assert old_words(before, after) == f"<del>{before}</del>"
    assert new_words(before, after) == f"<ins>{after}</ins>"


@pytest.mark.parametrize(("before", "after"), [("", "31/7/2022"), ("31/7/2022", "")])
def test_where_there_was_nothing_that_is_said(before: str, after: str) -> None:
    assert old_words(before, after) == f"<del>{before or '(trống)'}</del>"
    assert new_words(before, after) == f"<ins>{after or '(trống)'}</ins>"


def test_words_of_a_document_are_never_markup() -> None:
    assert "<b>" not in old_words("<b>x</b> và nhiều từ giống nhau", "<i>x</i> và nhiều từ giống nhau")


@given(st.text(alphabet="ab c\n", max_size=60), st.text(alphabet="ab c\n", max_size=60))
def test_nothing_of_either_wording_is_lost(before: str, after: str) -> None:
    assert plain(old_words(before, after)) == (before or "(trống)")
    assert plain(new_words(before, after)) == (after or "(trống)")


def test_a_whole_page_of_words_is_marked_whole() -> None:
    before = "một hai ba " * MOST_WORDS
    assert old_words(before, before + "bốn") == f"<del>{before}</del>"
