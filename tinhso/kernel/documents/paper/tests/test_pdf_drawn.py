"""The lines that the form draws below words: how long they are."""

from dataclasses import replace

import pytest

from tinhso.kernel.documents.paper import printed
from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.reading_pdf import NEAR, Drawn, Line, Page, pages


def drawn_below(page: Page, words: Line) -> Drawn:
    return min(
        (each for each in page.drawn if each.down > words.baseline and each.left < words.middle < each.right),
        key=lambda each: each.down,
    )


def test_the_lines_below_have_the_length_that_the_form_asks() -> None:
    (page,) = pages(papers.report())
    for part, words in ((Part.MOTTO, printed.MOTTO), (Part.BODY, "SỞ THÔNG TIN"), (Part.SUBJECT, "Kết quả chuyển đổi")):
        said_of_it, below = page.line(words), drawn_below(page, page.line(words))
        allowed = FACES[part].underline
        assert allowed is not None
        assert allowed.holds((below.right - below.left) / said_of_it.width, within=0.01)
        assert (below.left + below.right) / 2 == pytest.approx(said_of_it.middle, abs=NEAR)
        assert 0 < below.down - said_of_it.baseline < 3


def test_of_words_on_several_lines_the_line_below_is_measured_by_the_longest() -> None:
    subject = "Kết quả thực hiện Kế hoạch chuyển đổi số tỉnh Bắc Giang quý I năm 2022 và nhiệm vụ quý II năm 2022"
    (page,) = pages(replace(papers.report(), subject=subject, blocks=()))
    lines = [page.line("Kết quả thực hiện"), page.line("quý II năm 2022")]
    assert lines[0] != lines[1]
    below = drawn_below(page, lines[1])
    allowed = FACES[Part.SUBJECT].underline
    assert allowed is not None
    assert allowed.holds((below.right - below.left) / max(each.width for each in lines), within=0.01)
