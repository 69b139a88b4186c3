"""Nạp biểu đã điền: what is right in the workbook becomes a draft, what is wrong stays in its cell."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import write_number
from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.grid.rows import Row
from tinhso.steering.pages.grid.sheets import filled
from tinhso.steering.pages.reports.rows import lines_of
from tinhso.steering.pages.reports.saving import carry_refused, save_figures
from tinhso.steering.pages.reports.seen import Seen, seen_report, writers_report
from tinhso.steering.pages.reports.view import ReportView, view_of
from tinhso.steering.pages.reports.workbooks import code_of
from tinhso.steering.reporting.actions.write_report import writing

_WRONG = 422


@require_POST
def upload(request: HttpRequest, programme: int, report: int) -> HttpResponse:
    """Kept and told. Raises NotYourReport, and as ``writing``."""
    seen, file = writers_report(request, programme, report, what="nạp biểu"), request.FILES.get("tep")
    if file is None:
        return _refused(request, view_of(seen), "Hãy chọn tệp .xlsx.")
    try:
        rows, strange = _kept(seen, file)
    except TinhsoError as refusal:
        if refusal.status != _WRONG:
            raise
        return _refused(request, view_of(seen), refusal.sentence)
    view, count = view_of(seen_report(request, programme, report)), sum(row.saved for row in rows)
    view.strange, kept = strange, f"Đã nạp {write_number(count)} dòng từ tệp “{file.name}” vào nháp"
    if carry_refused(view, [], rows) or strange:
        return _refused(request, view, f"{kept}; những chỗ dưới đây chưa nạp")
    messages.success(request, f"{kept}." if count else f"Tệp “{file.name}” không có gì khác với nháp.")
    return redirect("reports:report", programme, report)


def _kept(seen: Seen, file: UploadedFile[bytes]) -> tuple[list[Row], list[str]]:
    """Its rows, the good ones saved, and sentences on lines that are none of the report's."""
    sheets, name = read_workbook(file.read(), file.name or "tệp"), file.name or "tệp"
    with writing(seen.report, Hand(seen.asked.account)) as held:
        rows, strange = filled(sheets, code_of(seen.report), lines_of(held.draft, seen.asked.account), name=name)
        save_figures(held, rows)
    return rows, strange


def _refused(request: HttpRequest, view: ReportView, sentence: str) -> HttpResponse:
    view.refused = sentence
    context = {"asked": view.seen.asked, "seen": view.seen, "view": view}
    return render(request, "reports/report.html", context, status=_WRONG)
