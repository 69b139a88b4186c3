"""The report of one unit as the department in charge sees it: how it stands, what was done, what may be done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.steering.following.naming import names_of_time
from tinhso.steering.pages.rounds.desk import Desk, desk_of
from tinhso.steering.pages.rounds.judging import offered, report_of
from tinhso.steering.pages.rounds.narrowing import TONES
from tinhso.steering.reporting.board import place_of
from tinhso.steering.reporting.models import Report, ReportDeed
from tinhso.steering.reporting.rights import part_in_report


@require_safe
def report(request: HttpRequest, programme: int, *, round_: int, report: int) -> HttpResponse:
    """State, days, history; what went on inside the unit only for those who write, head or take the report."""
    desk = desk_of(request, programme, round_)
    found = report_of(desk, report)
    context = {
        "asked": desk.asked,
        "desk": desk,
        "place": place_of(found, desk.day),
        "tones": TONES,
        "judgements": offered(desk, found),
        "lines": _history(desk, found),
    }
    return render(request, "rounds/report.html", context)


def _history(desk: Desk, found: Report) -> list[tuple[ReportDeed, str]]:
    """Each deed with its unit's name of that day, the newest first; two queries."""
    deeds = ReportDeed.objects.filter(report=found).select_related("account", "in_name_of", "submission")
    if not part_in_report(found, desk.asked.account, desk.asked.today).sees_draft:
        deeds = deeds.exclude(kind__in=ReportDeed.INSIDE)
    lines = list(deeds.order_by("-recorded_at", "-pk"))
    names = names_of_time((deed.unit_id, deed.day) for deed in lines)
    return [(deed, names.get((deed.unit_id or 0, deed.day), "")) for deed in lines]
