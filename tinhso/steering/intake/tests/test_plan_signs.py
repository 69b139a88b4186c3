"""A text that is no plan is told from one, and may still be read."""

from tinhso.steering.intake import read_text


def test_a_letter_is_told_not_to_be_a_plan() -> None:
    notes = read_text("Kính gửi anh Nam,\nCuối tuần này cơ quan nghỉ, hẹn anh tuần sau.").notes
    assert len(notes) == 1
    assert "không giống một kế hoạch" in notes[0]
    assert "nhiệm vụ" in notes[0]


def test_a_plan_without_its_letterhead_is_still_a_plan() -> None:
    assert read_text("II. NHIỆM VỤ\n1. Giám đốc Sở Y tế\n- Xây dựng hệ thống thông tin chuyên ngành y tế.").notes == ()
