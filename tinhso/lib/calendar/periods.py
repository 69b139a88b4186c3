"""Reporting periods: the windows of Nghị định 09/2019/NĐ-CP Điều 12 (15th to 14th) and plain calendar periods."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tinhso.lib.calendar.rules import Rule


class PeriodKind(StrEnum):
    """How often a report is made."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Window:
    """Which months a period covers and on which day of a month its data are cut off (None: on the last day)."""

    kind: PeriodKind
    months: int
    cut_off_day: int | None


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period with the first and the last day of its data and the month in which it ends."""

    kind: PeriodKind
    year: int
    number: int
    first_day: date
    last_day: date
    last_month: int

    @property
    def label(self) -> str:
        """Such as "Quý II năm 2022", "Năm 2022"."""
        if self.kind is PeriodKind.YEAR:
            return f"Năm {self.year}"
        return f"{_label(self.kind, self.number)} năm {self.year}"


MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}
_DECREE = "Nghị định số 09/2019/NĐ-CP, Điều 12"
_BASES = {
    PeriodKind.MONTH: f"{_DECREE} khoản 1",
    PeriodKind.QUARTER: f"{_DECREE} khoản 2",
    PeriodKind.HALF_YEAR: f"{_DECREE} khoản 3",
    PeriodKind.NINE_MONTHS: f"Quy định của địa phương, cùng cách tính với {_DECREE}",
    PeriodKind.YEAR: f"{_DECREE} khoản 4",
}
Windows = dict[PeriodKind, Rule[Window]]

#: Data run from the 15th to the 14th. The nine months are not in the decree: provinces added them.
ADMINISTRATIVE: Windows = {
    kind: Rule(
        "Thời gian chốt số liệu báo cáo định kỳ", _BASES[kind], date(2019, 3, 12), None, Window(kind, months, 14)
    )
    for kind, months in MONTHS.items()
}
#: Plain calendar periods, as statistics use them.
CALENDAR: Windows = {
    kind: Rule("Kỳ theo năm dương lịch", "Lịch dương", date(1900, 1, 1), None, Window(kind, months, None))
    for kind, months in MONTHS.items()
}


def period(kind: PeriodKind, year: int, number: int = 1, *, windows: Windows = ADMINISTRATIVE) -> Period:
    """The period by its number in the year (quarter 2 of 2022: 15/3 to 14/6); ValueError when the year has none."""
    window = windows[kind].parameters
    if not 1 <= number <= count_in_year(kind):
        raise ValueError(f"{kind} {number} is not a period of a year")
    first_month, last_month = (number - 1) * window.months + 1, number * window.months
    begins = date(year, first_month, 1)
    ends = (date(year, last_month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    if window.cut_off_day is not None:
        begins = (begins - timedelta(days=1)).replace(day=window.cut_off_day + 1)
        ends = ends.replace(day=window.cut_off_day)
    return Period(kind, year, number, begins, ends, last_month)


def periods_of(kind: PeriodKind, year: int, *, windows: Windows = ADMINISTRATIVE) -> list[Period]:
    """All periods of a kind in a year, in order."""
    return [period(kind, year, number, windows=windows) for number in range(1, count_in_year(kind) + 1)]


def period_containing(kind: PeriodKind, day: date, *, windows: Windows = ADMINISTRATIVE) -> Period | None:
    """The period whose data a day belongs to; None for a day after the cut-off of the nine months."""
    nearby = (candidate for year in (day.year, day.year + 1) for candidate in periods_of(kind, year, windows=windows))
    return next((found for found in nearby if found.first_day <= day <= found.last_day), None)


def count_in_year(kind: PeriodKind) -> int:
    """How many periods of a kind a year has."""
    return 12 // MONTHS[kind]


_ROMAN = ("", "I", "II", "III", "IV")


def _label(kind: PeriodKind, number: int) -> str:
    if kind is PeriodKind.MONTH:
        return f"Tháng {number}"
    if kind is PeriodKind.QUARTER:
        return f"Quý {_ROMAN[number]}"
    if kind is PeriodKind.HALF_YEAR:
        return "6 tháng đầu" if number == 1 else "6 tháng cuối"
    return "9 tháng đầu"
