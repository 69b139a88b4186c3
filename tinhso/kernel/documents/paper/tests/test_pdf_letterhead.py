"""Where the parts at the head and at the end of a .pdf stand: the boxes of mục IV."""

from dataclasses import replace

import pytest

from tinhso.kernel.documents.paper import form, printed
from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.parts import Letterhead
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.reading_pdf import NEAR, POINTS_A_MILLIMETRE, pages


def test_number_and_place_stand_on_one_line_each_in_the_middle_of_its_side() -> None:
    (page,) = pages(papers.report())
    assert page.line("Số: 05").baseline == pytest.approx(page.line("Bắc Giang, ngày").baseline, abs=0.01)
    assert page.line("Số: 05").middle == pytest.approx(page.line("SỞ THÔNG TIN").middle, abs=NEAR)
    assert page.line("Bắc Giang, ngày").middle == pytest.approx(page.line(printed.MOTTO).middle, abs=NEAR)
    assert page.line(printed.NATION).middle == pytest.approx(page.line(printed.MOTTO).middle, abs=NEAR)


def test_the_name_of_the_state_is_one_line_however_long_the_body_is_called() -> None:
    long = Letterhead("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ VÀ THỰC HIỆN ĐỀ ÁN 06 TỈNH BẮC GIANG", parent="ỦY BAN NHÂN DÂN TỈNH")
    (page,) = pages(replace(papers.report(), letterhead=long, blocks=()))
    assert page.line(printed.NATION).text == printed.NATION
    assert page.line("BAN CHỈ ĐẠO").right < page.line(printed.NATION).left
    assert page.line("Số: 05").baseline > page.line("BẮC GIANG").baseline


def test_the_subject_of_a_letter_stands_six_points_below_its_number() -> None:
    (page,) = pages(papers.letter())
    number, subject = page.line("Số: 1204"), page.line("V/v")
    assert subject.middle == pytest.approx(number.middle, abs=NEAR)
    line_above = form.DESCENT * FACES[Part.NUMBER].size + form.ASCENT * FACES[Part.LETTER_SUBJECT].size
    apart = (subject.baseline - number.baseline) * POINTS_A_MILLIMETRE - line_above
    assert apart == pytest.approx(form.LETTER_SUBJECT_SPACE.taken, abs=0.1)
    assert "CÔNG VĂN" not in page.text


def test_several_who_are_addressed_stand_below_each_other_under_the_colon() -> None:
    (page,) = pages(papers.letter())
    word, one, other = page.line("Kính gửi:"), page.line("- Các sở"), page.line("- UBND các huyện")
    assert one.left == pytest.approx(other.left, abs=0.01)
    assert word.signs[-1].left - NEAR < one.left < word.right + NEAR
    assert word.baseline < one.baseline < other.baseline


def test_who_receives_stands_beside_who_signs_at_the_left_margin() -> None:
    (page,) = pages(papers.report())
    received, signed, name = page.line("Nơi nhận:"), page.line("KT. GIÁM ĐỐC"), page.line("Nguyễn Văn An")
    assert received.left == pytest.approx(form.MARGIN_LEFT.taken, abs=NEAR)
    assert page.line("- Như trên;").left == pytest.approx(form.MARGIN_LEFT.taken, abs=NEAR)
    assert received.baseline == pytest.approx(signed.baseline, abs=1)
    assert name.middle == pytest.approx(signed.middle, abs=NEAR)
    assert name.baseline - page.line("PHÓ GIÁM ĐỐC").baseline > form.SIGNATURE_ROOM.taken


def test_a_draft_leaves_room_for_number_and_day() -> None:
    (page,) = pages(papers.decision())
    number, symbol = page.line("Số:"), page.line("/QĐ-UBND")
    assert symbol.baseline == pytest.approx(number.baseline, abs=0.01)
    assert symbol.left - number.right > 5
    assert page.line("tháng").left - page.line("Bắc Giang, ngày").right > 5
