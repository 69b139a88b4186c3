"""Lịch: what is due in a month."""

import re
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.steering.pages.asked import Asked, NoSuchDay, asked
from tinhso.steering.pages.showing import show
from tinhso.steering.pages.task_filter import narrowed
from tinhso.steering.pages.timeline.axis import following_month
from tinhso.steering.pages.timeline.month import weeks_of

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_FIRST_YEAR = 1900


@require_safe
def due_calendar(request: HttpRequest, programme: int) -> HttpResponse:
    """The month of ``?thang=2022-07``; the filters of the list hold here too."""
    about = asked(request, programme)
    found = narrowed(request, about, "thang")
    first = _first_day(request.GET.get("thang", ""), about)
    weeks = weeks_of(first, found.tasks, asked=about, calendar=office_calendar())
    context = {
        "asked": about,
        "found": found,
        "first": first,
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": following_month(first),
        "weeks": weeks,
        "count": sum(len(day.due) for week in weeks for day in week),
    }
    return show(request, "timeline/due_calendar", context, part="timeline/_due_calendar")


def _first_day(wanted: str, about: Asked) -> date:
    """Raises NoSuchDay."""
    if not wanted:
        return min(max(about.day, about.programme.starts_on), about.programme.ends_on).replace(day=1)
    month = _MONTH.fullmatch(wanted)
    if month is None or int(month[1]) < _FIRST_YEAR:
        raise NoSuchDay(day=wanted[:40])
    return date(int(month[1]), int(month[2]), 1)
