"""Reporting windows of Nghị định 09/2019/NĐ-CP, calendar periods and due days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhso.lib.calendar.due import TO_GOVERNMENT, DueDay, due_day, leaves_time_to_write
from tinhso.lib.calendar.periods import ADMINISTRATIVE, CALENDAR, PeriodKind, period, period_containing, periods_of
from tinhso.lib.calendar.working import Calendar


@pytest.mark.parametrize(
    ("kind", "number", "first", "last"),
    [
        (PeriodKind.MONTH, 1, "2021-12-15", "2022-01-14"),
        (PeriodKind.QUARTER, 2, "2022-03-15", "2022-06-14"),
        (PeriodKind.HALF_YEAR, 1, "2021-12-15", "2022-06-14"),
        (PeriodKind.HALF_YEAR, 2, "2022-06-15", "2022-12-14"),
        (PeriodKind.NINE_MONTHS, 1, "2021-12-15", "2022-09-14"),
        (PeriodKind.YEAR, 1, "2021-12-15", "2022-12-14"),
    ],
)
def test_data_of_a_report_run_from_the_fifteenth_to_the_fourteenth(
    kind: PeriodKind, number: int, first: str, last: str
) -> None:
    found = period(kind, 2022, number)
    assert (found.first_day.isoformat(), found.last_day.isoformat()) == (first, last)


def test_calendar_periods_end_on_the_last_day_of_the_month() -> None:
    february = period(PeriodKind.MONTH, 2024, 2, windows=CALENDAR)
    assert (february.first_day, february.last_day) == (date(2024, 2, 1), date(2024, 2, 29))


def test_the_fifteenth_of_december_belongs_to_the_next_year() -> None:
    found = period_containing(PeriodKind.YEAR, date(2022, 12, 15))
    assert found is not None
    assert found.label == "Năm 2023"


def test_periods_are_called_as_officials_call_them() -> None:
    assert [found.label for found in periods_of(PeriodKind.QUARTER, 2022)][1] == "Quý II năm 2022"
    assert period(PeriodKind.HALF_YEAR, 2022, 2).label == "6 tháng cuối năm 2022"


def test_a_year_has_no_fifth_quarter() -> None:
    with pytest.raises(ValueError, match="quarter 5"):
        period(PeriodKind.QUARTER, 2022, 5)


@pytest.mark.parametrize("windows", [ADMINISTRATIVE, CALENDAR])
@pytest.mark.parametrize("kind", [PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR])
@given(year=st.integers(2019, 2060))
def test_periods_follow_each_other_without_a_gap(kind: PeriodKind, windows: object, year: int) -> None:
    chosen = CALENDAR if windows is CALENDAR else ADMINISTRATIVE
    row = [*periods_of(kind, year, windows=chosen), period(kind, year + 1, windows=chosen)]
    assert all(one.last_day + timedelta(days=1) == two.first_day for one, two in pairwise(row))


def test_units_send_before_the_twentieth_and_the_department_before_the_twenty_fifth() -> None:
    second = period(PeriodKind.QUARTER, 2022, 2)
    assert due_day(DueDay("unit", 20, before=True), second) == date(2022, 6, 20)
    assert due_day(DueDay("department", 25, before=True), second) == date(2022, 6, 25)
    assert TO_GOVERNMENT.parameters.day == 25


def test_a_working_day_must_lie_between_cut_off_and_due_day() -> None:
    second = period(PeriodKind.QUARTER, 2022, 2)
    assert leaves_time_to_write(Calendar(), DueDay("unit", 20, before=True), second)
    assert not leaves_time_to_write(Calendar(), DueDay("unit", 16, before=True), second)
