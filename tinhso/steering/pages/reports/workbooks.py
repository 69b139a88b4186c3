"""Tải biểu, nạp biểu: the figures of a report as a workbook to be filled in, and what comes back kept as a draft."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tinhso.kernel.accounts.models import Account
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import write_number
from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.figures.wording import written_span
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.grid.lines import Line
from tinhso.steering.pages.grid.rows import Row
from tinhso.steering.pages.grid.sheets import filled, template
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.reports.rows import figure_lines
from tinhso.steering.pages.reports.saving import carry_refused, save_figures
from tinhso.steering.pages.reports.seen import Seen, seen_report
from tinhso.steering.pages.reports.view import ReportView, view_of
from tinhso.steering.reporting.actions.at_report import UNIT
from tinhso.steering.reporting.actions.write_report import writing
from tinhso.steering.reporting.checking import checked
from tinhso.steering.reporting.drafting import Draft, draft_of
from tinhso.steering.reporting.models import Report
from tinhso.steering.reporting.refusals import NotYourReport
from tinhso.surfaces.web.shell.downloads import workbook_response

_WRONG = 422


@require_safe
def report_template(request: HttpRequest, programme: int, report: int) -> HttpResponse:
    """The figures of the report as a workbook, as they stand now. Raises NotYourReport."""
    seen = _seen(request, programme, report, what="tải biểu của báo cáo")
    refuse_unknown(request, ("ngay",))
    title = f"{seen.unit} – {seen.round.title}, số liệu {written_span(seen.round.first_day, seen.round.last_day)}"
    lines = _lines(draft_of(seen.report), seen.asked.account)
    return workbook_response(template(title, _code(seen.report), lines, head="Chỉ tiêu"), f"bieu {seen.unit}")


@require_POST
def upload(request: HttpRequest, programme: int, report: int) -> HttpResponse:
    """What the file says is kept as a draft; what of it is wrong is told at its cell and stays there to be mended.

    Raises NotYourReport, and as ``writing``.
    """
    seen, file = _seen(request, programme, report, what="nạp biểu"), request.FILES.get("tep")
    if file is None:
        return _refused(request, view_of(seen), "Hãy chọn tệp .xlsx.")
    try:
        rows, strange = _kept(seen, file)
    except TinhsoError as refusal:
        if refusal.status != _WRONG:
            raise
        return _refused(request, view_of(seen), refusal.sentence)
    view = view_of(seen_report(request, programme, report))
    view.strange, kept = strange, f"{write_number(sum(row.saved for row in rows))} dòng từ tệp “{file.name}” vào nháp"
    if carry_refused(view, [], rows) or strange:
        return _refused(request, view, f"Đã nạp {kept}; những chỗ dưới đây chưa nạp")
    told = f"Đã nạp {kept}." if any(row.saved for row in rows) else f"Tệp “{file.name}” không có gì khác với nháp."
    messages.success(request, told)
    return redirect("reports:report", programme, report)


def _seen(request: HttpRequest, programme: int, report: int, *, what: str) -> Seen:
    """As who writes it sees it. Raises NotYourReport."""
    seen = seen_report(request, programme, report)
    if not seen.part.writes.through:
        raise NotYourReport(what=what, whose=UNIT)
    return seen


def _kept(seen: Seen, file: UploadedFile[bytes]) -> tuple[list[Row], list[str]]:
    """Its rows, the good ones saved, and sentences on lines that are none of the report's. Raises OtherTemplate, what
    refuses a workbook, and as ``writing``."""
    name = file.name or "tệp"
    sheets = read_workbook(file.read(), name)
    with writing(seen.report, Hand(seen.asked.account)) as held:
        lines = _lines(held.draft, seen.asked.account)
        rows, strange = filled(sheets, _code(seen.report), lines, name=name)
        save_figures(held, rows)
    return rows, strange


def _lines(draft: Draft, by: Account) -> list[Line]:
    return figure_lines(draft, checked(draft), by=by)


def _code(report: Report) -> str:
    return f"bao-cao-{report.pk}"


def _refused(request: HttpRequest, view: ReportView, sentence: str) -> HttpResponse:
    view.refused = sentence
    context = {"asked": view.seen.asked, "seen": view.seen, "view": view}
    return render(request, "reports/report.html", context, status=_WRONG)
