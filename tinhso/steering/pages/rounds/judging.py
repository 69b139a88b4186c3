"""Tiếp nhận, trả lại, gia hạn: one verb about the report of one unit, its form shown and sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.rounds.desk import Desk, desk_of
from tinhso.steering.pages.rounds.forms import NoteForm, ReasonForm
from tinhso.steering.pages.rounds.telling import tell
from tinhso.steering.pages.work.forms import WorkForm
from tinhso.steering.reporting.actions.at_report import DEPARTMENT
from tinhso.steering.reporting.actions.take_report import accept, extend, return_report
from tinhso.steering.reporting.board import Place, place_of
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import Report
from tinhso.steering.reporting.refusals import NotYourReport

_OK, _FORBIDDEN, _WRONG = 200, 403, 422
State = Report.State


class ExtensionForm(ReasonForm):
    """Until when, and why."""

    due_on = DayField(label="Hạn mới")
    field_order = ("due_on", "reason")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A form that was filled in well, by whom, about which report."""

    report: Report
    hand: Hand
    form: WorkForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One verb: in which states of a report it is offered; ``open_only`` where the round must be open."""

    slug: str
    title: str
    button: str
    form: type[WorkForm]
    states: frozenset[str]
    open_only: bool
    act: Callable[[Verdict], str]


def _accept(verdict: Verdict) -> str:
    accept(verdict.report, verdict.form.cleaned_data["note"], verdict.hand)
    return "Đã tiếp nhận báo cáo."


def _return(verdict: Verdict) -> str:
    return_report(verdict.report, verdict.form.cleaned_data["reason"], verdict.hand)
    return "Đã trả lại báo cáo; đơn vị thấy ngay lý do."


def _extend(verdict: Verdict) -> str:
    said = verdict.form.cleaned_data
    made = extend(verdict.report, said["due_on"], said["reason"], hand=verdict.hand)
    return f"Đã gia hạn đến {write_date(made.due_on)}."


_ALL = (
    Judgement(
        slug="tiep-nhan",
        title="Tiếp nhận báo cáo",
        button="Tiếp nhận",
        form=NoteForm,
        states=frozenset({State.SENT}),
        open_only=False,
        act=_accept,
    ),
    Judgement(
        slug="tra-lai",
        title="Trả lại báo cáo",
        button="Trả lại",
        form=ReasonForm,
        states=frozenset({State.SENT, State.ACCEPTED}),
        open_only=True,
        act=_return,
    ),
    Judgement(
        slug="gia-han",
        title="Gia hạn gửi",
        button="Gia hạn",
        form=ExtensionForm,
        states=frozenset({State.UNOPENED, State.IN_WORK, State.AT_HEAD, State.HEAD_RETURNED}),
        open_only=True,
        act=_extend,
    ),
)
JUDGEMENTS: Mapping[str, Judgement] = {each.slug: each for each in _ALL}


def offered(desk: Desk, report: Report) -> list[Judgement]:
    """What this person may do about the report as it stands."""
    if not (desk.takes and desk.is_running and (report.required or report.sent_on)):
        return []
    found = (each for each in _ALL if report.state in each.states)
    return [each for each in found if desk.round.is_open or not each.open_only]


def report_of(desk: Desk, key: int) -> Report:
    """A report of the round; else 404."""
    return get_object_or_404(reports_with_rounds().filter(round=desk.round), pk=key)


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, programme: int, *, round_: int, report: int, verdict: str) -> HttpResponse:
    """The form; sent, it is done once, and the report is shown again."""
    desk, judgement = desk_of(request, programme, round_), JUDGEMENTS.get(verdict)
    found = report_of(desk, report)
    if judgement is None:
        raise Http404
    if not desk.takes:
        raise NotYourReport(what=judgement.title.lower(), whose=DEPARTMENT)
    form = judgement.form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            hand = Hand(desk.asked.account, once=form.key())
            messages.success(request, judgement.act(Verdict(found, hand, form)))
            return redirect("rounds:report", programme, round_, report)
        except TinhsoError as refusal:
            if refusal.status == _FORBIDDEN:
                raise
            tell(form, refusal)
            return _page(request, desk, place_of(found, desk.day), form=(judgement, form, refusal.status))
    status = _WRONG if form.errors else _OK
    return _page(request, desk, place_of(found, desk.day), form=(judgement, form, status))


def _page(request: HttpRequest, desk: Desk, place: Place, *, form: tuple[Judgement, WorkForm, int]) -> HttpResponse:
    judgement, filled, status = form
    context = {"asked": desk.asked, "desk": desk, "place": place, "judgement": judgement, "form": filled}
    return render(request, "rounds/judge.html", context, status=status)
