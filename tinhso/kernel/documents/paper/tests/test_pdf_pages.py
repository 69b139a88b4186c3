"""What a .pdf does where a page ends."""

from dataclasses import replace

import pytest

from tinhso.kernel.documents.paper import form
from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.parts import Annex, Paper, Recipients
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.reading_pdf import Line, Page, pages
from tinhso.kernel.documents.paper.words import Column, Grid, Heading, Paragraph, Rank, Row, said

SENTENCE = "Tiếp tục thực hiện các nhiệm vụ của Kế hoạch; báo cáo trước ngày 20 của tháng cuối quý. "


def tabled(*rows: Row) -> Paper:
    """A report of one table."""
    columns = (Column("TT", 1), Column("Nhiệm vụ", 6), Column("Kết quả", 3))
    return replace(papers.report(), blocks=(Grid(columns, rows),))


def row(number: int, words: str = "Nhiệm vụ") -> Row:
    return Row((said(f"{number}."), said(words), said("xong")))


def number_of(page: Page) -> Line | None:
    """The page number: what stands in the upper margin."""
    return next((line for line in page.lines if line.baseline < form.MARGIN_TOP.taken), None)


def test_pages_are_numbered_in_the_middle_of_the_upper_margin_from_the_second() -> None:
    long = replace(papers.report(), blocks=tuple(Paragraph(said(SENTENCE * 6)) for _ in range(16)))
    found = [number_of(page) for page in pages(long)]
    assert len(found) > 2
    assert [line and line.text for line in found] == [None, *map(str, range(2, len(found) + 1))]
    middle = (form.MARGIN_LEFT.taken + form.PAGE_WIDTH.taken - form.MARGIN_RIGHT.taken) / 2
    for line in found[1:]:
        assert line is not None
        assert line.middle == pytest.approx(middle, abs=0.3)
        assert line.faces == {("Tinos-Regular", FACES[Part.PAGE_NUMBER].size)}


def test_each_annex_begins_a_page_and_counts_its_own() -> None:
    annexes = tuple(Annex(f"Phụ lục {number}", "BIỂU", (papers.table(60),)) for number in ("I", "II", "III"))
    found = pages(replace(papers.plan(), annexes=annexes))
    numbers = [(line.text if (line := number_of(page)) else "") for page in found]
    begins = [place for place, page in enumerate(found) if "Phụ lục" in page.lines[0].text]
    assert numbers[begins[0] :] == ["", "2", "", "2", "", "2"]
    assert begins == [place for place, number in enumerate(numbers) if not number][1:]


def test_an_annex_across_the_page_is_turned_and_the_next_one_stands_again() -> None:
    across, upright = papers.plan().annexes[1], papers.plan().annexes[0]
    found = pages(replace(papers.plan(), annexes=(across, upright)))
    sizes = [(round(page.width), round(page.height)) for page in found]
    assert sizes == [(210, 297), (297, 210), (297, 210), (297, 210), (210, 297)]
    table = found[1].drawn[0]
    assert table.right - table.left == pytest.approx(297 - form.MARGIN_LEFT.taken - form.MARGIN_RIGHT.taken, abs=1)


def test_a_table_of_230_rows_repeats_its_head_and_splits_no_row() -> None:
    words = f"Đầu hàng. {SENTENCE * 3}Hết hàng."
    found = pages(tabled(*(row(number, words) for number in range(1, 231))))
    bodies = [page for page in found if any(line.text == "xong" for line in page.lines)]
    assert len(bodies) > 5
    for page in bodies:
        assert [line.text for line in page.lines if line.text in {"TT", "Nhiệm vụ", "Kết quả"}] == [
            "TT",
            "Nhiệm vụ",
            "Kết quả",
        ]
        begun = [line for line in page.lines if line.text.startswith("Đầu hàng.")]
        ended = [line for line in page.lines if line.text.endswith("Hết hàng.")]
        assert len(begun) == len(ended) == sum(line.text == "xong" for line in page.lines)
    numbers = [line.text for page in bodies for line in page.lines if line.text.rstrip(".").isdigit()]
    assert [text for text in numbers if text.endswith(".")] == [f"{number}." for number in range(1, 231)]


def test_a_row_that_is_higher_than_a_page_goes_on_over_the_next_ones() -> None:
    found = pages(tabled(row(1), row(2, SENTENCE * 120), row(3)))
    assert len(found) > 2
    assert "".join(page.text for page in found).count("cuối quý.") == 120
    for page in found:
        assert max(line.baseline for line in page.lines) < form.PAGE_HEIGHT.taken - form.MARGIN_BOTTOM.taken


@pytest.mark.parametrize("before", range(20, 40))
def test_the_section_of_a_table_never_ends_a_page(before: int) -> None:
    section = Row((said("II. Kinh tế số"),), band=True)
    found = pages(tabled(*map(row, range(before)), section, *map(row, range(100, 110))))
    page = next(page for page in found if "II. Kinh tế số" in page.text)
    assert "100." in page.text


@pytest.mark.parametrize("lines", range(12, 27))
def test_nobody_signs_a_page_without_words(lines: int) -> None:
    before = [Paragraph(said(f"Đoạn {number}.")) for number in range(lines)]
    found = pages(replace(papers.report(), blocks=(*before, Paragraph(said("Đề nghị xem xét, chỉ đạo./.")))))
    (page,) = [page for page in found if "Nguyễn Văn An" in page.text]
    for words in ("Đề nghị xem xét", "KT. GIÁM ĐỐC", "Nơi nhận:", "- Lưu: VT, CNS."):
        assert words in page.text


@pytest.mark.parametrize("lines", range(18, 30))
def test_a_head_stays_with_what_it_heads(lines: int) -> None:
    before = [Paragraph(said(f"Đoạn {number}.")) for number in range(lines)]
    head = Heading(Rank.ROMAN, "II.", said("Nhiệm vụ"))
    found = pages(replace(papers.report(), blocks=(*before, head, Paragraph(said("Ngay sau tiêu đề.")))))
    (page,) = [page for page in found if "II. NHIỆM VỤ" in page.text]
    assert "Ngay sau tiêu đề." in page.text


def test_a_list_of_receivers_longer_than_a_page_loses_nobody() -> None:
    many = tuple(f"Đơn vị {number}" for number in range(120))
    found = pages(replace(papers.report(), recipients=Recipients(many, "VT")))
    text = "".join(page.text for page in found)
    assert [name for name in many if f"- {name};" not in text] == []
    assert max(line.baseline for page in found for line in page.lines) < 277
