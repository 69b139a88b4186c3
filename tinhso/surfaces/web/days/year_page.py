"""The year: what the law gives, what was decided, what is given back, and whether the year is settled."""

from calendar import Calendar as Weeks
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require, standing
from tinhso.kernel.organisations.models import DecidedDay
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.calendar.working import WEEKLY_REST, Calendar
from tinhso.lib.calendar.year import FIRST, LAST, SpecialDay, lunar, special_days

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class Row:
    """A special day with its weekday, its lunar date, and the decision to be corrected."""

    special: SpecialDay
    weekday: str
    lunar: str
    decided: int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in a month's grid; ``kind`` is off, worked, plain or beyond the month."""

    day: date
    kind: str
    why: str


@require_safe
def this_year(request: HttpRequest) -> HttpResponse:
    """The present year."""
    require(request, Verb.READ_ORGANISATIONS)
    return redirect("days:year", timezone.localdate().year)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Two queries at most, whatever was decided."""
    account = require(request, Verb.READ_ORGANISATIONS)
    if not FIRST <= year <= LAST:
        raise Http404
    calendar = office_calendar()
    keys = dict(DecidedDay.objects.filter(day__year=year).values_list("day", "pk"))
    context = {
        "year": year,
        "rows": [_row(each, keys) for each in special_days(calendar, year)],
        "months": [(month, _weeks(calendar, year, month)) for month in range(1, 13)],
        "settled": calendar.is_settled(year),
        "former": year - 1 if year > FIRST else None,
        "next": year + 1 if year < LAST else None,
        "may_keep": standing(account).may(Verb.KEEP_CALENDAR),
    }
    return render(request, "days/year.html", context)


def _row(special: SpecialDay, keys: dict[date, int]) -> Row:
    return Row(special, _WEEKDAYS[special.day.weekday()], lunar(special.day), keys.get(special.day))


def _weeks(calendar: Calendar, year: int, month: int) -> list[list[Cell]]:
    weeks = Weeks().monthdatescalendar(year, month)
    return [[_cell(calendar, day) if day.month == month else Cell(day, "beyond", "") for day in week] for week in weeks]


def _cell(calendar: Calendar, day: date) -> Cell:
    why = calendar.day_off(day)
    at_rest = day.isoweekday() in WEEKLY_REST.parameters
    if why is None:
        return Cell(day, "worked" if at_rest else "plain", "")
    return Cell(day, "rest" if day not in calendar.special_days(day.year) else "off", why)
