"""When a thing is told: in working days of the office, and of what was missed only the latest."""

from datetime import date, timedelta

import pytest

from tinhso.lib.calendar.working import Calendar, DayDecision
from tinhso.steering.following.reminding.moments import USUAL, Plan, latest, moments

PLAIN = Calendar()


def days(due_on: date, plan: Plan = USUAL, calendar: Calendar = PLAIN) -> dict[str, date]:
    return {moment.code: moment.day for moment in moments(plan, due_on, calendar)}


def code(due_on: date, today: date, plan: Plan = USUAL) -> str | None:
    found = latest(plan, due_on, today=today, calendar=PLAIN)
    return found.code if found else None


def test_before_on_and_after_the_day_then_weekly() -> None:
    told = days(date(2022, 6, 20))
    assert [told[name] for name in ("b7", "b3", "b1", "d", "a1", "a5", "w1")] == [
        date(2022, 6, 9),
        date(2022, 6, 15),
        date(2022, 6, 17),
        date(2022, 6, 20),
        date(2022, 6, 21),
        date(2022, 6, 27),
        date(2022, 7, 4),
    ]
    assert len(told) == 4 + 2 + 8


def test_holidays_are_no_working_days_and_a_worked_saturday_is_one() -> None:
    assert days(date(2022, 9, 5))["b1"] == date(2022, 8, 31)
    swap = Calendar((DayDecision(date(2022, 6, 18), "worked", "swap", "Làm bù"),))
    assert days(date(2022, 6, 20), calendar=swap)["b1"] == date(2022, 6, 18)


def test_on_a_due_day_that_is_off_nothing_is_told() -> None:
    told = days(date(2022, 7, 31))
    assert "d" not in told
    assert (told["b1"], told["a1"]) == (date(2022, 7, 29), date(2022, 8, 1))


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2022, 6, 8), None),
        (date(2022, 6, 9), "b7"),
        (date(2022, 6, 14), "b7"),
        (date(2022, 6, 19), "b1"),
        (date(2022, 6, 20), "d"),
        (date(2022, 6, 21), "a1"),
        (date(2022, 8, 22), "w8"),
        (date(2022, 9, 30), None),
    ],
)
def test_only_the_latest_moment_counts_and_none_that_is_long_past(today: date, told: str | None) -> None:
    assert code(date(2022, 6, 20), today) == told


def test_the_head_is_told_from_the_day_that_the_rule_names() -> None:
    late = moments(Plan(after=(1, 5), weeks=1, head_after=5), date(2022, 6, 20), PLAIN)
    assert [(each.code, each.for_head) for each in late if each.day > date(2022, 6, 20)] == [
        ("a1", False),
        ("a5", True),
        ("w1", True),
    ]


def test_every_moment_of_a_rule_is_a_working_day() -> None:
    for number in range(400):
        due_on = date(2022, 1, 1) + timedelta(days=number)
        assert all(PLAIN.is_working_day(each) for each in days(due_on).values())
