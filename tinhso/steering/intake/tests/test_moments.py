"""Moments: the dates, months, quarters, years and stretches that a text names."""

import pytest

from tinhso.steering.intake.phrases.moments import find_moments, last_day

Facts = tuple[str, str | None, str | None]


def moments(words: str, year: int | None = 2025) -> list[Facts]:
    found = find_moments(words, year=year)
    return [(moment.kind, str(moment.start), str(moment.end)) for moment in found]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("01/7/2025", "2025-07-01"),
        ("ngày 01 tháng 7 năm 2025", "2025-07-01"),
        ("ngày 1.7.2025", "2025-07-01"),
        ("ngày 05-9-2025", "2025-09-05"),
        ("ngày 10/10", "2025-10-10"),
        ("ngày 29 tháng 02 năm 2024", "2024-02-29"),
    ],
)
def test_a_day_is_written_in_many_ways(words: str, day: str) -> None:
    assert moments(words) == [("date", day, day)]


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("tháng 12/2025", ("month", "2025-12-01", "2025-12-31")),
        ("tháng 2 năm 2024", ("month", "2024-02-01", "2024-02-29")),
        ("12/2025", ("month", "2025-12-01", "2025-12-31")),
        ("quý IV", ("quarter", "2025-10-01", "2025-12-31")),
        ("Quý 1/2026", ("quarter", "2026-01-01", "2026-03-31")),
        ("năm 2030", ("year", "2030-01-01", "2030-12-31")),
        ("6 tháng cuối năm 2026", ("period", "2026-07-01", "2026-12-31")),
        ("năm 2021 - 2025", ("period", "2021-01-01", "2025-12-31")),
        ("từ tháng 9 đến tháng 12/2025", ("period", "2025-09-01", "2025-12-31")),
        ("ngày 1-5/12/2025", ("period", "2025-12-01", "2025-12-05")),
        ("quý III và quý IV năm 2025", ("period", "2025-07-01", "2025-12-31")),
    ],
)
def test_a_stretch_has_its_first_and_last_day(words: str, facts: Facts) -> None:
    assert moments(words) == [facts]


@pytest.mark.parametrize("words", ["ngày 45/13/2025", "tháng 13/2025", "năm 9999", "", "24/7", "5G", "1/3 số hộ"])
def test_what_no_calendar_has_is_no_moment(words: str) -> None:
    assert moments(words) == []


def test_a_day_behind_the_end_of_its_month_is_the_last_one() -> None:
    assert moments("ngày 31 tháng 11 năm 2025") == [("date", "2025-11-30", "2025-11-30")]


def test_a_moment_without_a_year_needs_the_documents() -> None:
    (found,) = find_moments("tháng 9", year=None)
    assert (found.kind, found.start, found.end) == ("month", None, None)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("MỤC TIÊU ĐẾN NĂM 2030", "2030-12-31"),
        ("Giai đoạn 2026 - 2030", "2030-12-31"),
        ("Đến hết quý II/2026", "2026-06-30"),
        ("Mục tiêu chung", None),
    ],
)
def test_a_heading_hands_down_its_last_day(title: str, day: str | None) -> None:
    assert last_day(title) == day
