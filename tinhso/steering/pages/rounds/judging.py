"""Tiếp nhận, trả lại, gia hạn: one verb about the report of one unit, its form shown and sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from tinhso.lib.dates import write_date
from tinhso.steering.pages.asked import address_of
from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.rounds.desk import Desk, desk_of
from tinhso.steering.pages.rounds.telling import tell
from tinhso.steering.pages.verbs import Frame, Sent, Verb, perform
from tinhso.steering.pages.work.forms import NoteForm, ReasonForm, WorkForm
from tinhso.steering.reporting.actions.at_report import DEPARTMENT
from tinhso.steering.reporting.actions.take_report import accept, extend, return_report
from tinhso.steering.reporting.board import place_of
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import Report
from tinhso.steering.reporting.refusals import NotYourReport

State = Report.State


class ExtensionForm(ReasonForm):
    """Until when, and why."""

    due_on = DayField(label="Hạn mới")
    field_order = ("due_on", "reason")


@dataclass(frozen=True, slots=True)
class Case:
    """The report of one unit at the desk of who takes it."""

    desk: Desk
    report: Report


def _in(*states: State) -> Callable[[Case], bool]:
    """Offered while the report is in one of the states."""
    return lambda case: case.report.state in states


def _open_in(*states: State) -> Callable[[Case], bool]:
    """As ``_in``, while the round is open."""
    return lambda case: case.desk.round.is_open and case.report.state in states


def _accept(sent: Sent[Case]) -> str:
    accept(sent.at.report, sent.words, sent.hand)
    return "Đã tiếp nhận báo cáo."


def _return(sent: Sent[Case]) -> str:
    return_report(sent.at.report, sent.words, sent.hand)
    return "Đã trả lại báo cáo; đơn vị thấy ngay lý do."


def _extend(sent: Sent[Case]) -> str:
    made = extend(sent.at.report, sent.form.cleaned_data["due_on"], sent.words, hand=sent.hand)
    return f"Đã gia hạn đến {write_date(made.due_on)}."


_ALL = (
    Verb(
        slug="tiep-nhan",
        title="Tiếp nhận báo cáo",
        button="Tiếp nhận",
        form=NoteForm,
        may=_in(State.SENT),
        act=_accept,
    ),
    Verb(
        slug="tra-lai",
        title="Trả lại báo cáo",
        button="Trả lại",
        form=ReasonForm,
        may=_open_in(State.SENT, State.ACCEPTED),
        act=_return,
    ),
    Verb(
        slug="gia-han",
        title="Gia hạn gửi",
        button="Gia hạn",
        form=ExtensionForm,
        may=_open_in(State.UNOPENED, State.IN_WORK, State.AT_HEAD, State.HEAD_RETURNED),
        act=_extend,
    ),
)
JUDGEMENTS: Mapping[str, Verb[Case]] = {verb.slug: verb for verb in _ALL}


def offered(desk: Desk, report: Report) -> list[Verb[Case]]:
    """What this person may do about the report as it stands."""
    if not (desk.takes and desk.is_running and (report.required or report.sent_on)):
        return []
    return [verb for verb in _ALL if verb.may(Case(desk, report))]


def report_of(desk: Desk, key: int) -> Report:
    """A report of the round; else 404."""
    return get_object_or_404(reports_with_rounds().filter(round=desk.round), pk=key)


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, programme: int, *, round_: int, report: int, verdict: str) -> HttpResponse:
    """The form; sent, it is done once, and the report is shown again."""
    desk, verb = desk_of(request, programme, round_), JUDGEMENTS.get(verdict)
    case = Case(desk, report_of(desk, report))
    if verb is None:
        raise Http404
    if not desk.takes:
        raise NotYourReport(what=verb.title.lower(), whose=DEPARTMENT)

    def show(form: WorkForm, status: int) -> HttpResponse:
        place = place_of(case.report, desk.day)
        context = {"asked": desk.asked, "desk": desk, "place": place, "verb": verb, "form": form}
        return render(request, "rounds/judge.html", context, status=status)

    back = address_of("rounds:report", programme, round_, report)
    return perform(request, verb, case, frame=Frame(by=desk.asked.account, show=show, back=back, tell=tell))
