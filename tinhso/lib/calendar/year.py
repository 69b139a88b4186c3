"""The days of a year that differ from the plain week, each with why and on what legal ground."""

from dataclasses import dataclass
from datetime import date

from lunar_vn import SUPPORTED_YEAR_RANGE, solar_to_lunar

from tinhso.lib.calendar.holidays import holidays_of
from tinhso.lib.calendar.working import IN_LIEU, WEEKLY_REST, Calendar

#: The years that are told.
FIRST, LAST = 2013, 2090


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day off (or worked, ``is_off`` False) out of the ordinary; ``decided`` when people decided it, not the law."""

    day: date
    is_off: bool
    why: str
    basis: str
    decided: bool

    @property
    def is_weekly_rest(self) -> bool:
        """Whether nobody would have worked that day anyway."""
        return self.day.isoweekday() in WEEKLY_REST.parameters


def special_days(calendar: Calendar, year: int) -> list[SpecialDay]:
    """In order of date: holidays by law, days decided, days in lieu, weekend days that are worked."""
    decided = {decision.day: decision for decision in calendar.decisions}
    by_law = {holiday.day: holiday.rule for holiday in holidays_of(year)}
    days = []
    for day, why in calendar.special_days(year).items():
        decision, rule = decided.get(day), by_law.get(day)
        if decision is not None:
            days.append(SpecialDay(day, why is not None, decision.reason, decision.decision, decided=True))
        elif rule is not None and why == rule.name:
            days.append(SpecialDay(day, is_off=True, why=why, basis=rule.legal_basis, decided=False))
        else:
            days.append(SpecialDay(day, is_off=True, why=why or "", basis=IN_LIEU.legal_basis, decided=False))
    return sorted(days, key=lambda each: each.day)


def lunar(day: date) -> str:
    """ "01/01 âm lịch"; nothing where the moon is not computed."""
    first, last = SUPPORTED_YEAR_RANGE
    if not first <= day.year < last:
        return ""
    found = solar_to_lunar(day)
    return f"{found.day:02d}/{found.month:02d}{' nhuận' if found.leap else ''} âm lịch"
