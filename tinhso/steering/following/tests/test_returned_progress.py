"""A head sends a report back with a reason: it counts no more, it stays to be read, the writer says it anew."""

import pytest

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.exchange.models import Announcement
from tinhso.steering.following.actions.complete_task import Claim, claim_completion
from tinhso.steering.following.actions.report_progress import (
    Progress,
    approve_progress,
    correct_progress,
    report_progress,
)
from tinhso.steering.following.actions.return_progress import return_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.inbox import notices_of
from tinhso.steering.following.models import Deed, ProgressEntry
from tinhso.steering.following.refusals import AlreadySettled, NotYourTask, OwnClaim, ReasonMissing, TaskDone
from tinhso.steering.following.waiting import desk_of
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
DOING = Progress(said="doing", note="Đã có dự thảo", share=40)
ANEW = Progress(said="doing", note="Dự thảo lần hai", share=50)
WHY = "Chưa nêu kinh phí"


@pytest.fixture
def entry(task: Task, officer: Account) -> ProgressEntry:
    return report_progress(task, DOING, Hand(officer))


def standing(task: Task) -> list[str]:
    return [each.note for each in ProgressEntry.objects.in_force().filter(task=task).order_by("pk")]


def waits_for(account: Account, task: Task) -> list[str]:
    desk = desk_of(account, Hand(account).today, Programme.objects.all())
    return [each.reason for each in desk.sent_back() if each.task_id == task.pk]


def test_it_counts_no_more_and_stays_in_the_history(task: Task, entry: ProgressEntry, head: Account) -> None:
    returned = return_progress(entry, WHY, Hand(head))
    assert (returned.is_returned, standing(task)) == (True, [])
    deed = returned.followed_by.get()
    assert (deed.kind, deed.note, deed.account) == (Deed.Kind.PROGRESS_RETURNED, WHY, head)
    assert Announcement.objects.filter(event="task.progress_returned").count() == 1


def test_the_writer_is_told_and_finds_it_among_his_work(
    task: Task, entry: ProgressEntry, head: Account, officer: Account, colleague: Account
) -> None:
    return_progress(entry, WHY, Hand(head))
    today = Hand(head).today
    assert [each.words for each in notices_of(officer, today)] == [
        "Phạm Văn Mẫu trả lại cập nhật nhiệm vụ II.1: Chưa nêu kinh phí"
    ]
    assert (waits_for(officer, task), waits_for(colleague, task), waits_for(head, task)) == ([WHY], [], [])


def test_when_the_writer_has_left_his_unit_is_told(
    task: Task, entry: ProgressEntry, head: Account, officer: Account, colleague: Account
) -> None:
    RoleAssignment.objects.filter(account=officer).delete()
    entry.refresh_from_db()
    return_progress(entry, WHY, Hand(head))
    assert notices_of(colleague, Hand(head).today).count() == 1
    assert waits_for(colleague, task) == [WHY]


@pytest.mark.parametrize("anew", ["correction", "entry"])
def test_said_anew_nothing_waits_and_the_new_words_count(
    task: Task, entry: ProgressEntry, head: Account, officer: Account, anew: str
) -> None:
    return_progress(entry, WHY, Hand(head))
    if anew == "correction":
        correct_progress(entry, ANEW, Hand(officer))
    else:
        report_progress(task, ANEW, Hand(officer))
    assert (waits_for(officer, task), standing(task)) == ([], ["Dự thảo lần hai"])


def test_what_was_returned_can_be_returned_again_once_said_anew(
    task: Task, entry: ProgressEntry, head: Account, officer: Account
) -> None:
    return_progress(entry, WHY, Hand(head))
    second = correct_progress(entry, ANEW, Hand(officer))
    return_progress(second, "Vẫn thiếu", Hand(head))
    assert waits_for(officer, task) == ["Vẫn thiếu"]


def test_a_returned_correction_lets_stand_what_it_corrected(
    task: Task, entry: ProgressEntry, head: Account, officer: Account
) -> None:
    second = correct_progress(entry, ANEW, Hand(officer))
    return_progress(second, WHY, Hand(head))
    assert standing(task) == ["Đã có dự thảo"]
    correct_progress(second, Progress(said="doing", note="Lần ba"), Hand(officer))
    assert standing(task) == ["Lần ba"]
    with pytest.raises(AlreadySettled):
        correct_progress(second, ANEW, Hand(officer))


def test_what_was_corrected_is_not_returned(entry: ProgressEntry, head: Account, officer: Account) -> None:
    correct_progress(entry, ANEW, Hand(officer))
    with pytest.raises(AlreadySettled, match="đã sửa"):
        return_progress(entry, WHY, Hand(head))


def test_what_waits_for_approval_is_returned_in_its_stead(task: Task, officer: Account, head: Account) -> None:
    Programme.objects.update(head_approves=True)
    entry = report_progress(task, DOING, Hand(officer))
    return_progress(entry, WHY, Hand(head))
    assert not ProgressEntry.objects.waiting_for_head().exists()
    with pytest.raises(AlreadySettled, match="đã trả lại"):
        approve_progress(entry, Hand(head))


def test_the_second_of_two_who_return_is_told(entry: ProgressEntry, head: Account, second_head: Account) -> None:
    hand = Hand(head)
    assert return_progress(entry, WHY, hand) == return_progress(entry, WHY, hand)
    with pytest.raises(AlreadySettled, match="đã trả lại"):
        return_progress(entry, WHY, Hand(second_head))
    assert Deed.objects.filter(kind=Deed.Kind.PROGRESS_RETURNED).count() == 1


@pytest.mark.parametrize("who", ["coordinator", "member", "chair", "officer", "other_officer", "registrar"])
def test_where_the_lead_has_a_head_nobody_else_returns(
    entry: ProgressEntry, head: Account, who: str, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(NotYourTask):
        return_progress(entry, WHY, Hand(request.getfixturevalue(who)))


def test_who_watches_returns_where_no_head_is(entry: ProgressEntry, coordinator: Account) -> None:
    deed = return_progress(entry, WHY, Hand(coordinator)).followed_by.get()
    assert deed.unit == RoleAssignment.objects.get(account=coordinator).unit


def test_the_head_of_one_lead_does_not_return_what_another_lead_wrote(
    task: Task, entry: ProgressEntry, head: Account, other_officer: Account, other_head: Account
) -> None:
    task.assignments.filter(role="cooperator").update(role="lead")
    theirs = report_progress(task, DOING, Hand(other_officer))
    with pytest.raises(NotYourTask):
        return_progress(theirs, WHY, Hand(head))
    assert return_progress(theirs, WHY, Hand(other_head)).is_returned


def test_the_head_of_the_lead_returns_what_a_unit_that_helps_wrote(
    task: Task, head: Account, other_officer: Account
) -> None:
    theirs = report_progress(task, DOING, Hand(other_officer))
    return_progress(theirs, WHY, Hand(head))
    assert waits_for(other_officer, task) == [WHY]


def test_what_the_only_head_wrote_himself_is_returned_by_who_watches(
    task: Task, head: Account, coordinator: Account
) -> None:
    entry = report_progress(task, DOING, Hand(head))
    with pytest.raises(OwnClaim):
        return_progress(entry, WHY, Hand(head))
    assert return_progress(entry, WHY, Hand(coordinator)).is_returned


def test_a_return_says_why_and_a_task_said_to_be_done_is_returned_whole(
    task: Task, entry: ProgressEntry, head: Account, officer: Account
) -> None:
    with pytest.raises(ReasonMissing):
        return_progress(entry, "  ", Hand(head))
    claim_completion(task, Claim(), Hand(officer))
    with pytest.raises(TaskDone):
        return_progress(entry, WHY, Hand(head))
