"""Duties: who sends what to whom and when."""

import pytest

from tinhso.steering.intake.phrases.duties import only_reports, read_duties
from tinhso.steering.intake.reading import Duty

OWNER = ("Sở Nội vụ",)


def duties(words: str) -> list[Duty]:
    return read_duties(words, 0, owner=OWNER, year=2025)


def only(words: str) -> Duty:
    (found,) = duties(words)
    return found


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("Báo cáo UBND tỉnh kết quả thực hiện trước ngày 15/12/2025.", "UBND tỉnh"),
        ("Định kỳ hằng quý báo cáo kết quả về Sở Khoa học và Công nghệ để tổng hợp.", "Sở Khoa học và Công nghệ"),
        ("Gửi báo cáo về Văn phòng UBND tỉnh trước ngày 20 hằng tháng", "Văn phòng UBND tỉnh"),
        ("Tổng hợp, báo cáo Thủ tướng Chính phủ tình hình thực hiện", "Thủ tướng Chính phủ"),
        ("Kịp thời phản ánh về Sở Tài chính để được hướng dẫn", "Sở Tài chính"),
    ],
)
def test_a_report_goes_to_somebody(words: str, to: str) -> None:
    assert only(words).to == to


@pytest.mark.parametrize(
    ("words", "frequency"),
    [
        ("Hằng tháng báo cáo tiến độ về Sở Xây dựng", "monthly"),
        ("Định kỳ hằng quý báo cáo UBND tỉnh kết quả thực hiện", "quarterly"),
        ("Định kỳ 6 tháng báo cáo Bộ Nội vụ tình hình thực hiện", "half_yearly"),
        ("Hằng năm, tổng hợp, báo cáo Thủ tướng Chính phủ kết quả thực hiện", "yearly"),
        ("Báo cáo UBND tỉnh kết quả thực hiện trước ngày 15/12/2025", "once"),
        ("Trong quá trình thực hiện nếu có vướng mắc, kịp thời báo cáo UBND tỉnh xem xét", "ad_hoc"),
    ],
)
def test_a_report_has_a_rhythm(words: str, frequency: str) -> None:
    assert only(words).frequency == frequency


@pytest.mark.parametrize(
    ("words", "day", "rule", "before"),
    [
        ("Báo cáo UBND tỉnh kết quả trước ngày 15/12 hằng năm", 15, "12", True),
        ("Hằng tháng (trước ngày 20) báo cáo tiến độ về Sở Xây dựng", 20, "each_month", True),
        ("Gửi báo cáo về Sở Tư pháp trước ngày 10 tháng cuối quý, định kỳ hằng quý", 10, "last_of_quarter", True),
        ("Báo cáo Bộ Nội vụ chậm nhất ngày 31/01 hằng năm", 31, "1", False),
        ("Định kỳ ngày 20 hằng tháng gửi báo cáo về Sở Xây dựng", 20, "each_month", False),
    ],
)
def test_a_rhythm_has_its_day(words: str, day: int, rule: str, before: bool) -> None:
    found = only(words)
    assert (found.day, found.month_rule, found.before) == (day, rule, before)


def test_each_rhythm_with_a_day_of_its_own_is_a_duty() -> None:
    found = duties(
        "Báo cáo kết quả thực hiện định kỳ hằng quý (trước ngày 20 của tháng cuối quý), 6 tháng (trước ngày 15/6), "
        "năm (trước ngày 15/12) về Sở Nội vụ"
    )
    assert [(duty.frequency, duty.day, duty.month_rule) for duty in found] == [
        ("quarterly", 20, "last_of_quarter"),
        ("half_yearly", 15, "6"),
        ("yearly", 15, "12"),
    ]
    assert {duty.what for duty in found} == {"Báo cáo kết quả thực hiện"}


def test_a_single_report_has_a_deadline() -> None:
    found = only("Báo cáo UBND tỉnh kết quả thực hiện trước ngày 15/12/2025.")
    assert found.deadline is not None
    assert (found.deadline.end, found.deadline.before) == ("2025-12-15", True)


def test_the_owner_sends_when_nobody_is_named() -> None:
    assert only("Báo cáo UBND tỉnh kết quả thực hiện hằng năm").who == "Sở Nội vụ"


def test_who_is_named_sends() -> None:
    found = only("Các sở, ban, ngành báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 05/12 hằng năm")
    assert (found.who, found.to) == ("Các sở, ban, ngành", "Sở Nội vụ")


def test_who_is_named_behind_a_condition_sends() -> None:
    found = only(
        "Nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh về Sở Tư pháp để tổng hợp, báo cáo UBND tỉnh"
    )
    assert (found.who, found.to, found.frequency) == ("các đơn vị", "Sở Tư pháp", "ad_hoc")


def test_who_gets_a_report_may_pass_it_on() -> None:
    first, second = duties(
        "Hằng năm, các bộ, ngành báo cáo kết quả thực hiện về Bộ Nội vụ để tổng hợp; "
        "Bộ Nội vụ tổng hợp, báo cáo Thủ tướng Chính phủ hằng năm"
    )
    assert (first.who, first.to) == ("các bộ, ngành", "Bộ Nội vụ")
    assert (second.who, second.to) == ("Bộ Nội vụ", "Thủ tướng Chính phủ")


@pytest.mark.parametrize(
    "words",
    [
        "Xây dựng chế độ báo cáo thống kê ngành",
        "Triển khai Hệ thống thông tin báo cáo của tỉnh",
        "Hướng dẫn các xã lập báo cáo tài chính",
        "Công bố báo cáo thường niên về chuyển đổi số",
        "Tuyên truyền, phổ biến Kế hoạch đến người dân",
    ],
)
def test_a_report_as_a_thing_is_no_duty(words: str) -> None:
    assert duties(words) == []


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("Định kỳ hằng quý báo cáo UBND tỉnh kết quả thực hiện.", True),
        ("Tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 15/12/2025.", True),
        ("Xây dựng kế hoạch triển khai; định kỳ báo cáo UBND tỉnh kết quả.", False),
        ("Tăng cường kiểm tra việc chấp hành pháp luật.", False),
    ],
)
def test_a_piece_may_order_a_report_and_nothing_else(words: str, alone: bool) -> None:
    assert only_reports(words) is alone


def test_a_duty_is_told_in_its_own_words() -> None:
    words = "Tăng cường kiểm tra; báo cáo UBND tỉnh kết quả thực hiện trước ngày 15/12/2025."
    (found,) = read_duties(words, 100, owner=OWNER, year=2025)
    assert found.what == "báo cáo UBND tỉnh kết quả thực hiện"
    assert words[found.span[0] - 100 :].startswith("báo cáo UBND tỉnh")
