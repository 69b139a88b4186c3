"""Gửi, không có nội dung phát sinh, duyệt, trả lại, rút lại: each verb of the unit has its page."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.asked import address_of
from tinhso.steering.pages.reports.seen import Seen, seen_report
from tinhso.steering.pages.reports.view import view_of
from tinhso.steering.pages.verbs import Frame, Sent, Verb, perform
from tinhso.steering.pages.work.forms import NoteForm, ReasonForm, WorkForm
from tinhso.steering.reporting.actions.at_report import HEAD, UNIT
from tinhso.steering.reporting.actions.send_report import approve, send_nil, submit, take_back
from tinhso.steering.reporting.actions.take_report import return_to_officer
from tinhso.steering.reporting.models import Report
from tinhso.steering.reporting.refusals import NotYourReport
from tinhso.steering.reporting.rights import has_head

_OF_HEAD = frozenset({"duyet", "tra-lai-can-bo"})


def _said(title: str, act: Callable[[Report, str, Hand], Report]) -> Callable[[Sent[Seen]], str]:
    """Does it, and says how the report stands then."""
    return lambda sent: f"{title}: {act(sent.at.report, sent.words, sent.hand).get_state_display().lower()}."


def _plainly(title: str, act: Callable[[Report, Hand], Report]) -> Callable[[Sent[Seen]], str]:
    """As ``_said``, of what is done without a word."""
    return _said(title, lambda report, _words, hand: act(report, hand))


VERBS = {
    verb.slug: verb
    for verb in (
        Verb(
            slug="gui",
            title="Gửi báo cáo",
            button="Gửi báo cáo",
            form=NoteForm,
            act=_said("Gửi báo cáo", submit),
        ),
        Verb(
            slug="khong-phat-sinh",
            title="Báo cáo không có nội dung phát sinh",
            button="Gửi: không có nội dung phát sinh",
            act=_plainly("Báo cáo không có nội dung phát sinh", send_nil),
        ),
        Verb(
            slug="duyet",
            title="Duyệt và gửi báo cáo",
            button="Duyệt và gửi",
            form=NoteForm,
            act=_said("Duyệt và gửi báo cáo", approve),
        ),
        Verb(
            slug="tra-lai-can-bo",
            title="Trả lại cho cán bộ lập báo cáo",
            button="Trả lại",
            form=ReasonForm,
            act=_said("Trả lại cho cán bộ lập báo cáo", return_to_officer),
        ),
        Verb(
            slug="rut-lai",
            title="Rút lại để sửa",
            button="Rút lại để sửa",
            act=_plainly("Rút lại để sửa", take_back),
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

    def show(form: WorkForm, status: int) -> HttpResponse:
        to_head = not seen.part.heads.through and has_head(seen.report.unit_id, seen.asked.today)
        context = {"verb": named, "form": form, "view": view_of(seen), "to_head": to_head}
        return render(request, "reports/act.html", {"asked": seen.asked, "seen": seen, **context}, status=status)

    back = address_of("reports:report", programme, report)
    return perform(request, named, seen, frame=Frame(by=seen.asked.account, show=show, back=back))


def _refuse_stranger(seen: Seen, verb: Verb[Seen]) -> None:
    """Who has no such part is refused; whom the state alone keeps away is told so by the action."""
    part, whose = (seen.part.heads, HEAD) if verb.slug in _OF_HEAD else (seen.part.writes, UNIT)
    if not part.through:
        raise NotYourReport(what=f"{verb.title[0].lower()}{verb.title[1:]}", whose=whose)
