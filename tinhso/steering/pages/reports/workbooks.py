"""Tải biểu: the figures of a report as a workbook to be filled in."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tinhso.steering.figures.wording import written_span
from tinhso.steering.pages.grid.sheets import template
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.reports.rows import lines_of
from tinhso.steering.pages.reports.seen import writers_report
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.models import Report
from tinhso.surfaces.web.shell.downloads import workbook_response


@require_safe
def report_template(request: HttpRequest, programme: int, report: int) -> HttpResponse:
    """The figures as they stand now. Raises NotYourReport."""
    seen = writers_report(request, programme, report, what="tải biểu của báo cáo")
    refuse_unknown(request, ("ngay",))
    title = f"{seen.unit} – {seen.round.title}, số liệu {written_span(seen.round.first_day, seen.round.last_day)}"
    lines = lines_of(draft_of(seen.report), seen.asked.account)
    return workbook_response(template(title, code_of(seen.report), lines, head="Chỉ tiêu"), f"bieu {seen.unit}")


def code_of(report: Report) -> str:
    """Tells the workbook from that of any other report."""
    return f"bao-cao-{report.pk}"
