"""Gửi, không có nội dung phát sinh, duyệt, trả lại, rút lại: each verb of the unit has its page."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.reports.seen import Seen, seen_report
from tinhso.steering.pages.reports.view import view_of
from tinhso.steering.pages.work.forms import WorkForm, words
from tinhso.steering.reporting.actions import send_report, take_report
from tinhso.steering.reporting.models import Report
from tinhso.steering.reporting.refusals import NotYourReport
from tinhso.steering.reporting.rights import has_head

_FORBIDDEN = 403


class WordsForm(WorkForm):
    """A few words along with it, or none."""

    words = words("Lời kèm theo", required=False, rows=2)


class ReasonForm(WorkForm):
    """Why it comes back."""

    words = words("Lý do trả lại", rows=3)


class PlainForm(WorkForm):
    """Nothing is asked."""

    words = forms.CharField(required=False, widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: its words, who may, what it does, what is told once it is done."""

    slug: str
    title: str
    button: str
    form: type[WorkForm]
    may: Callable[[Seen], bool]
    act: Callable[[Report, str, Hand], Report]
    whose: str


def _may_send(seen: Seen) -> bool:
    return seen.may_write


VERBS = {
    verb.slug: verb
    for verb in (
        Verb("gui", "Gửi báo cáo", "Gửi báo cáo", WordsForm, _may_send, send_report.submit, "đơn vị báo cáo"),
        Verb(
            "khong-phat-sinh",
            "Báo cáo không có nội dung phát sinh",
            "Gửi: không có nội dung phát sinh",
            PlainForm,
            _may_send,
            lambda report, _words, hand: send_report.send_nil(report, hand),
            "đơn vị báo cáo",
        ),
        Verb(
            "duyet",
            "Duyệt và gửi báo cáo",
            "Duyệt và gửi",
            WordsForm,
            lambda seen: seen.may_approve,
            send_report.approve,
            "thủ trưởng đơn vị báo cáo",
        ),
        Verb(
            "tra-lai-can-bo",
            "Trả lại cho cán bộ lập báo cáo",
            "Trả lại",
            ReasonForm,
            lambda seen: seen.may_approve,
            take_report.return_to_officer,
            "thủ trưởng đơn vị báo cáo",
        ),
        Verb(
            "rut-lai",
            "Rút lại để sửa",
            "Rút lại để sửa",
            PlainForm,
            lambda seen: seen.may_take_back,
            lambda report, _words, hand: send_report.take_back(report, hand),
            "đơn vị báo cáo",
        ),
    )
}


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, programme: int, *, report: int, verb: str) -> HttpResponse:
    """The page of a verb; sent, it is done and the report is shown."""
    seen, named = seen_report(request, programme, report), VERBS.get(verb)
    if named is None:
        raise Http404
    _refuse_stranger(seen, named)
    form = named.form(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _done(request, seen, named, form=form)
        except TinhsoError as refusal:
            if refusal.status == _FORBIDDEN:
                raise
            form.add_error(None, refusal.sentence)
            return _page(request, seen, named, form=form, status=refusal.status)
    return _page(request, seen, named, form=form, status=422 if form.errors else 200)


def _refuse_stranger(seen: Seen, verb: Verb) -> None:
    """Who has no such part is refused; whom the state alone keeps away is told so by the action."""
    part = seen.part.heads if verb.slug in {"duyet", "tra-lai-can-bo"} else seen.part.writes
    if not part.through:
        raise NotYourReport(what=f"{verb.title[0].lower()}{verb.title[1:]}", whose=verb.whose)


def _done(request: HttpRequest, seen: Seen, verb: Verb, *, form: WorkForm) -> HttpResponse:
    report = verb.act(seen.report, form.cleaned_data["words"], Hand(seen.asked.account, form.key()))
    messages.success(request, f"{verb.title}: {report.get_state_display().lower()}.")
    return redirect("reports:report", seen.asked.programme.pk, report.pk)


def _page(request: HttpRequest, seen: Seen, verb: Verb, *, form: WorkForm, status: int) -> HttpResponse:
    to_head = not seen.part.heads.through and has_head(seen.report.unit_id, seen.asked.today)
    context = {
        "asked": seen.asked,
        "seen": seen,
        "verb": verb,
        "form": form,
        "view": view_of(seen),
        "to_head": to_head,
        "may": verb.may(seen),
    }
    return render(request, "reports/act.html", context, status=status)
