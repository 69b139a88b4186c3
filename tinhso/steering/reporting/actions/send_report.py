"""Gửi báo cáo: officer → head → department. What is sent becomes figures and entries, and stays as it was sent."""

from tinhso.kernel.exchange.outbox import announce
from tinhso.lib.dates import write_date
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.following.reach import Right
from tinhso.steering.reporting.actions.at_report import HEAD, UNIT, Doing, at_report
from tinhso.steering.reporting.actions.write_report import say_nothing_changed
from tinhso.steering.reporting.checking import checked
from tinhso.steering.reporting.drafting import Draft, draft_of
from tinhso.steering.reporting.models import Report, ReportDeed, Submission
from tinhso.steering.reporting.models.reports import PARTS
from tinhso.steering.reporting.refusals import BeforeCutOff, NotNil, ReportIncomplete
from tinhso.steering.reporting.rights import has_head
from tinhso.steering.reporting.sending import write_figures, write_tasks
from tinhso.steering.reporting.telling import seen_by_who_acts, tell_waiting

State, Kind = Report.State, ReportDeed.Kind
_WRITTEN = (State.UNOPENED, State.IN_WORK, State.HEAD_RETURNED, State.RETURNED)
#: What a nil report says as it is sent.
NIL = "Trong kỳ không có nội dung mới phát sinh."


def submit(report: Report, words: str, hand: Hand) -> Report:
    """To the head; a head's own sending, and that of a unit nobody here heads, goes to the department at once.

    Raises NotYourReport, ReportStands, RoundNotOpen, ReportNotAsked, BeforeCutOff, ReportIncomplete, and what the
    lines' own rules refuse.
    """
    with at_report(report, hand) as doing:
        doing.require(doing.part.writes, what="gửi báo cáo", whose=UNIT)
        if not doing.sent_before():
            doing.require_open()
            doing.require_state(*_WRITTEN, what="gửi")
            _go_on(doing, words)
    return report


def send_nil(report: Report, hand: Hand) -> Report:
    """Nothing has changed: every line left says so, and the report goes its way. Raises NotNil, and as ``submit``."""
    with at_report(report, hand) as doing:
        doing.require(doing.part.writes, what="gửi báo cáo", whose=UNIT)
        if not doing.sent_before():
            doing.require_open()
            doing.require_state(*_WRITTEN, what="gửi")
            _mark_nil(doing)
            say_nothing_changed(doing)
            _go_on(doing, "")
    return report


def approve(report: Report, words: str, hand: Hand) -> Report:
    """The head sends it. Raises NotYourReport, ReportStands, RoundNotOpen, BeforeCutOff, ReportIncomplete."""
    with at_report(report, hand) as doing:
        doing.require(doing.part.heads, what="duyệt báo cáo", whose=HEAD)
        if not doing.sent_before():
            doing.require_open()
            doing.require_state(State.AT_HEAD, what="duyệt")
            seen_by_who_acts(doing.report, hand)
            _send(doing, doing.part.heads, words)
    return report


def take_back(report: Report, hand: Hand) -> Report:
    """From the head's desk, to go on writing. Raises NotYourReport, ReportStands."""
    with at_report(report, hand) as doing:
        doing.require(doing.part.writes, what="rút lại báo cáo", whose=UNIT)
        if not doing.sent_before():
            doing.require_state(State.AT_HEAD, what="rút lại")
            doing.note(Kind.TAKEN_BACK, doing.part.writes)
            doing.put(State.IN_WORK)
    return report


def _mark_nil(doing: Doing) -> None:
    """Nobody reads on in a nil report: one that says something is none."""
    if told := draft_of(doing.report).told:
        raise NotNil(count=told)
    Report.objects.filter(pk=doing.report.pk).update(nil=True)
    doing.report.nil = True


def _go_on(doing: Doing, words: str) -> None:
    """To the head, or where the way is shorter to the department."""
    draft = draft_of(doing.report)
    _refuse_early(doing)
    _refuse_blocking(draft)
    seen_by_who_acts(doing.report, doing.hand)
    if doing.part.heads.through:
        _send(doing, doing.part.heads, words)
    elif has_head(doing.report.unit_id, doing.hand.today):
        deed = doing.note(Kind.SUBMITTED, doing.part.writes, words)
        doing.put(State.AT_HEAD)
        tell_waiting(doing.report, deed, doing.hand)
    else:
        _send(doing, doing.part.writes, words)


def _send(doing: Doing, right: Right, words: str) -> None:
    report, draft = doing.report, draft_of(doing.report)
    _refuse_early(doing)
    _refuse_blocking(draft)
    submission = _submission(doing, doing.note(Kind.SENT, right, words), draft)
    write_tasks(submission, draft, _further(doing.hand))
    write_figures(submission, draft, doing.hand)
    first = report.sent_on or doing.day
    doing.put(State.SENT, sent_on=first)
    facts = {
        "round": report.round.title,
        "unit": report.unit.key,
        "number": submission.number,
        "due_on": write_date(report.due_on),
        "late": first > report.due_on,
    }
    announce("report.sent", subject=f"report/{report.pk}", facts=facts)


def _submission(doing: Doing, deed: ReportDeed, draft: Draft) -> Submission:
    report = doing.report
    nil = report.nil and not draft.told
    texts = {name: getattr(report, name) for name in PARTS} | ({"results": NIL} if nil else {})
    return Submission.objects.create(report=report, number=report.submissions.count() + 1, deed=deed, nil=nil, **texts)


def _further(hand: Hand) -> Hand:
    """The same person at the same moment, under keys of their own."""
    return Hand(hand.by, once=one_time_key(), at=hand.at)


def _refuse_early(doing: Doing) -> None:
    cut_off = doing.report.round.last_day
    if doing.day < cut_off:
        raise BeforeCutOff(day=write_date(cut_off))


def _refuse_blocking(draft: Draft) -> None:
    blocking = [each.sentence for each in checked(draft).blocking]
    if blocking:
        raise ReportIncomplete(why=" ".join(blocking))
