"""Working days: the week of five days, holidays by law, days in lieu, and what the authorities decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from tinhso.lib.calendar.holidays import Occasion, holidays_of
from tinhso.lib.calendar.rules import Rule

ONE_DAY = timedelta(days=1)

#: Offices work Monday to Friday; the parameters are ISO weekdays that are free.
WEEKLY_REST = Rule(
    "Nghỉ hằng tuần của cơ quan hành chính", "Quyết định số 188/1999/QĐ-TTg", date(1999, 10, 2), None, frozenset({6, 7})
)
#: A holiday on a weekly rest day is given back on the next working day.
IN_LIEU = Rule(
    "Nghỉ bù khi ngày lễ trùng ngày nghỉ hằng tuần",
    "Bộ luật Lao động số 45/2019/QH14, Điều 111 khoản 3 (trước 2021: số 10/2012/QH13, Điều 115 khoản 3)",
    date(2013, 5, 1),
    None,
    "next working day",
)
#: A period that ends on a day off ends with the next working day.
ENDS_ON_WORKING_DAY = Rule(
    "Thời hạn kết thúc vào ngày nghỉ",
    "Bộ luật Dân sự số 91/2015/QH13, Điều 148 khoản 5",
    date(2017, 1, 1),
    None,
    "next working day",
)


DecisionOccasion = Occasion | Literal["swap", "other"]


@dataclass(frozen=True, slots=True)
class DayDecision:
    """A day made free or worked by decision. ``occasion`` "tet" or "national_day" states the year's choice of the
    days that the law leaves open; "swap" is a day exchanged for another."""

    day: date
    effect: Literal["off", "worked"]
    occasion: DecisionOccasion
    reason: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The law's rules with the decisions known. A value: two calendars with the same decisions are the same."""

    decisions: tuple[DayDecision, ...] = ()

    def day_off(self, day: date) -> str | None:
        """Why nobody works that day ("Quốc khánh", "Nghỉ hằng tuần"), None on a working day."""
        special = _special_days(self.decisions, day.year)
        if day in special:
            return special[day]
        return "Nghỉ hằng tuần" if day.isoweekday() in WEEKLY_REST.parameters else None

    def is_working_day(self, day: date) -> bool:
        """Whether offices work that day."""
        return self.day_off(day) is None

    def working_day_on_or_after(self, day: date) -> date:
        """The day itself or the next one on which offices work (Điều 148 Bộ luật Dân sự)."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day`` (before it when negative); the day itself is not counted."""
        step = ONE_DAY if count >= 0 else -ONE_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_working_day(day):
                day += step
        return day

    def working_days(self, after: date, until: date) -> int:
        """How many working days lie after the first day up to and with the second; 0 when there are none."""
        return sum(self.is_working_day(after + ONE_DAY * count) for count in range(1, (until - after).days + 1))

    def special_days(self, year: int) -> Mapping[date, str | None]:
        """Days of the year that differ from the plain week: why they are free, None where a weekend day is worked."""
        return _special_days(self.decisions, year)

    def is_settled(self, year: int) -> bool:
        """Whether the year's choice of Tết days is known by decision, not assumed."""
        return any(decision.day.year == year and decision.occasion == "tet" for decision in self.decisions)


@lru_cache(maxsize=512)
def _special_days(decisions: tuple[DayDecision, ...], year: int) -> Mapping[date, str | None]:
    """Days that differ from the plain week: why they are free, or None where a weekend day is worked."""
    mine = [decision for decision in decisions if decision.day.year == year]
    chosen = {decision.occasion for decision in mine if decision.effect == "off"}
    special: dict[date, str | None] = {
        holiday.day: holiday.rule.name
        for holiday in holidays_of(year)
        if holiday.rule.parameters.occasion not in chosen
    }
    special |= {decision.day: decision.reason for decision in mine if decision.effect == "off"}
    special |= _in_lieu(special)
    return special | {decision.day: None for decision in mine if decision.effect == "worked"}


def _in_lieu(holidays: Mapping[date, str | None]) -> dict[date, str | None]:
    given: dict[date, str | None] = {}
    for day in sorted(holidays):
        if day.isoweekday() not in WEEKLY_REST.parameters:
            continue
        back = day + ONE_DAY
        while back.isoweekday() in WEEKLY_REST.parameters or back in holidays or back in given:
            back += ONE_DAY
        given[back] = f"{holidays[day]} (nghỉ bù)"
    return given
