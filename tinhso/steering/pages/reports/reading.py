"""Báo cáo của đơn vị: the report as it stands; for who writes it, the form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.reports.seen import seen_report
from tinhso.steering.pages.reports.view import view_of


@require_safe
def report(request: HttpRequest, programme: int, report: int) -> HttpResponse:
    """To whom writes it the form, to everybody else what is said so far or was sent."""
    seen = seen_report(request, programme, report)
    refuse_unknown(request, ("ngay",))
    return render(request, "reports/report.html", {"asked": seen.asked, "seen": seen, "view": view_of(seen)})
