"""Who watches reminds those who lead: each unit once, a task once a day, and never what is done."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.ask_unit import Wanted, answer_request, ask_unit, decline_request
from tinhso.steering.following.actions.complete_task import Claim, claim_completion
from tinhso.steering.following.actions.remind import remind
from tinhso.steering.following.actions.remind_lead import remind_lead
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.inbox import notices_of
from tinhso.steering.following.models import Deed, Notice, UnitRequest
from tinhso.steering.following.refusals import NobodyToRemind, NotYourTask, RemindedToday, TaskDone
from tinhso.steering.following.tests.conftest import name
from tinhso.steering.programmes.models import Assignment, Task

pytestmark = pytest.mark.django_db
Reply = Callable[[UnitRequest, str, Hand], UnitRequest]
WORDS = "Báo cáo trước thứ Sáu"


def test_whoever_reports_for_the_lead_is_told_by_whom_and_until_when(
    task: Task, coordinator: Account, officer: Account, other_officer: Account
) -> None:
    remind_lead(task, WORDS, Hand(coordinator))
    today = Hand(officer).today
    assert [each.words for each in notices_of(officer, today)] == [
        "Nguyễn Thị Thử nhắc nhiệm vụ II.1, hạn 31/7/2022: Báo cáo trước thứ Sáu"
    ]
    assert not notices_of(other_officer, today).exists()


def test_a_unit_named_twice_at_a_task_is_told_once(
    task: Task, coordinator: Account, officer: Account, district: Unit
) -> None:
    name(task, district, Assignment.Role.LEAD)
    remind_lead(task, "", Hand(coordinator))
    assert Notice.objects.count() == 1


def test_a_task_is_reminded_once_a_day_whoever_reminds(
    task: Task, coordinator: Account, member: Account, officer: Account
) -> None:
    hand = Hand(coordinator)
    assert remind_lead(task, WORDS, hand) == remind_lead(task, WORDS, hand)
    with pytest.raises(RemindedToday):
        remind_lead(task, WORDS, Hand(member))
    remind_lead(task, WORDS, Hand(member, at=hand.at + timedelta(days=1)))
    assert (Deed.objects.count(), Notice.objects.count()) == (2, 2)


def test_a_lead_who_has_nobody_here_cannot_be_reminded(task: Task, coordinator: Account, district: Unit) -> None:
    with pytest.raises(NobodyToRemind):
        remind_lead(task, WORDS, Hand(coordinator))


def test_what_is_done_is_not_reminded(task: Task, coordinator: Account, officer: Account) -> None:
    claim_completion(task, Claim(), Hand(officer))
    with pytest.raises(TaskDone):
        remind_lead(task, WORDS, Hand(coordinator))


@pytest.mark.parametrize("who", ["officer", "head", "other_officer", "registrar", "administrator"])
def test_who_does_not_watch_does_not_remind(task: Task, who: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(NotYourTask):
        remind_lead(task, WORDS, Hand(request.getfixturevalue(who)))


def test_a_unit_asked_is_reminded_before_its_day_once(
    task: Task, officer: Account, other_officer: Account, other_district: Unit
) -> None:
    wanted = Wanted(unit=other_district, what="Góp ý dự thảo", due_on=date(2022, 6, 10), remind_days=3)
    ask_unit(task, wanted, Hand(officer))
    today = Hand(other_officer).today
    due = notices_of(other_officer, today).filter(kind=Notice.Kind.DUE_SOON)
    told = [(remind(date(2022, 6, day)), due.count()) for day in (6, 7, 8, 11)]
    assert told == [(0, 0), (1, 1), (0, 1), (0, 1)]
    assert due.get().words == "Đề nghị phối hợp nhiệm vụ II.1 đến hạn 10/6/2022"
    assert not notices_of(officer, today).filter(kind=Notice.Kind.DUE_SOON).exists()


@pytest.mark.parametrize("reply", [answer_request, decline_request])
def test_a_unit_that_has_answered_is_not_reminded(
    task: Task, officer: Account, other_officer: Account, other_district: Unit, reply: Reply
) -> None:
    wanted = Wanted(unit=other_district, what="Góp ý dự thảo", due_on=date(2022, 6, 10))
    reply(ask_unit(task, wanted, Hand(officer)), "Không có ý kiến", Hand(other_officer))
    assert remind(date(2022, 6, 8)) == 0
