"""Lịch làm việc: a year as the office works it; days decided, swapped, corrected, taken back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.deciding import Decided, correct, decide, swapped, take_back, version_of
from tinhso.kernel.organisations.models import DecidedDay
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.calendar.year import FIRST, LAST, special_days
from tinhso.surfaces.api.calendar_shapes import (
    DayDecided,
    DaysDecided,
    DaySent,
    DaysSent,
    SwapSent,
    YearShown,
    decided,
    special,
)
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version

router = Router()
_DAY = "/calendar/days/{int:decided}"


@router.get("/calendar/{int:year}", response=YearShown, url_name="calendar", summary="Lịch làm việc của một năm")
def get_year(request: HttpRequest, year: int) -> YearShown:
    """Holidays by law, days decided, days in lieu, weekend days that are worked; every other day is as its weekday."""
    require(request, Verb.READ_ORGANISATIONS)
    if not FIRST <= year <= LAST:
        raise Http404
    calendar = office_calendar()
    rows = {row.day: row for row in DecidedDay.objects.filter(day__year=year)}
    days = [special(each, rows.get(each.day)) for each in special_days(calendar, year)]
    return YearShown(year=year, settled=calendar.is_settled(year), days=days)


@router.post("/calendar/days", response={201: DaysDecided}, url_name="decide_days", summary="Ghi ngày nghỉ, ngày làm")
def send_days(request: HttpRequest, sent: DaysSent) -> Status[DaysDecided]:
    """One day, or several that follow one another, off or worked by decision; what stands already so stays."""
    require(request, Verb.KEEP_CALENDAR)
    first = Decided(day=sent.first, **sent.dict(exclude={"first", "last"}))
    return _entered(first.until(sent.last or sent.first))


@router.post("/calendar/swaps", response={201: DaysDecided}, url_name="swap_days", summary="Ghi hoán đổi ngày làm việc")
def send_swap(request: HttpRequest, sent: SwapSent) -> Status[DaysDecided]:
    """A working day becomes free, a day off is worked instead: both or neither."""
    require(request, Verb.KEEP_CALENDAR)
    return _entered(swapped(**sent.dict()))


@router.put(_DAY, response=DayDecided, url_name="correct_day", summary="Sửa ngày đã ghi", openapi_extra=IF_MATCH)
def put_day(request: HttpRequest, decided: int, *, response: HttpResponse, sent: DaySent) -> DayDecided:
    """Other content, perhaps another day; `version` of the day makes the If-Match, `"1"`."""
    require(request, Verb.KEEP_CALENDAR)
    row = get_object_or_404(DecidedDay, pk=decided)
    correct(row, Decided(**sent.dict()), version=wanted_version(request))
    row.refresh_from_db()
    return _shown(response, row)


@router.post(
    f"{_DAY}/withdrawal",
    response=DayDecided,
    url_name="take_back_decided_day",
    summary="Thu lại ngày đã ghi",
    openapi_extra=IF_MATCH,
)
def send_withdrawal(request: HttpRequest, decided: int, *, response: HttpResponse) -> DayDecided:
    """The law's own rules hold again for the day; the answer is what was decided."""
    require(request, Verb.KEEP_CALENDAR)
    row = get_object_or_404(DecidedDay, pk=decided)
    take_back(row, version=wanted_version(request))
    return _shown(response, row)


def _entered(days: list[Decided]) -> Status[DaysDecided]:
    decide(days)
    rows = DecidedDay.objects.filter(day__in=[each.day for each in days])
    return Status(201, DaysDecided(days=[decided(row) for row in rows]))


def _shown(response: HttpResponse, row: DecidedDay) -> DayDecided:
    show_version(response, version_of(row))
    return decided(row)
