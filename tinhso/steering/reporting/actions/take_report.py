"""Tiếp nhận, trả lại, gia hạn: what the head and the department in charge do with a report."""

from datetime import date

from tinhso.kernel.exchange.outbox import announce
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.work import reason_given
from tinhso.steering.reporting.actions.at_report import DEPARTMENT, HEAD, Doing, at_report
from tinhso.steering.reporting.models import Report, ReportDeed
from tinhso.steering.reporting.refusals import RoundImpossible
from tinhso.steering.reporting.telling import seen_by_who_acts, tell_extended, tell_returned

State, Kind = Report.State, ReportDeed.Kind


def return_to_officer(report: Report, reason: str, hand: Hand) -> Report:
    """The head gives it back. Raises NotYourReport, ReportStands, ReasonMissing."""
    said = reason_given(reason)
    with at_report(report, hand) as doing:
        doing.require(doing.part.heads, what="trả lại báo cáo", whose=HEAD)
        if not doing.sent_before():
            doing.require_state(State.AT_HEAD, what="trả lại")
            deed = doing.note(Kind.HEAD_RETURNED, doing.part.heads, said)
            doing.put(State.HEAD_RETURNED)
            seen_by_who_acts(doing.report, hand)
            tell_returned(doing.report, deed, hand)
    return report


def accept(report: Report, words: str, hand: Hand) -> Report:
    """The department takes it. Raises NotYourReport, ReportStands."""
    with at_report(report, hand) as doing:
        doing.require(doing.part.takes, what="tiếp nhận báo cáo", whose=DEPARTMENT)
        if not doing.sent_before():
            doing.require_state(State.SENT, what="tiếp nhận")
            doing.note(Kind.ACCEPTED, doing.part.takes, words)
            doing.put(State.ACCEPTED)
            _announce(doing, "report.accepted")
    return report


def return_report(report: Report, reason: str, hand: Hand) -> Report:
    """The department gives it back, also one that it had taken. What was sent stands until it is sent again.

    Raises NotYourReport, ReportStands, RoundNotOpen, ReasonMissing.
    """
    said = reason_given(reason)
    with at_report(report, hand) as doing:
        doing.require(doing.part.takes, what="trả lại báo cáo", whose=DEPARTMENT)
        if not doing.sent_before():
            doing.require_open()
            doing.require_state(State.SENT, State.ACCEPTED, what="trả lại")
            deed = doing.note(Kind.RETURNED, doing.part.takes, said)
            doing.put(State.RETURNED)
            tell_returned(doing.report, deed, hand)
            _announce(doing, "report.returned")
    return report


def extend(report: Report, due_on: date, reason: str, *, hand: Hand) -> Report:
    """More time for one unit. Raises NotYourReport, RoundNotOpen, ReasonMissing, RoundImpossible, ReportStands."""
    said = reason_given(reason)
    with at_report(report, hand) as doing:
        doing.require(doing.part.takes, what="gia hạn gửi báo cáo", whose=DEPARTMENT)
        if not doing.sent_before():
            doing.require_open()
            if doing.report.sent_on is not None:
                doing.require_state(what="gia hạn")
            if due_on <= doing.report.due_on:
                raise RoundImpossible(why="Hạn mới phải sau hạn đang có.")
            deed = doing.note(Kind.EXTENDED, doing.part.takes, said)
            Report.objects.filter(pk=report.pk).update(due_on=due_on)
            doing.report.due_on = due_on
            tell_extended(doing.report, deed, hand)
    return report


def _announce(doing: Doing, event: str) -> None:
    report = doing.report
    facts = {"round": report.round.title, "unit": report.unit.key}
    announce(event, subject=f"report/{report.pk}", facts=facts)
