"""Of a figure of its period some months stand already: the report asks for the days that are left, not for all."""

from datetime import date
from decimal import Decimal

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.actions.take_report import return_report
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, save_figure, save_task
from tinhso.steering.reporting.drafting import DraftFigure, draft_of
from tinhso.steering.reporting.models import Report, SentFigure
from tinhso.steering.reporting.tests.conftest import CUT_OFF, hand

FIRST, LAST_MONTH, MIDDLE = date(2022, 6, 15), date(2022, 8, 15), date(2022, 7, 15)
LEFT = FIRST, date(2022, 8, 14)


def number(said: int) -> Given:
    return Given(number=Decimal(said))


def told(indicator: Indicator, unit: Unit, first: date, last: date, *, by: Account) -> Value:
    """Three of a month, entered by another door on 15/9."""
    whence = Whence(by=by, at=hand(by, date(2022, 9, 15)).at)
    return enter(Cell(indicator, unit, first, last), number(3), whence)


def line(report: Report) -> DraftFigure:
    return draft_of(Report.objects.get(pk=report.pk)).figures[0]


@pytest.fixture
def classes(indicator: Indicator) -> Indicator:
    """I.2 counts what happened in the days, as courses that were held."""
    facts = {"kind": Measure.Kind.NUMBER, "timing": Measure.Timing.IN_PERIOD, "share_of_whole": False}
    Measure.objects.filter(indicator=indicator).update(**facts)
    return indicator


@pytest.fixture
def sent(report: Report, task: Task, classes: Indicator, district: Unit, officer: Account, head: Account) -> Report:
    """The last month stood; of the days before it the unit says 7."""
    told(classes, district, LAST_MONTH, CUT_OFF, by=officer)
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(head))
    save_figure(report, (classes.pk, district.pk), FigureWords(given=number(7)), hand=hand(head))
    return submit(report, "", hand(head))


def test_the_days_that_are_left_are_asked_for_and_sent(sent: Report) -> None:
    value = SentFigure.objects.get().value
    assert value is not None
    assert (value.from_on, value.to_on, value.number) == (*LEFT, Decimal(7))
    assert line(sent).is_covered


def test_sent_again_as_it_was_it_is_not_given_twice(sent: Report, coordinator: Account, head: Account) -> None:
    return_report(sent, "Thiếu chữ ký", hand(coordinator))
    submit(sent, "", hand(head))
    assert Value.objects.count() == 2
    assert SentFigure.objects.order_by("pk")[1].note == "Cộng số của các kỳ ngắn hơn: 10"


def test_several_stretches_are_named_and_not_asked_for_as_one(
    report: Report, classes: Indicator, district: Unit, officer: Account
) -> None:
    told(classes, district, MIDDLE, date(2022, 8, 14), by=officer)
    found = line(report)
    assert found.gaps == [(FIRST, date(2022, 7, 14)), (LAST_MONTH, CUT_OFF)]
    assert not found.is_said


def test_what_was_written_for_all_days_is_not_taken_for_those_that_are_left(
    report: Report, classes: Indicator, district: Unit, officer: Account
) -> None:
    early = hand(officer, date(2022, 9, 14))
    save_figure(report, (classes.pk, district.pk), FigureWords(given=number(10)), hand=early)
    told(classes, district, LAST_MONTH, CUT_OFF, by=officer)
    assert not line(report).is_said
