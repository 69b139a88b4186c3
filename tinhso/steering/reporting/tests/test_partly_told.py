"""Of a figure of its period some months stand already: the report asks for the days that are left, not for all."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.correct import correct, withdraw
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.wording import written_span
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.actions.open_round import open_round
from tinhso.steering.reporting.actions.plan_round import plan_round
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.actions.take_report import return_report
from tinhso.steering.reporting.actions.write_report import NOT_KNOWN, FigureWords, TaskWords, save_figure, save_task
from tinhso.steering.reporting.drafting import DraftFigure, draft_of
from tinhso.steering.reporting.models import Report, Round, SentFigure
from tinhso.steering.reporting.refusals import FigureInParts
from tinhso.steering.reporting.spans import Span
from tinhso.steering.reporting.tests.conftest import CUT_OFF, THIRD_QUARTER, hand

FIRST, LAST_MONTH, MIDDLE = date(2022, 6, 15), date(2022, 8, 15), date(2022, 7, 15)
LEFT = FIRST, date(2022, 8, 14)
Spans = tuple[Span, ...]


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


JUNE, JULY = (date(2022, 6, 1), date(2022, 6, 30)), (date(2022, 7, 1), date(2022, 7, 31))
AUGUST, SEPTEMBER = (date(2022, 8, 1), date(2022, 8, 31)), (date(2022, 9, 1), date(2022, 9, 30))
MORE = date(2022, 6, 1), CUT_OFF
ASTRIDE = [
    pytest.param((JUNE,), (JULY[0], CUT_OFF), id="begun before"),
    pytest.param((JUNE, JULY, AUGUST), (SEPTEMBER[0], CUT_OFF), id="by the calendar"),
    pytest.param((SEPTEMBER,), (FIRST, AUGUST[1]), id="ending after"),
]


@pytest.mark.parametrize(("months", "left"), ASTRIDE)
def test_of_days_that_a_month_astride_tells_nothing_more_is_asked(
    report: Report, task: Task, classes: Indicator, officer: Account, head: Account, *, months: Spans, left: Span
) -> None:
    for month in months:
        told(classes, report.unit, *month, by=officer)
    assert line(report).span == left
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(head))
    save_figure(report, (classes.pk, report.unit_id), FigureWords(given=number(7)), hand=hand(head))
    submit(report, "", hand(head))
    value = SentFigure.objects.get().value
    assert value is not None
    assert (value.from_on, value.to_on, value.number) == (*left, Decimal(7))


@pytest.mark.parametrize("spans", [(JUNE, JULY, AUGUST, SEPTEMBER), (MORE,)])
def test_where_others_tell_of_all_days_and_more_it_is_sent_with_their_spans(
    report: Report, task: Task, classes: Indicator, officer: Account, head: Account, *, spans: Spans
) -> None:
    for span in spans:
        told(classes, report.unit, *span, by=officer)
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(head))
    with pytest.raises(FigureInParts, match="1/6/2022"):
        save_figure(report, (classes.pk, report.unit_id), FigureWords(given=number(7)), hand=hand(head))
    submit(report, "", hand(head))
    row = SentFigure.objects.get()
    assert (row.value, row.note) == (None, f"Đã có số theo các kỳ {', '.join(written_span(*span) for span in spans)}")


def test_of_several_stretches_it_may_be_said_why_they_are_not_known(
    report: Report, task: Task, classes: Indicator, officer: Account, head: Account
) -> None:
    told(classes, report.unit, MIDDLE, date(2022, 8, 14), by=officer)
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(head))
    cell = classes.pk, report.unit_id
    with pytest.raises(FigureInParts, match="còn thiếu 15/6/2022–14/7/2022, 15/8/2022–14/9/2022"):
        save_figure(report, cell, FigureWords(given=number(7)), hand=hand(head))
    save_figure(report, cell, FigureWords(given=NOT_KNOWN, note="Chờ trung tâm chốt"), hand=hand(head))
    submit(report, "", hand(head))
    row = SentFigure.objects.get()
    assert (row.value, row.note) == (None, "Chờ trung tâm chốt")


def test_a_figure_saved_for_one_stretch_is_not_sent_where_several_are_left(
    report: Report, classes: Indicator, officer: Account
) -> None:
    told(classes, report.unit, MIDDLE, date(2022, 8, 14), by=officer)
    last = told(classes, report.unit, LAST_MONTH, CUT_OFF, by=officer)
    save_figure(report, (classes.pk, report.unit_id), FigureWords(given=number(7)), hand=hand(officer))
    assert line(report).is_said
    withdraw(last, Whence(by=officer, note="Nhầm", at=hand(officer).at))
    assert not line(report).is_said


def test_all_weeks_of_a_year_are_looked_at(classes: Indicator, district: Unit, coordinator: Account) -> None:
    first, last = date(2022, 1, 1), date(2022, 12, 31)
    dues = tuple(replace(due, day=due.day + timedelta(days=112)) for due in THIRD_QUARTER.dues)
    asked = replace(THIRD_QUARTER, kind=Round.Kind.YEAR, title="Năm", first_day=first, last_day=last, dues=dues)
    year = plan_round(asked, [classes.programme], hand(coordinator, date(2022, 6, 1)))
    week = timedelta(days=7)
    at = hand(coordinator, date(2022, 12, 31)).at
    for place in range(52):
        cell = Cell(classes, district, first + place * week, first + place * week + timedelta(days=6))
        enter(cell, number(1), Whence(by=None, at=at))
    open_round(year, hand(coordinator, date(2022, 12, 31)))
    found = line(Report.objects.get(round=year, unit=district))
    assert found.span == (last, last)


def test_what_was_written_for_all_days_is_not_taken_for_those_that_are_left(
    report: Report, classes: Indicator, district: Unit, officer: Account
) -> None:
    early, cell = hand(officer, date(2022, 9, 14)), (classes.pk, district.pk)
    save_figure(report, cell, FigureWords(given=number(10), note="Cả kỳ"), hand=early)
    told(classes, district, LAST_MONTH, CUT_OFF, by=officer)
    assert (line(report).is_said, line(report).note) == (False, "")
    save_figure(report, cell, FigureWords(given=number(10), note="Cả kỳ", seen=1), hand=hand(officer))
    assert (line(report).is_said, line(report).note) == (True, "Cả kỳ")


def test_a_month_that_is_corrected_leaves_what_is_said_of_the_rest(
    report: Report, task: Task, classes: Indicator, officer: Account, head: Account
) -> None:
    month = told(classes, report.unit, LAST_MONTH, CUT_OFF, by=officer)
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(head))
    save_figure(report, (classes.pk, report.unit_id), FigureWords(given=number(30)), hand=hand(head))
    correct(month, number(4), Whence(by=officer, note="Nhập nhầm", at=hand(officer, date(2022, 9, 17)).at))
    assert line(report).is_said
    submit(report, "", hand(head, date(2022, 9, 18)))
    value = SentFigure.objects.get().value
    assert value is not None
    assert (value.from_on, value.to_on, value.number) == (*LEFT, Decimal(30))


def test_what_was_said_of_the_rest_is_not_taken_for_all_days_where_the_month_is_withdrawn(
    report: Report, classes: Indicator, officer: Account
) -> None:
    month = told(classes, report.unit, LAST_MONTH, CUT_OFF, by=officer)
    cell = classes.pk, report.unit_id
    save_figure(report, cell, FigureWords(given=number(30)), hand=hand(officer))
    withdraw(month, Whence(by=officer, note="Nhầm", at=hand(officer).at))
    assert (line(report).is_said, line(report).span) == (False, (FIRST, CUT_OFF))
    save_figure(report, cell, FigureWords(given=number(30), seen=1), hand=hand(officer))
    assert line(report).is_said
