"""What was done in somebody's name is his own: neither he nor who acts for him decides on it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import lend, person
from tinhso.kernel.accounts.delegation.take_back import take_back
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.ask_extension import MoreTime, ask_extension
from tinhso.steering.following.actions.complete_task import Claim, claim_completion, confirm_completion
from tinhso.steering.following.actions.decide_extension import Decision, decide_extension
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.actions.return_progress import return_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Extension
from tinhso.steering.following.refusals import OwnClaim
from tinhso.steering.following.waiting import desk_of
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
IN_JULY = Claim(day=date(2022, 7, 15))
NOVEMBER = MoreTime(asked_on=date(2022, 11, 30), reason="Chờ hướng dẫn của Bộ")
GRANTED = Decision(due_on=date(2022, 10, 31), paper_number="12/TB-BCĐ", paper_day=date(2022, 7, 20))


def again(account: Account) -> Account:
    """As the next request finds him."""
    return Account.objects.get(pk=account.pk)


@pytest.fixture
def confirmed_by_head(task: Task) -> Task:
    Programme.objects.update(confirmer="head")
    return Task.objects.select_related("programme").get(pk=task.pk)


@pytest.fixture
def clerk(commune: Unit, head: Account) -> Account:
    """An officer of a commune who acts for the head of the district."""
    made = person("clerk", "Cao Thị Thử", role=Role.UNIT_OFFICER, at=commune)
    lend(head, made)
    return again(made)


def to_confirm(account: Account) -> int:
    return len(desk_of(account, Hand(account).today, Programme.objects.all()).to_confirm())


def to_decide(account: Account) -> int:
    return len(desk_of(account, Hand(account).today, Programme.objects.all()).to_decide())


def offered(client: Client, account: Account, task: Task) -> bool:
    client.force_login(account)
    page = client.get(reverse("pages:task", args=(task.programme_id, task.pk))).content.decode()
    return "xac-nhan" in page


def test_a_head_does_not_confirm_what_was_claimed_in_his_name(
    client: Client, confirmed_by_head: Task, head: Account, clerk: Account, second_head: Account
) -> None:
    claimed = claim_completion(confirmed_by_head, IN_JULY, Hand(clerk))
    assert claimed.in_name_of == head
    with pytest.raises(OwnClaim):
        confirm_completion(claimed, Hand(head))
    assert [to_confirm(who) for who in (head, clerk, second_head)] == [0, 0, 1]
    assert [offered(client, who, confirmed_by_head) for who in (head, clerk, second_head)] == [False, False, True]
    assert confirm_completion(claimed, Hand(second_head)).state == "confirmed"


def test_who_acts_for_a_head_does_not_confirm_what_the_head_claimed(
    client: Client, confirmed_by_head: Task, head: Account, clerk: Account
) -> None:
    claimed = claim_completion(confirmed_by_head, IN_JULY, Hand(head))
    with pytest.raises(OwnClaim):
        confirm_completion(claimed, Hand(clerk))
    assert (to_confirm(clerk), offered(client, clerk, confirmed_by_head)) == (0, False)


def test_what_an_officer_claims_for_himself_the_head_confirms(
    confirmed_by_head: Task, head: Account, officer: Account
) -> None:
    claimed = claim_completion(confirmed_by_head, IN_JULY, Hand(officer))
    assert (claimed.in_name_of, to_confirm(head)) == (None, 1)
    assert confirm_completion(claimed, Hand(head)).state == "confirmed"


@pytest.fixture
def asked(task: Task, coordinator: Account) -> Extension:
    """The department in charge leads the task itself, and its officer asks for more time."""
    task.assignments.filter(role="lead").update(unit=task.programme.coordinating_unit)
    return ask_extension(task, NOVEMBER, Hand(coordinator))


def test_who_acts_for_another_decides_on_that_ones_request_only_by_a_right_of_his_own(
    asked: Extension, coordinator: Account, registrar: Account, second_coordinator: Account
) -> None:
    given = lend(coordinator, registrar, Verb.CONFIRM)
    with pytest.raises(OwnClaim):
        decide_extension(asked, GRANTED, Hand(again(registrar)))
    take_back(given, by=coordinator)
    lend(coordinator, second_coordinator, Verb.CONFIRM)
    colleague = again(second_coordinator)
    assert [to_decide(who) for who in (again(registrar), colleague)] == [0, 1]
    assert decide_extension(asked, GRANTED, Hand(colleague)).in_name_of is None


def test_who_decides_by_the_chairs_right_decides_in_the_chairs_name(
    task: Task, officer: Account, coordinator: Account, chair: Account
) -> None:
    asked = ask_extension(task, NOVEMBER, Hand(officer))
    lend(chair, coordinator, Verb.DECIDE)
    made = decide_extension(asked, Decision(due_on=date(2022, 10, 31)), Hand(again(coordinator)))
    assert (made.in_name_of, made.who) == (chair, "Nguyễn Thị Thử thay mặt Vũ Văn Mẫu")


def test_a_report_in_the_only_heads_name_is_sent_back_by_who_watches(
    task: Task, head: Account, clerk: Account, coordinator: Account
) -> None:
    entry = report_progress(task, Progress(said="doing", note="Đã họp"), Hand(clerk))
    with pytest.raises(OwnClaim):
        return_progress(entry, "Chưa rõ", Hand(head))
    assert return_progress(entry, "Chưa rõ", Hand(coordinator)).is_returned
