"""Whom a reminder reaches: who holds the right at the unit today, or where its work went; the head when it is late."""

from datetime import date

import pytest
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.organisations.models import Reorganisation, Unit
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step
from tinhso.steering.following.actions.complete_task import Claim, claim_completion
from tinhso.steering.following.actions.remind import remind
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.inbox import notices_of
from tinhso.steering.following.models import Notice, ProductRecord
from tinhso.steering.following.reminding.clock import tell
from tinhso.steering.following.reminding.moments import Plan
from tinhso.steering.following.reminding.setting import set_rule
from tinhso.steering.following.reminding.tests.conftest import at
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db


def told(account: Account, day: date, task: Task) -> list[str]:
    return [each.words for each in notices_of(account, day).filter(task=task, thing__startswith="task:")]


def test_before_the_day_the_officers_are_told_and_not_their_head(
    task: Task, officer: Account, head: Account, other_officer: Account
) -> None:
    day = date(2022, 7, 27)
    remind(day)
    assert told(officer, day, task) == ["Nhiệm vụ II.1 hạn 31/7/2022, còn 2 ngày làm việc"]
    assert (told(head, day, task), told(other_officer, day, task)) == ([], [])


def test_when_it_is_late_the_head_is_told_as_well(task: Task, officer: Account, head: Account) -> None:
    day = date(2022, 8, 1)
    remind(day)
    late = ["Nhiệm vụ II.1 hạn 31/7/2022, quá hạn 1 ngày"]
    assert (told(officer, day, task), told(head, day, task)) == (late, late)


def test_where_the_unit_has_only_its_head_he_is_told(task: Task, head: Account) -> None:
    remind(date(2022, 7, 27))
    assert len(told(head, date(2022, 7, 27), task)) == 1


def test_for_a_body_that_has_nobody_here_who_coordinates_is_told_once(task: Task, coordinator: Account) -> None:
    day = date(2022, 7, 27)
    remind(day)
    (words,) = told(coordinator, day, task)
    assert words.endswith("(đơn vị chủ trì chưa có người dùng hệ thống)")


def test_what_is_done_is_told_to_nobody(task: Task, officer: Account) -> None:
    claim_completion(task, Claim(day=date(2022, 7, 15)), Hand(officer))
    remind(date(2022, 7, 27))
    assert not Notice.objects.filter(task=task, thing__gt="").exists()


def test_a_product_that_is_not_in_is_told_on_its_own_day(with_products: Task, officer: Account) -> None:
    product = with_products.deliverables.get(due_on=date(2022, 7, 31))
    remind(date(2022, 7, 27))
    (told,) = Notice.objects.filter(thing=f"product:{product.pk}")
    assert f"“{product.text[:30]}" in told.words
    hand = Hand(officer)
    ProductRecord.objects.create(
        task=with_products, deliverable=product, account=officer, kind="product_recorded", day=hand.today
    )
    remind(date(2022, 7, 29))
    assert Notice.objects.filter(thing=f"product:{product.pk}").count() == 1


def test_after_a_merger_those_of_the_successor_are_told(
    task: Task, officer: Account, other_officer: Account, other_head: Account
) -> None:
    RoleAssignment.objects.filter(account=officer).update(valid_to=date(2022, 7, 1))
    decision = Reorganisation(key="sap-nhap", title="Sắp xếp", effective_on=date(2022, 7, 1))
    put_into_force(Order(decision, (Step("end", "huyen-mau"),), (Follow("merge", "huyen-mau", "huyen-khac"),)))
    day = date(2022, 7, 27)
    remind(day)
    assert len(told(other_officer, day, task)) == 1
    assert (told(officer, day, task), told(other_head, day, task)) == ([], [])


def test_who_takes_over_the_role_later_finds_the_notice_too(task: Task, officer: Account, district: Unit) -> None:
    remind(date(2022, 7, 27))
    successor = Account.objects.create_account("ke-nhiem", display_name="Người kế nhiệm")
    RoleAssignment.objects.create(account=successor, role="unit_officer", unit=district, valid_from=date(2022, 7, 28))
    assert len(told(successor, date(2022, 7, 28), task)) == 1


def test_the_last_moment_of_the_due_day_is_not_late_and_the_next_one_is(
    programme: Programme, task: Task, officer: Account
) -> None:
    Task.objects.filter(pk=task.pk).update(due_on=date(2022, 7, 28))
    tell(at(28, 23, 59))
    tell(at(29, 0, 1))
    assert list(Notice.objects.filter(task=task).order_by("pk").values_list("kind", flat=True)) == [
        "due_today",
        "overdue",
    ]
    assert timezone.localdate(at(29, 0, 1)) == date(2022, 7, 29)


def test_a_machine_that_was_off_tells_each_thing_once(task: Task, officer: Account) -> None:
    remind(date(2022, 7, 21))
    remind(date(2022, 7, 30))
    assert [each.key.split(":")[4] for each in Notice.objects.filter(task=task).order_by("pk")] == ["b7", "b1"]


def test_a_programme_has_its_own_rule_from_a_day_on(
    programme: Programme, task: Task, officer: Account, coordinator: Account
) -> None:
    set_rule(programme, Plan(before=(2,), after=(), weeks=0), valid_from=date(2022, 7, 1), reason="", by=coordinator)
    assert [remind(date(2022, 7, day)) for day in (27, 28, 29)] == [0, 2, 0]
    assert remind(date(2022, 8, 1)) == 0
