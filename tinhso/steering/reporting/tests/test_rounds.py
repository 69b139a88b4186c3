"""Rounds: their days, who may plan, open, close and reopen them, and who is asked."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.large import stored
from tests.readings import Writer
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.refusals import ReasonMissing
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Duty, Programme
from tinhso.steering.reporting.actions.open_round import close_round, open_due_rounds, open_round, reopen_round
from tinhso.steering.reporting.actions.plan_ordered import ordered_rounds, plan_ordered
from tinhso.steering.reporting.actions.plan_round import change_dues, plan_round
from tinhso.steering.reporting.actions.take_report import extend
from tinhso.steering.reporting.fetching import rounds_of
from tinhso.steering.reporting.models import Report, Round, RoundDue, RoundEvent
from tinhso.steering.reporting.refusals import (
    DueOrderWrong,
    NoTimeToWrite,
    NotYourRound,
    RoundImpossible,
    RoundPlanned,
    RoundsOverlap,
    RoundStands,
)
from tinhso.steering.reporting.tests.conftest import LAST_DAY, THIRD_QUARTER, hand, name
from tinhso.steering.reporting.windows import Due, window

Sender = RoundDue.Sender


def test_the_third_quarter_runs_from_15_june_to_14_september() -> None:
    days = window("quarter", Round.Basis.DECREE, year=2022, number=3)
    assert (days.first_day, days.last_day) == (date(2022, 6, 15), date(2022, 9, 14))


def test_a_calendar_quarter_ends_with_its_month() -> None:
    days = window("quarter", Round.Basis.CALENDAR, year=2022, number=3)
    assert (days.first_day, days.last_day) == (date(2022, 7, 1), date(2022, 9, 30))


def test_a_year_has_no_fifth_quarter() -> None:
    with pytest.raises(RoundImpossible):
        window("quarter", Round.Basis.DECREE, year=2022, number=5)


def test_the_20th_itself_counts_unless_the_programme_says_otherwise(planned: Round) -> None:
    assert planned.dues.get(sender=Sender.DISTRICT).last_on == LAST_DAY


def test_before_the_20th_is_the_19th_where_the_named_day_is_late(programme: Programme, coordinator: Account) -> None:
    programme.named_day_is_late = True
    programme.save()
    made = plan_round(THIRD_QUARTER, [programme], hand(coordinator))
    assert made.dues.get(sender=Sender.DISTRICT).last_on == date(2022, 9, 19)


def test_a_working_day_must_lie_between_cut_off_and_due_day(programme: Programme, coordinator: Account) -> None:
    """14/9/2022 is a Wednesday: due on the 15th leaves none, on the 16th one."""
    hurried = replace(THIRD_QUARTER, dues=(Due(Sender.DISTRICT, date(2022, 9, 15), before=False),))
    with pytest.raises(NoTimeToWrite, match="của UBND cấp huyện phải có"):
        plan_round(hurried, [programme], hand(coordinator))
    fair = replace(THIRD_QUARTER, dues=(Due(Sender.DISTRICT, date(2022, 9, 16), before=False),))
    assert plan_round(fair, [programme], hand(coordinator)).pk


def test_a_weekend_is_no_working_day(programme: Programme, coordinator: Account) -> None:
    """Cut off on Friday 16/9, due on Monday 19/9."""
    over_sunday = replace(
        THIRD_QUARTER, last_day=date(2022, 9, 16), dues=(Due(Sender.DISTRICT, date(2022, 9, 19), before=False),)
    )
    with pytest.raises(NoTimeToWrite):
        plan_round(over_sunday, [programme], hand(coordinator))


def test_the_department_is_due_after_the_units(programme: Programme, coordinator: Account) -> None:
    together = (
        Due(Sender.DISTRICT, date(2022, 9, 20), before=True),
        Due(Sender.DEPARTMENT, date(2022, 9, 20), before=True),
    )
    with pytest.raises(DueOrderWrong):
        plan_round(replace(THIRD_QUARTER, dues=together), [programme], hand(coordinator))


def test_two_quarters_do_not_overlap(planned: Round, programme: Programme, coordinator: Account) -> None:
    shifted = replace(THIRD_QUARTER, title="Quý III khác", first_day=date(2022, 9, 1), last_day=date(2022, 9, 15))
    with pytest.raises(RoundsOverlap) as refused:
        plan_round(shifted, [programme], hand(coordinator))
    assert planned.title in refused.value.sentence


def test_a_month_may_lie_within_the_quarter(planned: Round, programme: Programme, coordinator: Account) -> None:
    month = replace(THIRD_QUARTER, kind=Round.Kind.MONTH, title="Tháng 9", first_day=date(2022, 8, 15))
    assert plan_round(month, [programme], hand(coordinator)).pk != planned.pk


def test_the_form_sent_twice_plans_once(planned: Round, programme: Programme, coordinator: Account) -> None:
    assert plan_round(THIRD_QUARTER, [programme], hand(coordinator)).pk == planned.pk


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"words": "Kèm biểu số 2"}, "yêu cầu"),
        ({"opens_on": date(2022, 9, 5)}, "ngày mở"),
        ({"dues": THIRD_QUARTER.dues[:1]}, "hạn gửi"),
    ],
)
def test_what_stands_is_not_told_as_planned_otherwise(
    planned: Round, programme: Programme, coordinator: Account, other: dict[str, Any], what: str
) -> None:
    """Nothing that was typed is dropped with a word of success."""
    with pytest.raises(RoundPlanned) as refused:
        plan_round(replace(THIRD_QUARTER, **other), [programme], hand(coordinator))
    assert f"với {what} khác" in refused.value.sentence
    assert Round.objects.count() == 1


def test_only_the_department_in_charge_plans(programme: Programme, officer: Account, chair: Account) -> None:
    for somebody in (officer, chair):
        with pytest.raises((NotYourRound, NotAllowed)):
            plan_round(THIRD_QUARTER, [programme], hand(somebody))


def test_when_it_opens_every_unit_asked_has_its_report(
    quarter: Round, district: Unit, other_district: Unit, department_in_charge: Unit, commune: Unit
) -> None:
    """Not the commune, which leads nothing; the department gives I.1, which the plan gives to nobody."""
    asked = dict(Report.objects.filter(round=quarter).values_list("unit__key", "due_on"))
    assert asked == dict.fromkeys((district.key, other_district.key, department_in_charge.key), LAST_DAY)


def test_it_opens_once(quarter: Round, coordinator: Account) -> None:
    with pytest.raises(RoundStands, match="Kỳ báo cáo đang mở, nên không mở được"):
        open_round(quarter, hand(coordinator))


def test_a_round_not_open_yet_is_not_closed(planned: Round, coordinator: Account) -> None:
    with pytest.raises(RoundStands, match="Kỳ báo cáo chưa mở, nên không đóng được"):
        close_round(planned, "", hand(coordinator))


def test_opening_before_its_day_needs_a_reason_and_is_kept(planned: Round, coordinator: Account) -> None:
    """From its own day on it needs none."""
    early = hand(coordinator, planned.opens_on - timedelta(days=1))
    with pytest.raises(ReasonMissing):
        open_round(planned, early)
    open_round(planned, early, reason="Chủ tịch yêu cầu báo cáo sớm")
    assert RoundEvent.objects.get(round=planned).words == "Chủ tịch yêu cầu báo cáo sớm"


def test_it_opens_by_itself_on_its_day(planned: Round) -> None:
    assert open_due_rounds(date(2022, 8, 30)) == 0
    assert open_due_rounds(planned.opens_on) == 1
    event = RoundEvent.objects.get(round=planned)
    assert (event.kind, event.who) == (RoundEvent.Kind.OPENED, "Hệ thống, theo lịch")


def test_closing_with_units_missing_needs_a_reason(quarter: Round, coordinator: Account) -> None:
    with pytest.raises(ReasonMissing):
        close_round(quarter, " ", hand(coordinator))
    closed = close_round(quarter, "Đã quá hạn tổng hợp", hand(coordinator))
    assert closed.state == Round.State.CLOSED


def test_reopening_needs_a_reason_and_is_kept(quarter: Round, coordinator: Account) -> None:
    close_round(quarter, "Đã quá hạn tổng hợp", hand(coordinator))
    with pytest.raises(ReasonMissing):
        reopen_round(quarter, "", hand(coordinator))
    assert reopen_round(quarter, "Huyện Khác gửi bổ sung", hand(coordinator)).is_open
    kinds = list(RoundEvent.objects.filter(round=quarter).values_list("kind", flat=True))
    assert kinds == ["opened", "closed", "reopened"]


def test_an_officer_of_a_unit_neither_opens_nor_closes(planned: Round, officer: Account) -> None:
    with pytest.raises((NotYourRound, NotAllowed)):
        open_round(planned, hand(officer))


def test_other_due_days_move_the_reports_not_sent(quarter: Round, coordinator: Account) -> None:
    later = [Due(sender, date(2022, 9, 22), before=False) for sender in (Sender.DISTRICT, Sender.PROVINCE)]
    change_dues(quarter, later, "Nghỉ bù", hand=hand(coordinator))
    assert set(Report.objects.filter(round=quarter).values_list("due_on", flat=True)) == {date(2022, 9, 22)}


def test_a_level_left_without_a_day_moves_with_the_earliest_of_the_others(
    quarter: Round, other_report: Report, coordinator: Account
) -> None:
    """As it has been sending by that day since the round was opened."""
    only = [Due(Sender.PROVINCE, date(2022, 9, 26), before=False), Due(Sender.COMMUNE, date(2022, 9, 28), before=False)]
    change_dues(quarter, only, "Bão", hand=hand(coordinator))
    other_report.refresh_from_db()
    assert other_report.due_on == date(2022, 9, 26)


@pytest.mark.parametrize(("all_until", "own_until"), [(22, 23), (30, 30)])
def test_a_unit_given_more_time_keeps_the_later_of_its_day_and_that_of_all(
    quarter: Round, report: Report, other_report: Report, coordinator: Account, *, all_until: int, own_until: int
) -> None:
    extend(report, date(2022, 9, 23), "Thay cán bộ", hand=hand(coordinator))
    moved = [Due(Sender.DISTRICT, date(2022, 9, all_until), before=False)]
    change_dues(quarter, moved, "Bão", hand=hand(coordinator))
    report.refresh_from_db()
    other_report.refresh_from_db()
    assert (report.due_on.day, other_report.due_on.day) == (own_until, all_until)


def test_the_plan_itself_orders_its_rounds(
    programme: Programme, coordinator: Account, department_in_charge: Unit
) -> None:
    """Units before the 20th, the department before the 25th of the quarter's last month."""
    programme.duties.all().delete()
    for day, sender in ((20, None), (25, department_in_charge)):
        facts = {"what": "Báo cáo", "frequency": "quarterly", "day": day, "before": True}
        duty = Duty.objects.create(programme=programme, position=day, **facts)
        if sender:
            name(sender, "sender", duty=duty)
    assert all(each.is_new for each in ordered_rounds(programme, []))
    first, *_others = rounds = [each.round for each in plan_ordered(programme, Hand(coordinator)) if each.round]
    assert [each.last_day for each in rounds] == [date(2022, month, 14) for month in (3, 6, 9, 12)]
    assert first.dues.get(sender=Sender.COMMUNE).last_on == date(2022, 3, 20)
    assert first.dues.get(sender=Sender.DEPARTMENT).last_on == date(2022, 3, 25)


def test_what_the_plan_orders_stands_with_the_due_days_it_was_given_since(
    programme: Programme, coordinator: Account
) -> None:
    programme.duties.all().delete()
    Duty.objects.create(programme=programme, position=1, what="Báo cáo", frequency="quarterly", day=20, before=True)
    first = plan_ordered(programme, Hand(coordinator))[0].round
    assert first
    change_dues(first, [Due(Sender.DISTRICT, date(2022, 3, 22), before=False)], "Bão", hand=Hand(coordinator))
    again = plan_ordered(programme, Hand(coordinator))
    assert [each.why_not for each in again] == [""] * 4
    assert again[0].round == first


def test_what_cannot_be_planned_is_left_and_the_others_are_planned(
    programme: Programme, planned: Round, coordinator: Account
) -> None:
    """Two duties order each quarter, and one quarter stands under a name of its own."""
    programme.duties.all().delete()
    for day in (20, 22):
        facts = {"what": "Báo cáo", "frequency": "quarterly", "day": day, "before": True}
        Duty.objects.create(programme=programme, position=day, **facts)
    Round.objects.update(title="Báo cáo riêng")
    looked_at = ordered_rounds(programme, rounds_of(programme))
    made = plan_ordered(programme, Hand(coordinator))
    assert [each.why_not for each in made] == [each.why_not for each in looked_at]
    assert [bool(each.why_not) for each in made].count(False) == 3
    assert Round.objects.count() == 4


def test_one_round_asks_for_two_programmes(
    programme: Programme, coordinator: Account, department_in_charge: Unit, district: Unit
) -> None:
    other = Programme.objects.get(pk=programme.pk)
    second = _second_programme(other, coordinator)
    name(district, task=second.tasks.get(code="II.2"))
    made = open_round(plan_round(THIRD_QUARTER, [programme, second], hand(coordinator)), hand(coordinator))
    assert made.asks.count() == 2
    assert Report.objects.filter(round=made, unit=district).count() == 1


def _second_programme(first: Programme, by: Account) -> Programme:
    writer = Writer(subject="Kế hoạch chuyển đổi số thứ hai năm 2022")
    writer.heading("II", "Nhiệm vụ")
    writer.task("II.2", "Nhiệm vụ của kế hoạch thứ hai")
    made = start(stored(writer.reading()), by=by, coordinating_unit=first.coordinating_unit)
    Assignment.objects.filter(programme=made).delete()
    return made
