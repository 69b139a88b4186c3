"""Two clicks, two people, at the very same moment, each on a connection of its own."""

from datetime import date

import pytest

from tests.together import at_once
from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.actions.ask_extension import MoreTime, ask_extension
from tinhso.steering.following.actions.complete_task import Claim, claim_completion
from tinhso.steering.following.actions.decide_extension import Decision, decide_extension
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Completion, ExtensionDecision
from tinhso.steering.programmes.models import Deadline, Task

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_double_click_claims_once(task: Task, officer: Account) -> None:
    hand = Hand(officer)
    assert at_once(*[lambda: claim_completion(task, Claim(), hand)] * 2) == ["done", "done"]
    assert Completion.objects.count() == 1


def test_of_two_people_who_claim_the_second_is_told(task: Task, officer: Account, head: Account) -> None:
    clicks = [lambda who=who: claim_completion(task, Claim(), Hand(who)) for who in (officer, head)]
    assert at_once(*clicks) == ["done", "task_done"]


def test_of_two_who_decide_the_second_is_told_and_one_deadline_holds(
    task: Task, officer: Account, coordinator: Account, chair: Account
) -> None:
    asked = ask_extension(task, MoreTime(asked_on=date(2022, 11, 30), reason="Chờ"), Hand(officer))
    granted = Decision(due_on=date(2022, 11, 30), paper_number="3/TB", paper_day=date(2022, 7, 1))
    clicks = [lambda who=who: decide_extension(asked, granted, Hand(who)) for who in (coordinator, chair)]
    assert at_once(*clicks) == ["already_settled", "done"]
    assert ExtensionDecision.objects.count() == 1
    assert Deadline.objects.in_force().filter(task=task).count() == 1
