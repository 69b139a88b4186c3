"""Nhắc đơn vị còn thiếu: once a day, to those who write the report, to the head when it is late."""

from datetime import date

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.steering.following.actions.remind import open_keys, remind
from tinhso.steering.following.due import Asked, due_things
from tinhso.steering.following.inbox import unread
from tinhso.steering.following.models import Notice
from tinhso.steering.following.reminding.clock import tell
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.actions.open_round import close_round, open_due_rounds
from tinhso.steering.reporting.actions.remind_missing import Reminded, remind_missing
from tinhso.steering.reporting.due_things import DUE_THINGS
from tinhso.steering.reporting.models import Report, ReportDeed, Round, RoundEvent
from tinhso.steering.reporting.refusals import NobodyMissing, NotYourRound, RoundNotOpen
from tinhso.steering.reporting.tests.conftest import LAST_DAY, hand

BEFORE, AFTER = date(2022, 9, 16), date(2022, 9, 21)


def titles(account: Account, day: date) -> list[str]:
    """What the person is told."""
    return [notice.words for notice in unread(account, day)]


def test_the_officers_of_missing_units_are_told_and_it_is_kept(
    client: Client, quarter: Round, report: Report, coordinator: Account, officer: Account, other_officer: Account
) -> None:
    told = remind_missing(quarter, hand(coordinator, BEFORE))
    assert told == Reminded(now=3)
    what = "báo cáo quý III năm 2022 của UBND huyện Mẫu"
    assert titles(officer, BEFORE) == [f"Cơ quan tổng hợp nhắc gửi {what}: hạn 20/9/2022, còn 2 ngày làm việc"]
    assert len(titles(other_officer, BEFORE)) == 1
    client.force_login(officer)
    assert client.get(unread(officer, BEFORE)[0].path).status_code == 200
    deed = ReportDeed.objects.get(report=report, kind="reminded")
    assert (deed.account, deed.day) == (coordinator, BEFORE)
    assert RoundEvent.objects.filter(round=quarter, kind="reminded").count() == 1


def test_the_head_is_told_only_when_it_is_late(
    quarter: Round, coordinator: Account, officer: Account, head: Account
) -> None:
    remind_missing(quarter, hand(coordinator, BEFORE))
    assert titles(head, BEFORE) == []
    remind_missing(quarter, hand(coordinator, AFTER))
    assert len(titles(head, AFTER)) == 1


@pytest.mark.parametrize("by_hand", [True, False])
def test_what_waits_for_the_head_is_reminded_to_him_and_not_to_who_wrote_it(
    quarter: Round, report: Report, coordinator: Account, officer: Account, head: Account, *, by_hand: bool
) -> None:
    """Before the due day too: there is nothing more that the officers can do."""
    Report.objects.filter(pk=report.pk).update(state="at_head")
    if by_hand:
        remind_missing(quarter, hand(coordinator, BEFORE))
    else:
        remind(BEFORE)
    of_report = f"report:{report.pk}"
    told = [unread(account, BEFORE).filter(thing=of_report).count() for account in (head, officer)]
    assert told == [1, 0]


def test_where_the_head_is_that_of_the_unit_above_he_is_reminded(
    quarter: Round, report: Report, officer: Account, chair: Account
) -> None:
    RoleAssignment.objects.filter(account=chair).update(role="head_of_unit")
    Report.objects.filter(pk=report.pk).update(state="at_head")
    remind(BEFORE)
    assert unread(chair, BEFORE).filter(thing=f"report:{report.pk}").count() == 1


def test_a_unit_is_reminded_once_a_day(quarter: Round, coordinator: Account, officer: Account) -> None:
    first = remind_missing(quarter, hand(coordinator, BEFORE))
    again = remind_missing(quarter, hand(coordinator, BEFORE))
    assert (again.now, again.before) == (0, first.now)
    assert len(titles(officer, BEFORE)) == 1


def test_who_has_sent_is_not_told(quarter: Round, report: Report, coordinator: Account, officer: Account) -> None:
    Report.objects.filter(pk=report.pk).update(state="sent", sent_on=LAST_DAY)
    remind_missing(quarter, hand(coordinator, AFTER))
    assert titles(officer, AFTER) == []


def test_a_unit_that_has_nobody_here_is_named_as_one_to_call(
    quarter: Round, other_report: Report, coordinator: Account
) -> None:
    RoleAssignment.objects.filter(unit=other_report.unit).delete()
    told = remind_missing(quarter, hand(coordinator, BEFORE))
    assert told.unreachable == 2
    assert not Notice.objects.filter(thing=f"report:{other_report.pk}").exists()


def test_who_stands_in_for_bodies_that_have_nobody_here_is_told_once_how_many_they_are(
    client: Client, quarter: Round, report: Report, other_report: Report, coordinator: Account
) -> None:
    """Before, a line for each of them; led to where they are listed. A level with its own day is told of by itself."""
    RoleAssignment.objects.filter(unit__in=(report.unit, other_report.unit)).delete()
    remind(AFTER)
    (told,) = unread(coordinator, AFTER).filter(thing__startswith="reports:")
    words = "Báo cáo quý III năm 2022 hạn 20/9/2022, quá hạn 1 ngày: 2 đơn vị còn thiếu (chưa có người dùng hệ thống)"
    assert (told.words, told.thing in open_keys(AFTER)) == (words, True)
    client.force_login(coordinator)
    page = client.get(told.path).content.decode()
    assert "UBND huyện Mẫu" in page
    assert "UBND huyện Khác" in page


def test_of_many_bodies_that_have_nobody_here_it_is_told_how_many_have_it_back(
    quarter: Round, report: Report, other_report: Report, coordinator: Account
) -> None:
    """That one was returned does not make the others less late."""
    RoleAssignment.objects.filter(unit__in=(report.unit, other_report.unit)).delete()
    Report.objects.filter(pk=report.pk).update(state="returned", sent_on=LAST_DAY)
    remind(AFTER)
    (told,) = unread(coordinator, AFTER).filter(thing__startswith="reports:")
    counts = "1 đơn vị còn thiếu, 1 đơn vị phải gửi lại (chưa có người dùng hệ thống)"
    assert (told.kind, told.words) == ("overdue", f"Báo cáo quý III năm 2022 hạn 20/9/2022, quá hạn 1 ngày: {counts}")


def test_one_body_that_has_nobody_here_is_named(quarter: Round, other_report: Report, coordinator: Account) -> None:
    other_report.round.reports.exclude(pk=other_report.pk).update(state="sent", sent_on=LAST_DAY)
    RoleAssignment.objects.filter(unit=other_report.unit).delete()
    remind(AFTER)
    what = "Báo cáo quý III năm 2022 của UBND huyện Khác hạn 20/9/2022, quá hạn 1 ngày"
    (told,) = unread(coordinator, AFTER).filter(thing__startswith="reports:")
    assert told.words == f"{what} (chưa có người dùng hệ thống)"


def test_a_reminder_names_the_unit_and_what_it_is_about(
    quarter: Round, report: Report, officer: Account, programme: Programme
) -> None:
    remind(LAST_DAY)
    (told,) = unread(officer, LAST_DAY).filter(thing=f"report:{report.pk}")
    assert told.words == "Báo cáo quý III năm 2022 của UBND huyện Mẫu hạn 20/9/2022, hạn hôm nay"
    assert told.subject == programme.name


@pytest.mark.parametrize("day", [LAST_DAY, date(2022, 9, 27)])
def test_what_was_sent_in_time_and_returned_is_never_told_as_late(
    quarter: Round, report: Report, officer: Account, coordinator: Account, day: date
) -> None:
    """Neither by the clock nor by the button."""
    Report.objects.filter(pk=report.pk).update(state="returned", sent_on=date(2022, 9, 15))
    remind(day)
    remind_missing(quarter, hand(coordinator, day))
    told = Notice.objects.filter(thing=f"report:{report.pk}", unit=report.unit, verb="report")
    assert {each.kind for each in told} == {"reminded"}
    assert {each.words for each in told} == {
        "Báo cáo quý III năm 2022 của UBND huyện Mẫu bị trả lại, hãy gửi lại",
        "Cơ quan tổng hợp nhắc gửi báo cáo quý III năm 2022 của UBND huyện Mẫu: bị trả lại, hãy gửi lại",
    }


def test_where_every_report_is_in_nobody_is_reminded(quarter: Round, coordinator: Account) -> None:
    Report.objects.update(state="sent", sent_on=LAST_DAY)
    with pytest.raises(NobodyMissing):
        remind_missing(quarter, hand(coordinator))


def test_a_round_that_is_not_open_reminds_nobody(planned: Round, coordinator: Account) -> None:
    with pytest.raises(RoundNotOpen):
        remind_missing(planned, hand(coordinator))


def test_only_the_department_reminds(quarter: Round, officer: Account) -> None:
    with pytest.raises((NotYourRound, NotAllowed)):
        remind_missing(quarter, hand(officer))


def test_a_report_is_due_until_it_is_sent(quarter: Round, report: Report) -> None:
    def done() -> dict[int, bool]:
        asked = Asked(date(2022, 9, 1), date(2022, 9, 30), BEFORE)
        return {thing.unit: thing.is_done for thing in due_things(asked, DUE_THINGS[:1])}

    assert done()[report.unit_id] is False
    Report.objects.filter(pk=report.pk).update(state="sent", sent_on=LAST_DAY)
    assert done()[report.unit_id] is True


def test_the_department_is_reminded_of_its_own_day(
    client: Client, quarter: Round, coordinator: Account, officer: Account, head: Account
) -> None:
    """Before 25/9, a Sunday."""
    day = date(2022, 9, 22)
    remind(day)
    (told,) = unread(coordinator, day).filter(thing=f"round:{quarter.pk}")
    assert told.words == "Tổng hợp báo cáo quý III năm 2022 hạn 25/9/2022, còn 1 ngày làm việc"
    assert not unread(officer, day).filter(thing=told.thing).exists()
    client.force_login(coordinator)
    assert client.get(told.path).status_code == 200


def test_a_department_that_is_late_is_told_with_its_head_until_it_closes_the_round(
    quarter: Round, coordinator: Account, chair: Account
) -> None:
    RoleAssignment.objects.filter(account=chair).update(role="head_of_unit", unit=quarter.coordinating_unit)
    day = date(2022, 9, 27)
    remind(day)
    assert [unread(each, day).filter(thing=f"round:{quarter.pk}").count() for each in (coordinator, chair)] == [1, 1]
    assert f"round:{quarter.pk}" in open_keys(day)
    close_round(quarter, "Hết hạn tổng hợp", hand(coordinator, day))
    assert f"round:{quarter.pk}" not in open_keys(day)


def test_what_was_sent_stands_in_calendars_when_the_round_is_closed(
    quarter: Round, report: Report, coordinator: Account
) -> None:
    Report.objects.filter(pk=report.pk).update(state="sent", sent_on=LAST_DAY)
    close_round(quarter, "Hết hạn tổng hợp", hand(coordinator))
    asked = Asked(date(2022, 9, 1), date(2022, 9, 30), BEFORE)
    assert {thing.key: thing.is_done for source in DUE_THINGS for thing in source(asked)} == {
        f"report:{report.pk}": True,
        f"round:{quarter.pk}": True,
    }


def test_a_round_of_a_demonstration_opens_by_the_day_at_which_it_stands(planned: Round) -> None:
    programme = planned.asks.get().programme
    programme.demonstration_on = date(2022, 6, 30)
    programme.save()
    assert open_due_rounds(date(2026, 11, 30)) == 0
    programme.demonstration_on = planned.opens_on
    programme.save()
    assert open_due_rounds(date(2026, 11, 30)) == 1


def test_planned_rounds_open_wherever_reminders_are_sent(planned: Round) -> None:
    tell(hand(Account(), planned.opens_on).at)
    planned.refresh_from_db()
    assert planned.is_open
