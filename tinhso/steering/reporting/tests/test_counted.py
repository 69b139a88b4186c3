"""What the system counts by itself is not asked of a unit, and cannot be typed beside in its report."""

from datetime import date

import pytest
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.figures.models import Tie, Value
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, save_figure, save_task
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.models import Report, SentFigure
from tinhso.steering.reporting.refusals import FigureCounted
from tinhso.steering.reporting.tests.conftest import hand
from tinhso.steering.reporting.tests.test_writing import ratio


def counted(indicator: Indicator, by: Account, *, since: date = date(2022, 1, 1)) -> Tie:
    facts = {"from_on": since, "tied_by": by, "tied_at": timezone.now()}
    return Tie.objects.create(indicator=indicator, metric="bao-cao-truc-tuyen", **facts)


def test_a_counted_figure_is_not_asked_for(report: Report, indicator: Indicator, coordinator: Account) -> None:
    counted(indicator, coordinator)
    draft = draft_of(report)
    assert draft.figures[0].is_said
    assert draft.unsaid == 1


def test_nothing_is_typed_beside_it(
    report: Report, indicator: Indicator, coordinator: Account, officer: Account
) -> None:
    counted(indicator, coordinator)
    with pytest.raises(FigureCounted):
        save_figure(report, (indicator.pk, report.unit_id), FigureWords(given=ratio(1, 2)), hand=hand(officer))


def test_what_was_typed_before_becomes_no_second_figure(
    report: Report, task: Task, indicator: Indicator, coordinator: Account, head: Account
) -> None:
    save_figure(report, (indicator.pk, report.unit_id), FigureWords(given=ratio(1, 2)), hand=hand(head))
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(head))
    counted(indicator, coordinator)
    submit(report, "", hand(head))
    assert not Value.objects.exists()
    assert SentFigure.objects.get().note.startswith("Hệ thống tự đếm")


def test_days_that_end_before_it_is_counted_are_asked_for(
    report: Report, indicator: Indicator, coordinator: Account
) -> None:
    counted(indicator, coordinator, since=date(2022, 10, 1))
    assert not draft_of(report).figures[0].is_said
