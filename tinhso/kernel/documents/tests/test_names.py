"""Names of files are safe to show, to save and to send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhso.kernel.documents.checking.names import LONGEST, ending_of, safe_name


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Kế hoạch.docx", "Kế hoạch.docx"),
        ("C:\\Users\\a\\Báo cáo.PDF", "Báo cáo.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("hóa đơn\u202efdp.exe", "hóa đơn_fdp.exe"),
        ('a"b\r\nc.pdf', "a_b_c.pdf"),
        (".pdf", "pdf"),
        ("", "tep"),
    ],
)
def test_a_name_leads_nowhere_and_shows_its_true_ending(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


@given(st.text(max_size=400))
def test_every_name_is_short_whole_and_stays_as_it_is_when_asked_again(name: str) -> None:
    kept = safe_name(name)
    assert 0 < len(kept) <= LONGEST
    assert not set(kept) & set('/\\\0\r\n"')
    assert safe_name(kept) == kept


def test_a_long_name_keeps_its_ending() -> None:
    assert ending_of(safe_name("a" * 500 + ".docx")) == "docx"
