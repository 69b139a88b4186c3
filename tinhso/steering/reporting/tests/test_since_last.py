"""What is new in a report is what the unit has said since the one before; what it said once is not said twice."""

from dataclasses import replace
from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.programmes.models import Programme, Task
from tinhso.steering.reporting.actions.open_round import open_round
from tinhso.steering.reporting.actions.plan_round import plan_round
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.actions.take_report import return_report
from tinhso.steering.reporting.drafting import DraftTask, draft_of
from tinhso.steering.reporting.models import Report, Round, RoundDue, SentTask
from tinhso.steering.reporting.tests.conftest import THIRD_QUARTER, hand
from tinhso.steering.reporting.tests.test_sending import save_everything
from tinhso.steering.reporting.windows import Asked, Due

AFTER_CUT_OFF = date(2022, 9, 16)
FOURTH_QUARTER = Asked(
    kind=Round.Kind.QUARTER,
    basis=Round.Basis.DECREE,
    title="Báo cáo quý IV năm 2022",
    first_day=date(2022, 9, 15),
    last_day=date(2022, 12, 14),
    dues=tuple(Due(sender, date(2022, 12, 20), before=True) for sender in list(RoundDue.Sender)[:4]),
)
#: The chairman asks about the same days as the quarter.
THEMATIC = replace(THIRD_QUARTER, kind=Round.Kind.THEMATIC, basis=Round.Basis.FREE, title="Báo cáo chuyên đề")


def asked(wanted: Asked, report: Report, programme: Programme, by: Account) -> Report:
    """The same unit's report in a further round."""
    opened = open_round(plan_round(wanted, [programme], hand(by)), hand(by), reason="Mở sớm")
    return Report.objects.get(round=opened, unit=report.unit)


def line(report: Report) -> DraftTask:
    return draft_of(Report.objects.get(pk=report.pk)).tasks[0]


@pytest.fixture
def sent(report: Report, head: Account) -> Report:
    """Two days after the cut-off, which are days of the next quarter already."""
    save_everything(report, head)
    return submit(report, "", hand(head))


def test_what_was_told_in_the_report_before_is_not_new(
    sent: Report, programme: Programme, task: Task, coordinator: Account, head: Account
) -> None:
    following = asked(FOURTH_QUARTER, sent, programme, coordinator)
    assert not line(following).is_new
    report_progress(task, Progress(said="doing", note="Đã lấy ý kiến"), hand(head, date(2022, 9, 20)))
    assert line(following).is_new


def test_what_is_said_after_the_cut_off_stands_in_the_report_being_written(
    report: Report, task: Task, officer: Account
) -> None:
    report_progress(task, Progress(said="doing", note="Vừa họp xong", day=AFTER_CUT_OFF), hand(officer))
    found = line(report)
    assert found.entry is not None
    assert (found.entry.note, found.is_new) == ("Vừa họp xong", True)


def test_two_rounds_of_the_same_days_are_served_by_one_entry(
    sent: Report, programme: Programme, coordinator: Account, head: Account
) -> None:
    other = asked(THEMATIC, sent, programme, coordinator)
    save_everything(other, head)
    submit(other, "", hand(head))
    assert ProgressEntry.objects.count() == 1
    assert len(set(SentTask.objects.values_list("entry", flat=True))) == 1


def test_a_report_sent_again_as_it_was_says_nothing_twice(sent: Report, coordinator: Account, head: Account) -> None:
    return_report(sent, "Thiếu chữ ký", hand(coordinator))
    submit(sent, "", hand(head))
    assert ProgressEntry.objects.count() == 1


def test_the_same_words_in_the_next_quarter_are_said_anew(
    sent: Report, programme: Programme, coordinator: Account, head: Account
) -> None:
    following = asked(FOURTH_QUARTER, sent, programme, coordinator)
    save_everything(following, head)
    submit(following, "", hand(head, date(2022, 12, 15)))
    assert [entry.day for entry in ProgressEntry.objects.order_by("day")] == [AFTER_CUT_OFF, date(2022, 12, 15)]
