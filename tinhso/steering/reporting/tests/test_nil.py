"""What a nil report may hold: nobody reads on in it, so what says something is never in one."""

from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.actions.send_report import send_nil
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, save_figure, save_task
from tinhso.steering.reporting.models import Report, Submission
from tinhso.steering.reporting.refusals import NotNil
from tinhso.steering.reporting.tests.conftest import CUT_OFF, hand
from tinhso.steering.reporting.tests.test_counted import counted
from tinhso.steering.reporting.tests.test_partly_told import FIRST, LAST_MONTH, classes, number, told
from tinhso.steering.reporting.tests.test_writing import given_on, ratio

__all__ = ["classes"]


def test_what_was_typed_of_a_figure_that_is_counted_since_says_nothing(
    report: Report, indicator: Indicator, coordinator: Account, head: Account
) -> None:
    save_figure(report, (indicator.pk, report.unit_id), FigureWords(given=ratio(1, 2)), hand=hand(head))
    with pytest.raises(NotNil):
        send_nil(report, hand(head))
    counted(indicator, coordinator)
    send_nil(report, hand(head))
    assert Submission.objects.get().nil


def test_what_was_typed_of_days_that_months_tell_since_says_nothing(
    report: Report, classes: Indicator, officer: Account, head: Account
) -> None:
    save_figure(report, (classes.pk, report.unit_id), FigureWords(given=number(7)), hand=hand(head))
    told(classes, report.unit, FIRST, date(2022, 8, 14), by=officer)
    told(classes, report.unit, LAST_MONTH, CUT_OFF, by=officer)
    send_nil(report, hand(head))
    assert Submission.objects.get().nil


def test_words_beside_nothing_changed_are_read(report: Report, task: Task, indicator: Indicator, head: Account) -> None:
    given_on(indicator, report.unit, date(2022, 6, 14), said=ratio(40, 100), by=head)
    save_task(report, task, TaskWords(said="unchanged", note="Vẫn chờ kinh phí"), hand=hand(head))
    with pytest.raises(NotNil):
        send_nil(report, hand(head))
    save_task(report, task, TaskWords(said="unchanged", seen=1), hand=hand(head))
    send_nil(report, hand(head))


def test_a_note_at_a_figure_that_has_not_changed_is_read(
    report: Report, task: Task, indicator: Indicator, head: Account
) -> None:
    given_on(indicator, report.unit, date(2022, 6, 14), said=ratio(40, 100), by=head)
    cell = indicator.pk, report.unit_id
    save_figure(report, cell, FigureWords(given=None, note="Số của tháng trước"), hand=hand(head))
    with pytest.raises(NotNil):
        send_nil(report, hand(head))
