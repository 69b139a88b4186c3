"""Gửi, duyệt, tiếp nhận, trả lại, gia hạn: the way of a report from the officer to the department in charge."""

from datetime import date

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from tinhso.steering.api.reporting.report_shapes import ReportShown, report_shown
from tinhso.steering.api.reporting.rounds import ReasonSent
from tinhso.steering.api.reporting.seen import hand, seen_report
from tinhso.steering.reporting.actions.send_report import approve, send_nil, submit, take_back
from tinhso.steering.reporting.actions.take_report import accept, extend, return_report, return_to_officer
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()


class WordsSent(Sent):
    """A few words along with it, or none."""

    model_config = {**Sent.model_config, **shown_as({"words": "Đã rà soát"})}

    words: str = Field("", max_length=20_000)


class MoreTimeSent(Sent):
    """The new due day, and why."""

    model_config = {**Sent.model_config, **shown_as({"due_on": "2022-09-23", "reason": "Thay cán bộ"})}

    due_on: date
    reason: str = Field(max_length=20_000)


@router.post("/reports/{int:report}/submission", response=ReportShown, url_name="submit_report", summary="Gửi báo cáo")
def send_submission(request: HttpRequest, report: int, sent: WordsSent) -> ReportShown:
    """To the head; a head's own, and where nobody approves, to the department at once."""
    return report_shown(submit(seen_report(request, report), sent.words, hand(request)))


@router.post(
    "/reports/{int:report}/nil",
    response=ReportShown,
    url_name="send_nil",
    summary="Gửi báo cáo không có nội dung phát sinh",
)
def send_nothing(request: HttpRequest, report: int) -> ReportShown:
    """Every line left says that nothing has changed; figures that nobody knows stay unsaid."""
    return report_shown(send_nil(seen_report(request, report), hand(request)))


@router.post(
    "/reports/{int:report}/approval", response=ReportShown, url_name="approve_report", summary="Thủ trưởng duyệt, gửi"
)
def send_approval(request: HttpRequest, report: int, sent: WordsSent) -> ReportShown:
    """By the head of the unit."""
    return report_shown(approve(seen_report(request, report), sent.words, hand(request)))


@router.post(
    "/reports/{int:report}/withdrawal", response=ReportShown, url_name="take_back_report", summary="Rút lại để sửa"
)
def send_withdrawal(request: HttpRequest, report: int) -> ReportShown:
    """From the head's desk, to go on writing."""
    return report_shown(take_back(seen_report(request, report), hand(request)))


@router.post(
    "/reports/{int:report}/head-return",
    response=ReportShown,
    url_name="return_to_officer",
    summary="Thủ trưởng trả lại",
)
def send_head_return(request: HttpRequest, report: int, sent: ReasonSent) -> ReportShown:
    """By the head, with the reason."""
    return report_shown(return_to_officer(seen_report(request, report), sent.reason, hand(request)))


@router.post(
    "/reports/{int:report}/acceptance", response=ReportShown, url_name="accept_report", summary="Tiếp nhận báo cáo"
)
def send_acceptance(request: HttpRequest, report: int, sent: WordsSent) -> ReportShown:
    """By the department in charge."""
    return report_shown(accept(seen_report(request, report), sent.words, hand(request)))


@router.post("/reports/{int:report}/return", response=ReportShown, url_name="return_report", summary="Trả lại báo cáo")
def send_return(request: HttpRequest, report: int, sent: ReasonSent) -> ReportShown:
    """By the department in charge; what was sent stands until it is sent again."""
    return report_shown(return_report(seen_report(request, report), sent.reason, hand(request)))


@router.post(
    "/reports/{int:report}/extension", response=ReportShown, url_name="extend_report", summary="Gia hạn gửi báo cáo"
)
def send_extension(request: HttpRequest, report: int, sent: MoreTimeSent) -> ReportShown:
    """More time for one unit."""
    return report_shown(extend(seen_report(request, report), sent.due_on, sent.reason, hand=hand(request)))
