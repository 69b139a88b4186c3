"""Findings: what is told before signing, and what is no fault."""

from tinhso.steering.intake import read
from tinhso.steering.intake.phrases.wordforms import word_variants


def findings(body: str) -> list[str]:
    head = "UBND TỈNH A\nSố: 1/KH-UBND\nA Bình, ngày 02 tháng 01 năm 2023\nKẾ HOẠCH\nNăm 2023\n"
    return [finding.kind for finding in read((head + body).encode(), "a.txt").findings]


def test_a_fault_that_most_tasks_share_is_told_once() -> None:
    tasks = "".join(f"{place}. Sở Y tế tổ chức hội nghị chuyên đề số {place}.\n" for place in range(1, 12))
    assert findings(f"II. NHIỆM VỤ\n{tasks}") == ["no_date"]


def test_the_rarer_spelling_in_the_whole_text_is_the_doubtful_one() -> None:
    text = "ban chỉ đạo chuyên đổi số. ban chỉ đạo chuyển đổi số. về chuyển đổi số và chuyển đổi số, chuyển đổi số"
    assert [(variant.written, variant.usual) for variant in word_variants(text)] == [("đạo chuyên", "đạo chuyển")]


def test_two_right_spellings_are_no_fault() -> None:
    text = "định kỳ hằng quý báo cáo. định kỳ hàng quý báo cáo. định kỳ hàng quý. định kỳ hàng quý báo cáo"
    assert list(word_variants(text)) == []
