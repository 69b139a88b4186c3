"""Public holidays by law: Bộ luật Lao động 2012 Điều 115, 2019 Điều 112, and the day added in 2026.

The law leaves two choices to each year's decision: which five days make Tết, and which neighbour of 2 September is
free. Without a decision the usual choice is assumed; ``decided`` days of that occasion replace it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from lunar_vn import SUPPORTED_YEAR_RANGE, LunarDate, lunar_to_solar

from tinhso.lib.calendar.rules import Rule

Occasion = Literal["new_year", "tet", "hung_kings", "victory", "labour", "national_day", "culture"]

_CODE_2012 = "Bộ luật Lao động số 10/2012/QH13, Điều 115"
_CODE_2019 = "Bộ luật Lao động số 45/2019/QH14, Điều 112"
_FROM_2013, _FROM_2021 = date(2013, 5, 1), date(2021, 1, 1)


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A holiday of each year: a solar or lunar date and how many days it gives."""

    occasion: Occasion
    month: int
    day: int
    lunar: bool = False
    days: int = 1


@dataclass(frozen=True, slots=True)
class Holiday:
    """One free day by law and the rule that gives it."""

    day: date
    rule: Rule[YearlyDay]


_ALIKE = (
    ("Tết Dương lịch", YearlyDay("new_year", 1, 1)),
    ("Tết Âm lịch", YearlyDay("tet", 1, 1, lunar=True, days=5)),
    ("Ngày Giỗ Tổ Hùng Vương", YearlyDay("hung_kings", 3, 10, lunar=True)),
    ("Ngày Chiến thắng", YearlyDay("victory", 4, 30)),
    ("Ngày Quốc tế lao động", YearlyDay("labour", 5, 1)),
)

#: Every holiday rule since 1 May 2013 with its dates of effect.
HOLIDAYS: tuple[Rule[YearlyDay], ...] = (
    *(Rule(name, f"{_CODE_2012} khoản 1", _FROM_2013, _FROM_2021, yearly) for name, yearly in _ALIKE),
    *(Rule(name, f"{_CODE_2019} khoản 1", _FROM_2021, None, yearly) for name, yearly in _ALIKE),
    Rule("Quốc khánh", f"{_CODE_2012} khoản 1", _FROM_2013, _FROM_2021, YearlyDay("national_day", 9, 2)),
    Rule("Quốc khánh", f"{_CODE_2019} khoản 1", _FROM_2021, None, YearlyDay("national_day", 9, 2, days=2)),
    # First kept on 24/11/2026; the resolution's own day of effect is not known to us.
    Rule("Ngày Văn hóa Việt Nam", "Nghị quyết số 28/2026/QH16", date(2026, 1, 1), None, YearlyDay("culture", 11, 24)),
)


def holidays_of(year: int) -> list[Holiday]:
    """The days that the law gives in a year, without days in lieu, in order of date."""
    found = [
        Holiday(day, rule)
        for rule in HOLIDAYS
        if _is_computable(rule.parameters, year) and rule.holds_on(_anchor(rule.parameters, year))
        for day in _days(rule.parameters, year)
    ]
    return sorted(found, key=lambda holiday: holiday.day)


def tet(year: int) -> date:
    """The first day of the lunar year that begins in this solar year."""
    return lunar_to_solar(LunarDate(day=1, month=1, year=year, leap=False))


def _is_computable(yearly: YearlyDay, year: int) -> bool:
    """The moon's days are computed for 1900–2099; a mistyped year 2222 must not stop a programme."""
    first, last = SUPPORTED_YEAR_RANGE
    return not yearly.lunar or first <= year < last


def _days(yearly: YearlyDay, year: int) -> Iterator[date]:
    anchor = _anchor(yearly, year)
    first = anchor - timedelta(days=1 if _begins_the_day_before(yearly, anchor) else 0)
    return (first + timedelta(days=count) for count in range(yearly.days))


def _anchor(yearly: YearlyDay, year: int) -> date:
    if yearly.lunar:
        return lunar_to_solar(LunarDate(day=yearly.day, month=yearly.month, year=year, leap=False))
    return date(year, yearly.month, yearly.day)


def _begins_the_day_before(yearly: YearlyDay, anchor: date) -> bool:
    """The usual choice: the last day of the old year at Tết; at 2 September the neighbour on the weekend's side."""
    if yearly.occasion == "tet":
        return True
    after_is_nearer = anchor.isoweekday() in (1, 4)
    return yearly.occasion == "national_day" and yearly.days > 1 and not after_is_nearer
