"""One plan, three files: the same paragraphs and the same cells whichever the office sends."""

from pathlib import Path

import pytest

from tinhso.steering.intake.manuscript import CELL_BREAK, Manuscript
from tinhso.steering.intake.sources import read_manuscript
from tinhso.steering.intake.sources.tests.making import docx_of, pdf_of, rows, texts

SEED = Path(__file__).resolve().parents[5] / "samples" / "plans" / "kh-bcdcds-bacgiang-2022.txt"


@pytest.fixture(scope="module")
def plan() -> Manuscript:
    return read_manuscript(SEED.read_bytes(), SEED.name)


def test_word_gives_what_the_text_gives(plan: Manuscript) -> None:
    word = read_manuscript(docx_of(plan), "kế hoạch.docx")
    assert texts(word) == texts(plan)
    assert rows(word) == rows(plan)


def test_pdf_gives_what_the_text_gives(plan: Manuscript) -> None:
    printed = read_manuscript(pdf_of(plan), "kế hoạch.pdf")
    assert texts(printed) == texts(plan)
    assert [[cell.replace(CELL_BREAK, " ") for cell in row] for row in rows(printed)] == list(map(list, rows(plan)))


def test_pages_leave_their_frame_as_furniture(plan: Manuscript) -> None:
    furniture = texts(read_manuscript(pdf_of(plan), "kế hoạch.pdf"), "furniture")
    assert {"2", "3", "Ban chỉ đạo chuyển đổi số"} <= set(furniture)
    assert "\t".join(rows(plan)[0]) in furniture, "the head that a new page repeats is furniture"


def test_rows_are_numbered_from_the_head_without_its_repetition(plan: Manuscript) -> None:
    numbers = [paragraph.row for paragraph in plan.paragraphs if paragraph.kind == "row"]
    assert numbers == list(range(22))
    assert plan.tables == 1


def test_nothing_of_the_text_is_lost(plan: Manuscript) -> None:
    words = "".join("".join(paragraph.text.split()) for paragraph in plan.paragraphs)
    assert words == "".join(SEED.read_text(encoding="utf-8").split())
