"""Words of the index are the same in Python and in both databases, however they are written."""

import unicodedata

import pytest
from django.db import connection

from tests.samples import SEED
from tinhso.kernel.search.marking import excerpt, pieces
from tinhso.kernel.search.variants import neighbours
from tinhso.kernel.search.words import asked, plain

WRITTEN = (
    "Hoà Hòa thuỷ Thủy ĐƯỜNG đường",
    "15/KH-BCĐCĐS – “II.3”… a_b",
    unicodedata.normalize("NFD", "Sở Thông tin và Truyền thông"),
    "Café crème, Müller №5 ½ 100 % ₫",
    "a\u200bb\u00a0c\td\ne 😀 f",
    "'; DROP TABLE x; -- \" AND OR NOT NEAR( * ^ : & | ! <->",
    "",
)


@pytest.mark.django_db
@pytest.mark.parametrize("written", [*WRITTEN, SEED.read_text(encoding="utf-8")[:20_000]])
def test_the_database_cuts_a_text_as_we_do(written: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tinhso_words(%s)", [written])
        assert cursor.fetchone() == (plain(written),)


def test_tones_marks_and_case_do_not_count() -> None:
    assert plain("Hoà") == plain("HÒA") == "hoa"
    assert plain("15/KH-BCĐCĐS") == "15 kh bcdcds"


def test_a_very_long_query_is_cut() -> None:
    words = asked("dài " * 500 + "x" * 9_000)
    assert len(words.groups) == 10
    assert max(len(group[0]) for group in asked("x" * 9_000).groups) == 40


def test_words_found_are_marked_as_they_are_written() -> None:
    assert pieces("Đẩy mạnh Chuyển đổi số tại xã", asked("chuyen doi s")) == [
        ("Đẩy mạnh ", False),
        ("Chuyển đổi số", True),
        (" tại xã", False),
    ]


def test_a_long_text_is_cut_where_the_word_can_be_seen() -> None:
    text = "việc " * 200 + "hồ sơ sức khỏe " + "khác " * 200
    shown = excerpt(text, asked("suc khoe"))
    assert "sức khỏe" in shown
    assert shown.startswith("… ")
    assert len(shown) < 260


def test_a_wrong_letter_leads_to_the_word_meant() -> None:
    assert {"chuyen"} <= set(neighbours("chuyeen")) & set(neighbours("chuyn")) & set(neighbours("chueyn"))
    assert neighbours("15") == neighbours("so") == []
