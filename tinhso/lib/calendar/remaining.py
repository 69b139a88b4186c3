"""How much time is left, in the words officials use."""

from datetime import date

from tinhso.lib.calendar.working import Calendar
from tinhso.lib.numbers import write_number


def time_left(calendar: Calendar, *, today: date, last_day: date) -> str:
    """Says "còn 3 ngày làm việc", "hạn hôm nay" or, in calendar days, "quá hạn 12 ngày"."""
    if today > last_day:
        return f"quá hạn {write_number((today - last_day).days)} ngày"
    if today == last_day:
        return "hạn hôm nay"
    return f"còn {write_number(calendar.working_days(today, last_day))} ngày làm việc"


def last_day_in_time(due: date, *, before: bool, due_day_counts: bool) -> date:
    """The last day in time of "trước ngày D" (``before``): D itself where the programme lets the day count, else D-1.

    Without ``before`` the day named is the last one.
    """
    if before and not due_day_counts:
        return date.fromordinal(due.toordinal() - 1)
    return due
