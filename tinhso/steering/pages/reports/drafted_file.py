"""Minh chứng của một dòng nháp: opened before the report is approved, when it is no evidence of the task yet."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from tinhso.kernel.documents.serving import file_response
from tinhso.steering.pages.reports.seen import seen_report
from tinhso.steering.reporting.actions.at_report import UNIT
from tinhso.steering.reporting.refusals import NotYourReport


@require_safe
def file(request: HttpRequest, programme: int, *, report: int, task: int) -> HttpResponseBase:
    """For whoever sees the draft. Raises NotYourReport."""
    seen = seen_report(request, programme, report)
    if not seen.part.sees_draft:
        raise NotYourReport(what="xem nháp báo cáo", whose=UNIT)
    line = seen.report.task_lines.filter(task=task).select_related("file__content").first()
    if line is None or line.file is None:
        raise Http404
    return file_response(line.file)
