"""Texts made to be slow: the time a grammar needs grows with the length of the text and no faster."""

from collections.abc import Callable
from time import process_time
from typing import Any

import pytest

from tinhso.steering.intake.frame.frame import read_frame
from tinhso.steering.intake.layout.sheet import lay_out
from tinhso.steering.intake.manuscript import Manuscript, Paragraph
from tinhso.steering.intake.phrases.abbreviations import read_abbreviations
from tinhso.steering.intake.phrases.citations import read_legal_bases, read_references
from tinhso.steering.intake.phrases.deadlines import read_deadlines, read_time_cell
from tinhso.steering.intake.phrases.duties import only_reports, read_duties
from tinhso.steering.intake.phrases.measures import read_aims, read_quantities

LENGTH = 40_000
#: Growth by squares would need minutes, growth with the length needs a fraction of this.
SECONDS = 5.0

GRAMMARS: dict[str, Callable[[str], Any]] = {
    "deadlines": lambda text: read_deadlines(text, 0, year=2025),
    "time cell": lambda text: read_time_cell(text, 0, year=2025),
    "references": lambda text: read_references(text, 0),
    "bases": lambda text: read_legal_bases([(text, 0)]),
    "aims": lambda text: read_aims(text, 0),
    "quantities": lambda text: read_quantities(text, 0),
    "duties": lambda text: read_duties(text, 0, owner=()),
    "reports": only_reports,
    "abbreviations": read_abbreviations,
    "frame": lambda text: read_frame(lay_out(Manuscript((Paragraph(text),), "text/plain"))),
}
PIECES = (
    " ", "\n", "(", "9", "9 ", "a", "A ", "-", "/", "“", "; ", ", ", ". ", "1. ", "100% ", "1.000.000,5 ",
    " và ", " đến ", "trước ", "hằng năm ", "định kỳ ", "ngày 1/1/2025 ", "quý I/2025 ", "từ năm 2020 đến năm ",
    "15 ngày kể từ ", "Luật ", "Luật Đất đai, ", "Quyết định số 1/QĐ-TTg ", "05/QĐ", "Căn cứ ", "(TTHC) ", "cấp xã ",
    "tỷ lệ đạt 5%, ", "gửi ", "báo cáo UBND tỉnh ", "KẾ HOẠCH ", "KT. CHỦ TỊCH ", "Nơi nhận: - ",
)  # fmt: skip


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_a_hostile_text_is_read_in_time(grammar: str) -> None:
    slow = []
    for piece in PIECES:
        begun = process_time()
        GRAMMARS[grammar](piece * (LENGTH // len(piece)))
        slow += [piece] if process_time() - begun > SECONDS else []
    assert slow == []
