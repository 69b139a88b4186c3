"""Officer → head → department: what is sent becomes figures and entries, in time or late, accepted or returned."""

from datetime import date, time
from decimal import Decimal

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.models import Value
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.following.refusals import ReasonMissing
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.actions.open_round import close_round
from tinhso.steering.reporting.actions.send_report import NIL, approve, send_nil, submit, take_back
from tinhso.steering.reporting.actions.take_report import accept, extend, return_report, return_to_officer
from tinhso.steering.reporting.actions.write_report import NOT_KNOWN, FigureWords, TaskWords, save_figure, save_task
from tinhso.steering.reporting.checking import checked
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.models import CheckRule, Report, Round, SentFigure, SentTask, Submission
from tinhso.steering.reporting.refusals import (
    BeforeCutOff,
    FigureGivenOtherwise,
    NotNil,
    NotYourReport,
    ReportIncomplete,
    ReportStands,
    RoundNotOpen,
)
from tinhso.steering.reporting.tests.conftest import CUT_OFF, LAST_DAY, hand
from tinhso.steering.reporting.tests.test_writing import given_on, ratio

State = Report.State


@pytest.fixture
def filled(report: Report, task: Task, indicator: Indicator, officer: Account) -> Report:
    """Huyện Mẫu has said everything: the task goes on, 55 of 100."""
    save_task(report, task, TaskWords(said="doing", note="Đã trình dự thảo", share=60), hand=hand(officer))
    save_figure(report, (indicator.pk, report.unit_id), FigureWords(given=ratio(55, 100)), hand=hand(officer))
    return report


@pytest.fixture
def sent(filled: Report, officer: Account, head: Account) -> Report:
    submit(filled, "", hand(officer))
    return approve(filled, "", hand(head))


def test_the_officer_gives_it_to_the_head(filled: Report, officer: Account, head: Account) -> None:
    assert submit(filled, "", hand(officer)).state == State.AT_HEAD
    assert not Value.objects.exists()


def test_the_head_sends_it_and_it_becomes_figures_and_entries(sent: Report, task: Task, indicator: Indicator) -> None:
    value, entry = Value.objects.get(), ProgressEntry.objects.get()
    assert (value.indicator, value.numerator, value.from_on, value.to_on) == (
        indicator,
        Decimal(55),
        date(2022, 1, 1),
        CUT_OFF,
    )
    assert (entry.task, entry.note, entry.share, entry.for_head) == (task, "Đã trình dự thảo", 60, False)
    assert (sent.state, sent.sent_on, sent.was_late) == (State.SENT, date(2022, 9, 16), False)


def test_every_line_of_the_sending_leads_to_what_it_became(sent: Report) -> None:
    assert SentFigure.objects.get().value == Value.objects.get()
    assert SentTask.objects.get().entry == ProgressEntry.objects.get()


def test_a_head_sends_in_one_step(filled: Report, head: Account) -> None:
    assert submit(filled, "", hand(head)).state == State.SENT


def test_where_nobody_approves_the_officer_sends(other_report: Report, other_officer: Account) -> None:
    save_everything(other_report, other_officer)
    assert submit(other_report, "", hand(other_officer)).state == State.SENT


def test_lines_left_unsaid_block(report: Report, officer: Account) -> None:
    with pytest.raises(ReportIncomplete) as refused:
        submit(report, "", hand(officer))
    assert "Còn 2 dòng chưa xác nhận" in refused.value.sentence


def test_they_only_warn_where_the_programme_says_so(report: Report, officer: Account, head: Account) -> None:
    programme = report.round.asks.get().programme
    CheckRule.objects.create(programme=programme, check_name="unsaid", severity="warn")
    assert submit(report, "", hand(officer)).state == State.AT_HEAD


def test_a_check_blocks_where_the_programme_says_so(filled: Report, officer: Account) -> None:
    programme = filled.round.asks.get().programme
    CheckRule.objects.create(programme=programme, check_name="no_results", severity="block")
    with pytest.raises(ReportIncomplete):
        submit(filled, "", hand(officer))


def test_a_nil_report_is_one_button(
    report: Report, indicator: Indicator, district: Unit, officer: Account, head: Account
) -> None:
    given_on(indicator, district, date(2022, 6, 14), said=ratio(40, 100), by=officer)
    send_nil(report, hand(head))
    submission = Submission.objects.get()
    assert (report.state, submission.results, submission.nil) == (State.SENT, NIL, True)
    carried = Value.objects.get(to_on=CUT_OFF)
    assert (carried.numerator, carried.denominator) == (Decimal(40), Decimal(100))
    assert ProgressEntry.objects.get().said == "unchanged"


def test_a_report_that_says_something_is_no_nil_report(
    report: Report, task: Task, indicator: Indicator, officer: Account, head: Account
) -> None:
    given_on(indicator, report.unit, date(2022, 6, 14), said=ratio(40, 100), by=officer)
    save_task(report, task, TaskWords(said="stuck", note="Vướng kinh phí"), hand=hand(officer))
    with pytest.raises(NotNil):
        send_nil(report, hand(head))
    assert report.state == State.IN_WORK
    assert not Submission.objects.exists()


def test_a_nil_report_that_is_returned_and_says_something_then_is_nil_no_more(
    report: Report, task: Task, indicator: Indicator, coordinator: Account, officer: Account, head: Account
) -> None:
    given_on(indicator, report.unit, date(2022, 6, 14), said=ratio(40, 100), by=officer)
    send_nil(report, hand(head))
    return_report(report, "Có việc mới mà chưa báo", hand(coordinator))
    save_task(report, task, TaskWords(said="doing", note="Có việc mới", seen=1), hand=hand(officer))
    submit(report, "", hand(head))
    first, second = report.submissions.all()
    assert (first.nil, first.results) == (True, NIL)
    assert (second.nil, second.results) == (False, "")


def test_a_nil_report_puts_no_figure_that_nobody_knows(report: Report, head: Account) -> None:
    with pytest.raises(ReportIncomplete):
        send_nil(report, hand(head))
    assert not Value.objects.exists()


def test_before_the_cut_off_nothing_is_sent(filled: Report, head: Account) -> None:
    with pytest.raises(BeforeCutOff):
        submit(filled, "", hand(head, date(2022, 9, 13)))


def test_one_minute_before_midnight_of_the_due_day_is_in_time(filled: Report, head: Account) -> None:
    assert not submit(filled, "", hand(head, LAST_DAY, time(23, 59))).was_late


def test_one_minute_after_midnight_is_late(filled: Report, head: Account) -> None:
    assert submit(filled, "", hand(head, date(2022, 9, 21), time(0, 1))).was_late


def test_two_clicks_send_once(filled: Report, head: Account) -> None:
    once = hand(head)
    submit(filled, "", once)
    assert submit(filled, "", once).state == State.SENT
    assert Submission.objects.count() == Value.objects.count() == 1


def test_the_head_gives_it_back_with_a_reason(filled: Report, officer: Account, head: Account) -> None:
    submit(filled, "", hand(officer))
    with pytest.raises(ReasonMissing):
        return_to_officer(filled, " ", hand(head))
    assert return_to_officer(filled, "Thiếu số của xã", hand(head)).state == State.HEAD_RETURNED
    assert filled.may_be_written


def test_the_officer_takes_it_back_from_the_heads_desk(filled: Report, officer: Account, head: Account) -> None:
    submit(filled, "", hand(officer))
    assert take_back(filled, hand(officer)).state == State.IN_WORK


def test_the_officer_does_not_approve(filled: Report, officer: Account, head: Account) -> None:
    submit(filled, "", hand(officer))
    with pytest.raises(NotYourReport):
        approve(filled, "", hand(officer))


def test_the_department_takes_it(sent: Report, coordinator: Account, officer: Account) -> None:
    assert accept(sent, "", hand(coordinator)).state == State.ACCEPTED
    with pytest.raises(ReportStands):
        submit(sent, "", hand(officer))


def test_only_the_department_takes_it(sent: Report, head: Account, other_officer: Account, chair: Account) -> None:
    for somebody in (head, other_officer, chair):
        with pytest.raises(NotYourReport):
            accept(sent, "", hand(somebody))


def test_returned_and_sent_again_it_corrects_its_own_figure(
    sent: Report, indicator: Indicator, coordinator: Account, head: Account, officer: Account
) -> None:
    return_report(sent, "Xem lại tử số", hand(coordinator))
    again = FigureWords(given=ratio(52, 100), seen=1)
    save_figure(sent, (indicator.pk, sent.unit_id), again, hand=hand(officer, date(2022, 9, 22)))
    submit(sent, "", hand(head, date(2022, 9, 22)))
    first, second = Value.objects.order_by("pk")
    assert second.corrects == first
    assert (second.numerator, second.note) == (Decimal(52), "Gửi lại báo cáo quý III năm 2022, lần 2")
    assert [each.number for each in sent.submissions.all()] == [1, 2]


@pytest.fixture
def corrected(sent: Report, coordinator: Account) -> Value:
    """The department corrected huyện Mẫu's 55 of 100, and gave the report back for its words."""
    hand_on = hand(coordinator, date(2022, 9, 19))
    right = correct(Value.objects.get(), ratio(51, 100), Whence(by=coordinator, note="Trùng hồ sơ", at=hand_on.at))
    return_report(sent, "Ghi rõ khó khăn", hand_on)
    return right


def test_a_line_nobody_touched_says_nothing_against_what_the_department_corrected(
    sent: Report, corrected: Value, coordinator: Account, head: Account
) -> None:
    """However often it is returned and sent."""
    for day in (20, 22):
        submit(sent, "", hand(head, date(2022, 9, day)))
        return_report(sent, "Vẫn thiếu", hand(coordinator, date(2022, 9, day + 1)))
    assert Value.objects.known_at().get() == corrected
    assert [each.value for each in SentFigure.objects.order_by("submission")][1:] == [corrected, corrected]


def test_what_was_sent_first_stands_again_only_with_a_reason(
    sent: Report, corrected: Value, indicator: Indicator, head: Account
) -> None:
    day, cell = date(2022, 9, 20), (indicator.pk, sent.unit_id)
    with pytest.raises(FigureGivenOtherwise):
        save_figure(sent, cell, FigureWords(given=ratio(55, 100), seen=1), hand=hand(head, day))
    reasoned = FigureWords(given=ratio(55, 100), note="Đã đối chiếu: không trùng", seen=1)
    save_figure(sent, cell, reasoned, hand=hand(head, day))
    submit(sent, "", hand(head, day))
    stands = Value.objects.known_at().get()
    assert (stands.numerator, stands.corrects, stands.note) == (Decimal(55), corrected, "Đã đối chiếu: không trùng")


def test_it_stays_in_time_when_it_was_returned_and_sent_again_late(
    sent: Report, coordinator: Account, head: Account
) -> None:
    return_report(sent, "Thiếu chữ", hand(coordinator))
    submit(sent, "", hand(head, date(2022, 9, 28)))
    assert (sent.sent_on, sent.was_late) == (date(2022, 9, 16), False)


def test_a_figure_that_somebody_else_gave_is_replaced_only_with_a_reason(
    filled: Report, indicator: Indicator, district: Unit, coordinator: Account, head: Account
) -> None:
    given_on(indicator, district, CUT_OFF, said=ratio(70, 100), by=coordinator)
    with pytest.raises(FigureGivenOtherwise):
        submit(filled, "", hand(head))
    assert Value.objects.count() == 1
    reasoned = FigureWords(given=ratio(55, 100), note="Đối chiếu lại sổ", seen=1)
    save_figure(filled, (indicator.pk, district.pk), reasoned, hand=hand(head))
    submit(filled, "", hand(head))
    assert Value.objects.get(superseded_at=None).numerator == Decimal(55)


def test_what_was_said_in_the_rounds_days_is_pointed_at_and_not_said_twice(
    report: Report, task: Task, indicator: Indicator, head: Account
) -> None:
    entry = report_progress(task, Progress(said="doing", note="Đã họp", day=date(2022, 9, 1)), hand(head))
    save_task(report, task, TaskWords(said="doing", note="Đã họp"), hand=hand(head))
    save_figure(report, (indicator.pk, report.unit_id), FigureWords(given=ratio(1, 2)), hand=hand(head))
    submit(report, "", hand(head))
    assert SentTask.objects.get().entry == entry
    assert ProgressEntry.objects.count() == 1


def test_a_closed_round_takes_nothing(filled: Report, quarter: Round, coordinator: Account, head: Account) -> None:
    close_round(quarter, "Hết hạn tổng hợp", hand(coordinator))
    with pytest.raises(RoundNotOpen):
        submit(filled, "", hand(head))


def test_more_time_is_given_to_one_unit_with_a_reason(
    filled: Report, other_report: Report, coordinator: Account, head: Account
) -> None:
    extend(filled, date(2022, 9, 23), "Thay cán bộ", hand=hand(coordinator))
    submit(filled, "", hand(head, date(2022, 9, 23)))
    other_report.refresh_from_db()
    assert (filled.was_late, other_report.due_on) == (False, LAST_DAY)


def test_who_has_no_figure_yet_says_why_and_sends(
    report: Report, task: Task, indicator: Indicator, officer: Account, head: Account
) -> None:
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(officer))
    why = FigureWords(given=NOT_KNOWN, note="Cục Thống kê chưa công bố")
    save_figure(report, (indicator.pk, report.unit_id), why, hand=hand(officer))
    found = [each.sentence for each in checked(draft_of(report)).found]
    assert "I.2: Chưa có số liệu: Cục Thống kê chưa công bố" in found
    submit(report, "", hand(head))
    sent = SentFigure.objects.get()
    assert (sent.value, sent.note) == (None, "Cục Thống kê chưa công bố")
    assert not Value.objects.exists()


def test_a_programme_may_insist_on_a_figure(
    report: Report, task: Task, indicator: Indicator, officer: Account, head: Account
) -> None:
    CheckRule.objects.create(programme=indicator.programme, check_name="not_known", severity="block")
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(officer))
    why = FigureWords(given=NOT_KNOWN, note="Chưa thống kê")
    save_figure(report, (indicator.pk, report.unit_id), why, hand=hand(officer))
    with pytest.raises(ReportIncomplete):
        submit(report, "", hand(head))


def test_a_nil_report_may_say_of_what_it_has_no_figure(report: Report, indicator: Indicator, head: Account) -> None:
    why = FigureWords(given=NOT_KNOWN, note="Chưa thống kê")
    save_figure(report, (indicator.pk, report.unit_id), why, hand=hand(head))
    send_nil(report, hand(head))
    assert Submission.objects.get().nil


def save_everything(report: Report, by: Account) -> None:
    """Every line of a report of the small programme."""
    task = report.round.asks.get().programme.tasks.get(code="II.1")
    indicator = Indicator.objects.get(programme=task.programme, code="I.2")
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(by))
    save_figure(report, (indicator.pk, report.unit_id), FigureWords(given=ratio(10, 20)), hand=hand(by))


def test_one_key_serves_one_report(filled: Report, other_report: Report, head: Account, other_officer: Account) -> None:
    once = hand(head)
    submit(filled, "", once)
    save_everything(other_report, other_officer)
    with pytest.raises(ReportStands):
        submit(other_report, "", Hand(other_officer, once=once.once, at=once.at))
