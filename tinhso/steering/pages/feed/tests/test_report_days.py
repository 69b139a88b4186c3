"""What a plan orders to be reported stands once in the calendar of who is to send it, and of nobody else."""

from datetime import date
from itertools import chain

import pytest

from tinhso.kernel.organisations.models import Post, Unit
from tinhso.steering.pages.feed.declared_days import declared_days
from tinhso.steering.pages.feed.report_days import report_days
from tinhso.steering.programmes.models import Assignment, Duty, Programme
from tinhso.steering.reporting.models import Report, Round, RoundDue, RoundProgramme

DAY = date(2022, 9, 16)
UNITS, DEPARTMENT = "Hạn báo cáo: Báo cáo của đơn vị", "Hạn báo cáo: Báo cáo Ban chỉ đạo"


@pytest.fixture
def duties(programme: Programme, district: Unit, department_in_charge: Unit) -> tuple[Duty, Duty]:
    """Huyện Mẫu by name, and who heads the department by the post, as a plan says it."""
    programme.duties.all().delete()
    rhythm = {"programme": programme, "frequency": "quarterly", "before": True}
    units = Duty.objects.create(position=1, what="Báo cáo của đơn vị", day=20, **rhythm)
    department = Duty.objects.create(position=2, what="Báo cáo Ban chỉ đạo", day=25, **rhythm)
    director = Post.objects.create(unit=department_in_charge, title="Giám đốc", valid_from=date(2022, 1, 1))
    sender = {"programme": programme, "position": 1, "role": "sender", "certainty": "certain"}
    Assignment.objects.create(duty=units, wording="Chủ tịch UBND huyện", unit=district, **sender)
    Assignment.objects.create(duty=department, wording="Giám đốc Sở", post=director, **sender)
    return units, department


def september(programme: Programme, unit: Unit) -> list[tuple[int, str]]:
    """What stands in the calendar of the unit in September 2022: day and title."""
    found = chain(
        report_days([programme], [unit.pk], DAY),
        declared_days([programme], frozenset({unit.pk}), DAY),
    )
    return sorted((each.day.day, each.title) for each in found if (each.day.year, each.day.month) == (2022, 9))


def test_before_a_round_the_plans_own_day_stands_with_who_is_to_send_it(
    programme: Programme, duties: tuple[Duty, Duty], district: Unit, other_district: Unit, department_in_charge: Unit
) -> None:
    assert september(programme, district) == [(20, UNITS)]
    assert september(programme, department_in_charge) == [(25, DEPARTMENT)]
    assert september(programme, other_district) == []


def test_once_the_round_is_open_each_report_stands_once(
    programme: Programme, duties: tuple[Duty, Duty], quarter: Round, district: Unit, department_in_charge: Unit
) -> None:
    assert september(programme, district) == [(20, "Hạn: Báo cáo quý III năm 2022 của UBND huyện Mẫu")]
    theirs = [title for day, title in september(programme, department_in_charge) if day == 25]
    assert theirs == ["Hạn: Tổng hợp báo cáo quý III năm 2022"]


def test_what_was_sent_is_told_as_done_and_no_more_as_due(
    programme: Programme, duties: tuple[Duty, Duty], report: Report, district: Unit
) -> None:
    Report.objects.filter(pk=report.pk).update(state="sent", sent_on=DAY)
    assert september(programme, district) == [(20, "Đã xong: Báo cáo quý III năm 2022 của UBND huyện Mẫu")]


def test_a_round_that_is_only_planned_or_orders_something_else_takes_no_day_away(
    programme: Programme, duties: tuple[Duty, Duty], planned: Round, district: Unit
) -> None:
    assert (20, UNITS) in september(programme, district)
    RoundProgramme.objects.filter(round=planned).update(duty=duties[1])
    Round.objects.filter(pk=planned.pk).update(state="open")
    assert (20, UNITS) in september(programme, district)


def test_where_the_round_names_no_day_for_the_department_that_of_the_plan_stays(
    programme: Programme, duties: tuple[Duty, Duty], quarter: Round, department_in_charge: Unit
) -> None:
    RoundDue.objects.filter(round=quarter, sender="department").delete()
    assert (25, DEPARTMENT) in september(programme, department_in_charge)


def test_a_duty_without_a_sender_told_is_every_units(programme: Programme, other_district: Unit) -> None:
    programme.duties.all().delete()
    Duty.objects.create(programme=programme, position=1, what="Báo cáo", frequency="quarterly", day=20, before=True)
    assert september(programme, other_district) == [(20, "Hạn báo cáo: Báo cáo")]
