"""II.4, the share of reports made online: those sent as data among those that were due, each to be opened."""

from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.opening import open_records
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.tie import Days, tie
from tinhso.steering.figures.counting import count_for
from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Indicator, Programme
from tinhso.steering.reporting.by_clock import turn
from tinhso.steering.reporting.metrics import ONLINE
from tinhso.steering.reporting.models import Report, RoundDue
from tinhso.steering.reporting.tests.conftest import CUT_OFF, LAST_DAY

pytestmark = pytest.mark.django_db
STARTS, END = date(2022, 1, 1), date(2022, 9, 30)


def counted(programme: Programme, day: date = END) -> tuple[int, int | None]:
    count = take(ONLINE, Scope(STARTS, day, f"programme/{programme.pk}"), by=None, reason="Đếm lại")
    return count.numerator, count.denominator


def send(report: Report, day: date = LAST_DAY, state: str = "sent") -> None:
    Report.objects.filter(pk=report.pk).update(state=state, sent_on=day)


def others_not_asked(*kept: Report) -> None:
    Report.objects.exclude(pk__in=[each.pk for each in kept]).update(required=False)


@pytest.fixture(autouse=True)
def two(report: Report, other_report: Report) -> None:
    """Only the two districts are asked."""
    others_not_asked(report, other_report)


def test_sent_as_data_among_those_due(programme: Programme, report: Report) -> None:
    send(report)
    assert counted(programme) == (1, 2)


def test_before_the_due_day_nothing_is_due(programme: Programme, report: Report) -> None:
    send(report, CUT_OFF)
    assert counted(programme, CUT_OFF) == (0, 0)


def test_late_is_online_too_and_returned_is_not(programme: Programme, report: Report, other_report: Report) -> None:
    send(report, date(2022, 9, 28), "accepted")
    send(other_report, LAST_DAY, "returned")
    assert counted(programme) == (1, 2)


def test_what_was_not_asked_is_in_no_denominator(programme: Programme, report: Report, other_report: Report) -> None:
    send(report)
    others_not_asked(report)
    assert counted(programme) == (1, 1)


def test_bodies_outside_the_administration_are_none_of_it(
    programme: Programme, report: Report, other_report: Report
) -> None:
    send(report)
    Report.objects.filter(pk=other_report.pk).update(sender=RoundDue.Sender.OUTSIDE)
    assert counted(programme) == (1, 1)


def test_the_indicator_is_counted_for_each_unit_with_its_reports(
    indicator: Indicator, report: Report, district: Unit, coordinator: Account
) -> None:
    send(report)
    tie(indicator, ONLINE.code, Days(STARTS), by=coordinator)
    count_for(indicator.programme, date(2022, 6, 15), END)
    found = Value.objects.filter(source="counted", reference="bao-cao-truc-tuyen@1")
    figures = {value.unit.key: f"{value.numerator:.0f}/{value.denominator:.0f}" for value in found}
    assert figures == {"huyen-mau": "1/1", "huyen-khac": "0/1"}
    leaf = open_records(ONLINE, Count.objects.get(), "numerator", by=coordinator, unit=district.pk, most=50)
    assert [each.cells for each in leaf.records] == [("Báo cáo quý III năm 2022", "20/9/2022", "20/9/2022", "Đã gửi")]


def test_a_round_is_counted_by_the_clock_once_its_days_are_over(
    programme: Programme, indicator: Indicator, report: Report, coordinator: Account
) -> None:
    Report.objects.filter(required=True).update(due_on=CUT_OFF)
    send(report, CUT_OFF)
    tie(indicator, ONLINE.code, Days(STARTS), by=coordinator)
    turn(CUT_OFF)
    assert not Value.objects.filter(source=Value.Source.COUNTED).exists()
    turn(date(2022, 9, 15))
    turn(date(2022, 9, 16))
    own = Value.objects.get(source=Value.Source.COUNTED, unit=report.unit)
    assert (int(own.numerator or 0), int(own.denominator or 0)) == (1, 1)
