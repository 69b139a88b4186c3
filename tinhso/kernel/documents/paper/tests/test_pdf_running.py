"""The text of a .pdf between its margins: justified, indented, its lines and paragraphs apart."""

from dataclasses import replace

import pytest

from tinhso.kernel.documents.paper import form
from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.parts import Recipients
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.reading_pdf import NEAR, POINTS_A_MILLIMETRE, pages
from tinhso.kernel.documents.paper.words import Paragraph, Run, said

LONG = "Tiếp tục thực hiện các nhiệm vụ của Kế hoạch và báo cáo trước ngày 20 của tháng cuối quý. " * 5
RIGHT = form.PAGE_WIDTH.taken - form.MARGIN_RIGHT.taken


def test_the_paper_is_a4_and_nothing_stands_in_its_margins() -> None:
    long = replace(papers.report(), blocks=(*papers.body(), *(Paragraph(said(LONG * 4)) for _ in range(4))))
    for page in pages(long):
        assert (round(page.width), round(page.height)) == (210, 297)
        text = [each for each in page.lines if not each.text.isdigit() or each.baseline > form.MARGIN_TOP.taken]
        assert min(each.left for each in text) >= form.MARGIN_LEFT.taken - NEAR
        assert max(each.right for each in text) <= RIGHT + NEAR
        assert min(each.baseline for each in text) > form.MARGIN_TOP.taken
        assert max(each.baseline for each in text) < form.PAGE_HEIGHT.taken - form.MARGIN_BOTTOM.taken


def test_text_is_justified_its_first_line_indented_its_lines_and_paragraphs_apart() -> None:
    (page,) = pages(replace(papers.report(), blocks=(Paragraph(said(LONG)), Paragraph(said(LONG)))))
    text = [each for each in page.lines if each.faces == {("Tinos-Regular", 14.0)} and "Kính gửi" not in each.text]
    first, second, before_last = text[0], text[1], text[-2]
    assert first.left - form.MARGIN_LEFT.taken == pytest.approx(form.FIRST_LINE.taken, abs=NEAR)
    assert second.left == pytest.approx(form.MARGIN_LEFT.taken, abs=NEAR)
    assert [first.right, second.right, before_last.right] == pytest.approx([RIGHT] * 3, abs=NEAR)
    single = FACES[Part.TEXT].size * form.SINGLE_LINE / POINTS_A_MILLIMETRE
    spaced = (second.baseline - first.baseline) / single
    assert spaced == pytest.approx(form.LINE_SPACE.taken, abs=0.01)
    following = next(each for each in text[1:] if each.left > form.MARGIN_LEFT.taken + 5)
    before = text[text.index(following) - 1]
    apart = (following.baseline - before.baseline - spaced * single) * POINTS_A_MILLIMETRE
    assert apart == pytest.approx(form.PARAGRAPH_SPACE.taken, abs=0.1)


def test_a_word_that_is_wider_than_its_line_is_broken_and_stays_between_the_margins() -> None:
    address = "https://vanban.bacgiang.gov.vn/" + "a1b2c3d4" * 40
    long = replace(
        papers.report(),
        subject=address,
        blocks=(Paragraph(said("Xem ", Run(address, bold=True))), papers.table(2)),
        recipients=Recipients((address,), "VT"),
    )
    for page in pages(long):
        assert max(each.right for each in page.lines) <= RIGHT + NEAR
