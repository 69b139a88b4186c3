"""Of many that lead a task each answers for its own words: another's head neither approves them nor sends them back."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.cast import person
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.ask_extension import MoreTime, approve_extension, ask_extension
from tinhso.steering.following.actions.complete_task import (
    Claim,
    approve_completion,
    claim_completion,
    return_completion,
)
from tinhso.steering.following.actions.report_progress import Progress, approve_progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed, Notice, ProgressEntry
from tinhso.steering.following.refusals import NotYourTask
from tinhso.steering.following.waiting import desk_of
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db


def _report(task: Task, by: Account) -> ProgressEntry:
    return report_progress(task, Progress(said="doing", note="Đã có dự thảo"), Hand(by))


def _ask(task: Task, by: Account) -> Deed:
    return ask_extension(task, MoreTime(asked_on=date(2022, 11, 30), reason="Chờ Bộ"), Hand(by))


def _claim(task: Task, by: Account) -> Deed:
    return claim_completion(task, Claim(day=date(2022, 7, 15)), Hand(by))


#: What an officer does, and how his head lets it go on.
SAID = {
    "report": (_report, approve_progress),
    "extension": (_ask, approve_extension),
    "completion": (_claim, approve_completion),
}
Do = Callable[[Task, Account], Deed]
Approve = Callable[[Deed, Hand], Deed]
each_kind = pytest.mark.parametrize(("do", "approve"), SAID.values(), ids=SAID)


@pytest.fixture
def shared(task: Task) -> Task:
    """Huyện Mẫu and Huyện Khác both lead; heads approve first."""
    Programme.objects.update(head_approves=True)
    task.assignments.filter(role="cooperator").update(role="lead")
    return Task.objects.select_related("programme").get(pk=task.pk)


def waits_for(account: Account) -> list[int]:
    desk = desk_of(account, Hand(account).today, Programme.objects.all())
    return [deed.pk for deeds in desk.to_approve() for deed in deeds]


@each_kind
def test_the_head_of_one_lead_does_not_approve_what_another_lead_sent(
    shared: Task, head: Account, other_officer: Account, other_head: Account, do: Do, approve: Approve
) -> None:
    theirs = do(shared, other_officer)
    with pytest.raises(NotYourTask, match="thủ trưởng đơn vị đã gửi"):
        approve(theirs, Hand(head))
    approve(theirs, Hand(other_head))
    assert theirs.followed_by.get().account == other_head


@each_kind
def test_it_waits_on_the_desk_of_its_own_head_alone(
    shared: Task,
    head: Account,
    other_officer: Account,
    other_head: Account,
    coordinator: Account,
    do: Do,
    approve: Approve,
) -> None:
    theirs = do(shared, other_officer)
    assert (waits_for(head), waits_for(other_head), waits_for(coordinator)) == ([], [theirs.pk], [])
    assert list(Notice.objects.values_list("unit__key", "verb")) == [("huyen-khac", "approve_report")]


@each_kind
def test_where_the_unit_has_no_head_who_watches_lets_it_go_on(
    shared: Task, head: Account, other_officer: Account, coordinator: Account, do: Do, approve: Approve
) -> None:
    theirs = do(shared, other_officer)
    assert (waits_for(head), waits_for(coordinator)) == ([], [theirs.pk])
    assert set(Notice.objects.values_list("unit__key", "verb")) == {("so-thuong-truc", "confirm")}
    with pytest.raises(NotYourTask):
        approve(theirs, Hand(head))
    approve(theirs, Hand(coordinator))
    deed = theirs.followed_by.get()
    assert deed.unit == RoleAssignment.objects.get(account=coordinator).unit


def test_a_claim_that_waits_for_one_head_is_not_returned_by_another(
    shared: Task, head: Account, other_officer: Account, other_head: Account
) -> None:
    claimed = claim_completion(shared, Claim(day=date(2022, 7, 15)), Hand(other_officer))
    with pytest.raises(NotYourTask):
        return_completion(claimed, "Thiếu báo cáo", Hand(head))
    assert return_completion(claimed, "Thiếu báo cáo", Hand(other_head)).state == "returned"


def test_the_head_of_a_unit_below_does_not_approve_what_the_unit_above_sent(
    shared: Task, head: Account, province: Unit
) -> None:
    shared.assignments.filter(role="lead").exclude(unit__key="huyen-mau").update(unit=province)
    theirs = _report(shared, person("clerk", "Cao Thị Thử", role=Role.UNIT_OFFICER, at=province))
    with pytest.raises(NotYourTask):
        approve_progress(theirs, Hand(head))
    above = person("above", "Lâm Văn Thử", role=Role.HEAD_OF_UNIT, at=province)
    assert not approve_progress(theirs, Hand(above)).for_head
