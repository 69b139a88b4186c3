"""Ghi báo cáo: what was typed is kept line by line; a line that is refused stays as it was typed, with the reason."""

from collections.abc import Set
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.grid import columns
from tinhso.steering.pages.grid.grids import Grid
from tinhso.steering.pages.grid.page import CHECK, DO
from tinhso.steering.pages.grid.rows import Row, read_rows
from tinhso.steering.pages.reports.files import HandedIn, handed_in
from tinhso.steering.pages.reports.rows import SEEN, TaskRow, is_touched, lines_of, sent_rows
from tinhso.steering.pages.reports.saving import carry_refused, draft_version, save_figures
from tinhso.steering.pages.reports.seen import Seen, seen_report
from tinhso.steering.pages.reports.view import ReportView, view_of
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, Writing, writing
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.models.reports import PARTS

_WRONG, _FORBIDDEN = 422, 403
#: What a button of a line says: "khong-doi:t12" of a task, "khong-doi:f5.7" of a figure.
UNCHANGED, AS_KNOWN, TAKE_BACK = "khong-doi", "nhu-da-biet", "lay-lai"
#: Of all lines left that nothing has changed; to the page from which it is sent.
REST, ONWARD = "con-lai", ("gui", "khong-phat-sinh")


@require_POST
def write(request: HttpRequest, programme: int, report: int) -> HttpResponse:
    """Everything typed is saved, and what the pressed button says; a script asks for JSON and gets how lines stand."""
    seen = seen_report(request, programme, report)
    if request.POST.get(DO) == CHECK:
        return _judged(request, seen)
    refusals: list[str] = []
    files = handed_in(request, seen)
    with writing(seen.report, Hand(seen.asked.account)) as held:
        tasks = sent_rows(held.draft, request.POST)
        rows = read_rows(lines_of(held.draft, seen.asked.account), request.POST.dict())
        verb, _colon, key = request.POST.get("nut", "").partition(":")
        # Of a line whose button is pressed that counts, not what stands half typed in it.
        _save_tasks(held, [row for row in tasks if row.key != key], files)
        save_figures(held, [row for row in rows if row.line.key != key])
        _save_texts(held, request, refusals)
        pressed = [row for row in rows if row.line.key == key]
        _press(held, verb, tasks=[row for row in tasks if row.key == key], figures=pressed)
    seen = seen_report(request, programme, report)
    view = view_of(seen)
    wrong = carry_refused(view, tasks, rows)
    view.refused = " ".join(refusals)
    if request.headers.get("Accept", "").startswith("application/json"):
        saved = {row.key for row in tasks if row.saved} | {row.line.key for row in rows if row.saved}
        return _told(view, request.POST, saved)
    if wrong or refusals:
        context = {"asked": seen.asked, "seen": seen, "view": view}
        return render(request, "reports/report.html", context, status=_WRONG)
    if (verb := request.POST.get("nut", "")) in ONWARD:
        return redirect("reports:act", programme, report, verb)
    messages.success(request, "Đã lưu nháp báo cáo.")
    return redirect(_back(request, seen))


def _judged(request: HttpRequest, seen: Seen) -> HttpResponse:
    """What is to be said of the figures typed so far; nothing is saved."""
    rows = read_rows(lines_of(draft_of(seen.report), seen.asked.account), request.POST.dict())
    return Grid("", rows).answer(request.POST.dict())


def _save_tasks(held: Writing, rows: list[TaskRow], files: HandedIn) -> None:
    for row in rows:
        row.error = files.refused.get(row.key, "")
        if not row.error and (is_touched(row) or row.key in files.kept):
            try:
                held.task(row.draft.task.pk, replace(row.words, file=files.kept.get(row.key)))
            except TinhsoError as refusal:
                row.error = refusal.sentence
            else:
                row.saved = True


def _save_texts(held: Writing, request: HttpRequest, refusals: list[str]) -> None:
    texts = {name: request.POST[name] for name in PARTS if name in request.POST}
    try:
        held.texts(texts, seen=whole_number(request.POST.get("phien-ban", "")))
    except TinhsoError as refusal:
        refusals.append(refusal.sentence)


def _press(held: Writing, verb: str, *, tasks: list[TaskRow], figures: list[Row]) -> None:
    """One tap: nothing has changed, as was said since the last round, or take back what is saved. What is refused is
    told at the line."""
    if verb == REST:
        held.rest_unchanged()
    for row in tasks:
        try:
            _press_task(held, verb, row)
        except TinhsoError as refusal:
            row.error = refusal.sentence
    for figure in figures:
        try:
            _press_figure(held, verb, figure)
        except TinhsoError as refusal:
            figure.refuse(refusal.sentence)


def _press_task(held: Writing, verb: str, row: TaskRow) -> None:
    key, entry = row.draft.task.pk, row.draft.entry
    if verb == TAKE_BACK:
        held.forget(task=key, seen=row.seen_version)
    elif verb == AS_KNOWN and entry:
        held.task(key, TaskWords(said=entry.said, note=entry.note, share=entry.share, seen=row.seen_version))
    else:
        held.task(key, TaskWords(said="unchanged", seen=row.seen_version))


def _press_figure(held: Writing, verb: str, row: Row) -> None:
    cell = next(each.cell for each in held.draft.figures if each.key == row.line.key)
    if verb == TAKE_BACK:
        held.forget(cell=cell, seen=draft_version(row))
    else:
        held.figure(cell, FigureWords(given=None, seen=draft_version(row)))


def _told(view: ReportView, sent: QueryDict, saved: Set[str]) -> JsonResponse:
    """How the lines stand now, for the script that saves while somebody types.

    The page has seen of a line what it sent of it and was ``saved``; what others have written since it does not show.
    """
    report = view.seen.report

    def seen(key: str, name: str, now: str) -> str:
        return now if key in saved else sent.get(f"{key}-{name}", now)

    return JsonResponse(
        {
            "unsaid": view.unsaid,
            "version": report.version,
            "refused": view.refused,
            "blocking": render_to_string("reports/_blocking.html", {"view": view}),
            "blocks": len(view.checks.blocking),
            "tasks": {row.key: {"seen": seen(row.key, SEEN, row.seen), **_task_told(row)} for row in view.tasks},
            "figures": {
                row.line.key: {
                    "seen": seen(row.line.key, columns.SEEN, row.line.seen),
                    "errors": row.errors,
                    "said": row.line.stands is not None,
                }
                for row in view.grid.rows
            },
        }
    )


def _task_told(row: TaskRow) -> dict[str, object]:
    """``now`` is how a line that is said stands, in words."""
    now = render_to_string("reports/_task_now.html", {"row": row}) if row.draft.line else ""
    return {"error": row.error, "said": row.draft.is_said, "now": now}


def _back(request: HttpRequest, seen: Seen) -> str:
    place = request.POST.get("nut", "").partition(":")[2]
    address = f"/chuong-trinh/{seen.asked.programme.pk}/bao-cao/{seen.report.pk}"
    return f"{address}#{place}" if place else address
