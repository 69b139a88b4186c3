"""Whole short plans: conclusions, directives, plans of communes and departments."""

from tinhso.steering.intake import read
from tinhso.steering.intake.reading import Reading

HEAD = "UBND TỈNH A\nSố: 1/KH-UBND\nA Bình, ngày 02 tháng 01 năm 2023\nKẾ HOẠCH\nNăm 2023\n"


def reading(body: str) -> Reading:
    return read((HEAD + body).encode(), "a.txt")


def test_a_share_among_the_purposes_is_an_aim() -> None:
    found = reading(
        "I. MỤC ĐÍCH\n- Nâng cao nhận thức.\n- 100% cơ sở được kiểm tra.\nII. NHIỆM VỤ\n1. Sở Y tế kiểm tra."
    )
    assert [indicator.name for indicator in found.indicators] == ["cơ sở được kiểm tra"]


def test_a_report_under_a_time_line_is_a_duty_of_its_body() -> None:
    body = (
        "II. NHIỆM VỤ\n1. Rà soát văn bản\n- Nội dung: Rà soát các văn bản.\n- Cơ quan thực hiện: Sở Tư pháp.\n"
        "- Thời gian thực hiện:\n+ Các sở, ngành gửi kết quả rà soát về Sở Tư pháp trước ngày 15/6/2023."
    )
    found = reading(body)
    assert [(task.text, task.leads) for task in found.tasks] == [("Rà soát các văn bản.", ("Sở Tư pháp",))]
    assert [(duty.who, duty.to) for duty in found.duties] == [("Các sở, ngành", "Sở Tư pháp")]


def test_who_carries_out_the_decision_is_no_task() -> None:
    closing = "2. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./."
    body = f"II. NHIỆM VỤ\n1. Sở Y tế kiểm tra.\n{closing}"
    assert [task.text for task in reading(body).tasks] == ["kiểm tra."]


def test_a_reporting_duty_takes_its_sender_into_its_source() -> None:
    found = reading("III. CHẾ ĐỘ BÁO CÁO\nCác sở, ngành báo cáo kết quả về Sở Nội vụ trước ngày 18 hằng tháng.")
    assert [piece.text for piece in found.unplaced] == []
    assert [duty.frequency for duty in found.duties] == ["monthly"]


def test_a_rhythm_inside_the_years_of_its_column_recurs() -> None:
    table = "PHỤ LỤC\nSTT\tNhiệm vụ\tChủ trì\tThời gian\n1\tHằng năm tổ chức điều tra\tSở Y tế\t2026 - 2030\n"
    (task,) = reading("I. NHIỆM VỤ\n" + table).tasks
    assert task.deadline is not None
    assert (task.deadline.kind, task.deadline.end) == ("recurring", "2030-12-31")


def test_an_aim_named_inside_an_order_stands_beside_its_task() -> None:
    found = reading("II. NHIỆM VỤ\n1. Sở Y tế mở rộng bảo hiểm y tế, phấn đấu đến hết năm 2025 có 95% dân số tham gia.")
    assert len(found.tasks) == 1
    assert [(target.value, target.by) for target in found.indicators[0].targets] == [(95, "2025-12-31")]


def test_a_piece_that_only_strives_is_an_aim_and_no_task() -> None:
    found = reading("II. NHIỆM VỤ\n1. Sở Y tế mở lớp.\n2. Phấn đấu có trên 60% doanh nghiệp dùng chữ ký số.")
    assert (len(found.tasks), len(found.indicators)) == (1, 1)
