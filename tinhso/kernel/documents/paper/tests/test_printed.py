"""What the form adds to the words of a document."""

from dataclasses import replace

from tinhso.kernel.documents.paper import printed
from tinhso.kernel.documents.paper.parts import Recipients
from tinhso.kernel.documents.paper.tests import papers


def test_a_number_below_ten_takes_a_zero() -> None:
    assert printed.number_line(papers.report()) == "Số: 05/BC-STTTT"
    assert printed.number_line(papers.letter()) == "Số: 1204/UBND-KGVX"


def test_a_draft_leaves_the_places_of_number_and_day_free() -> None:
    draft = papers.decision()
    assert printed.number_line(draft).split() == ["Số:", "/QĐ-UBND"]
    assert printed.place_line(draft).split() == ["Bắc", "Giang,", "ngày", "tháng", "năm"]


def test_grounds_end_with_a_semicolon_and_the_last_with_a_full_stop() -> None:
    lines = printed.base_lines(papers.decision())
    assert [line[-1] for line in lines] == [";", "."]


def test_one_who_is_addressed_stands_on_the_line_and_several_below_it() -> None:
    assert printed.addressed_lines(papers.report()) == ["Kính gửi: Ủy ban nhân dân tỉnh"]
    assert printed.addressed_lines(papers.letter()) == [
        "Kính gửi:",
        "- Các sở, cơ quan thuộc UBND tỉnh;",
        "- UBND các huyện, thành phố.",
    ]


def test_who_receives_ends_with_what_is_kept() -> None:
    assert printed.recipient_lines(Recipients(("Như trên",), "VT, CNS")) == ["- Như trên;", "- Lưu: VT, CNS."]


def test_an_annex_says_what_it_is_attached_to() -> None:
    said = "(Kèm theo Kế hoạch số 28/KH-UBND ngày 05 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh Bắc Giang)"
    assert printed.attached_line(papers.plan()) == said
    letter = replace(papers.letter(), kind="")
    assert printed.attached_line(letter).startswith("(Kèm theo Công văn số 1204/UBND-KGVX ngày 05 tháng 3")
