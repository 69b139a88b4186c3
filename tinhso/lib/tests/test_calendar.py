"""Holidays, swap days and working days as the offices of 2021–2026 had them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhso.lib.calendar.holidays import HOLIDAYS, holidays_of, tet
from tinhso.lib.calendar.remaining import last_day_in_time, time_left
from tinhso.lib.calendar.working import Calendar, DayDecision

PLAIN = Calendar()
DAYS = st.dates(min_value=date(2014, 1, 1), max_value=date(2040, 12, 31))


def days_off(calendar: Calendar, first: date, last: date) -> set[date]:
    """Weekdays between two days on which nobody works."""
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return {day for day in days if day.isoweekday() <= 5 and not calendar.is_working_day(day)}


@pytest.mark.parametrize(
    ("year", "day"),
    [(2022, "2022-02-01"), (2023, "2023-01-22"), (2024, "2024-02-10"), (2025, "2025-01-29"), (2026, "2026-02-17")],
)
def test_tet_is_computed_by_the_moon_over_vietnam(year: int, day: str) -> None:
    assert tet(year) == date.fromisoformat(day)


def test_tet_of_1985_differs_from_the_chinese_new_year() -> None:
    assert tet(1985) == date(1985, 1, 21)


def test_tet_2022_gives_the_last_day_of_the_old_year_and_four_of_the_new() -> None:
    assert days_off(PLAIN, date(2022, 1, 24), date(2022, 2, 11)) == {
        date(2022, 1, 31), date(2022, 2, 1), date(2022, 2, 2), date(2022, 2, 3), date(2022, 2, 4),
    }  # fmt: skip


def test_holidays_on_a_weekend_are_given_back_one_after_the_other() -> None:
    free = days_off(PLAIN, date(2022, 4, 25), date(2022, 5, 6))
    assert free == {date(2022, 5, 2), date(2022, 5, 3)}
    assert PLAIN.day_off(date(2022, 5, 3)) == "Ngày Quốc tế lao động (nghỉ bù)"


def test_hung_kings_day_of_2022_fell_on_a_sunday_and_monday_was_free() -> None:
    assert not PLAIN.is_working_day(date(2022, 4, 11))


def test_a_decided_tet_replaces_the_usual_choice() -> None:
    decided = tuple(DayDecision(date(2024, 2, day), "off", "tet", "Tết Âm lịch", "") for day in (8, 9, 10, 11, 12))
    free = days_off(Calendar(decided), date(2024, 2, 5), date(2024, 2, 16))
    assert free == {date(2024, 2, day) for day in (8, 9, 12, 13, 14)}
    assert Calendar(decided).is_settled(2024)
    assert not PLAIN.is_settled(2024)


def test_a_swapped_friday_is_free_and_its_saturday_is_worked() -> None:
    calendar = Calendar(
        (
            DayDecision(date(2026, 1, 2), "off", "swap", "Hoán đổi", "12729/VPCP-KGVX"),
            DayDecision(date(2026, 1, 10), "worked", "swap", "Làm bù", "12729/VPCP-KGVX"),
        )
    )
    assert not calendar.is_working_day(date(2026, 1, 2))
    assert calendar.is_working_day(date(2026, 1, 10))
    assert calendar.add_working_days(date(2025, 12, 31), 1) == date(2026, 1, 5)


def test_national_day_was_one_day_under_the_code_of_2012_and_two_under_that_of_2019() -> None:
    assert [day.day.year for day in holidays_of(2020) if day.rule.name == "Quốc khánh"] == [2020]
    assert [day.day for day in holidays_of(2022) if day.rule.name == "Quốc khánh"] == [
        date(2022, 9, 1),
        date(2022, 9, 2),
    ]


def test_vietnam_culture_day_is_free_from_2026() -> None:
    assert PLAIN.is_working_day(date(2025, 11, 24))
    assert PLAIN.day_off(date(2026, 11, 24)) == "Ngày Văn hóa Việt Nam"


def test_a_mistyped_year_has_a_calendar_without_the_days_of_the_moon() -> None:
    assert not PLAIN.is_working_day(date(2222, 9, 2))
    assert PLAIN.add_working_days(date(2222, 1, 1), 1) == date(2222, 1, 2)


def test_every_holiday_names_its_law_and_its_days_of_effect() -> None:
    assert all(rule.legal_basis and rule.effective_from for rule in HOLIDAYS)


def test_the_tenth_of_may_2022_is_four_working_days_after_the_long_weekend() -> None:
    assert time_left(PLAIN, today=date(2022, 4, 29), last_day=date(2022, 5, 9)) == "còn 4 ngày làm việc"


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2022, 6, 19), "hạn hôm nay"),
        (date(2022, 7, 1), "quá hạn 12 ngày"),
        (date(2022, 6, 17), "còn 0 ngày làm việc"),
    ],
)
def test_time_left_is_told_in_the_words_of_officials(today: date, words: str) -> None:
    assert time_left(PLAIN, today=today, last_day=date(2022, 6, 19)) == words


def test_whether_the_twentieth_itself_is_in_time_is_the_programmes_choice() -> None:
    twentieth = date(2022, 6, 20)
    assert last_day_in_time(twentieth, before=True, due_day_counts=False) == date(2022, 6, 19)
    assert last_day_in_time(twentieth, before=True, due_day_counts=True) == twentieth
    assert last_day_in_time(twentieth, before=False, due_day_counts=False) == twentieth


@given(DAYS, st.integers(1, 60))
def test_adding_working_days_and_counting_them_agree(day: date, count: int) -> None:
    assert PLAIN.working_days(day, PLAIN.add_working_days(day, count)) == count


@given(DAYS, st.integers(1, 60))
def test_going_back_as_many_working_days_never_passes_the_start(day: date, count: int) -> None:
    start = PLAIN.working_day_on_or_after(day)
    assert PLAIN.add_working_days(PLAIN.add_working_days(start, count), -count) == start
