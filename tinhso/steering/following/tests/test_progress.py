"""A unit says how its task stands; nobody else says it for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.models import Announcement
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.report_progress import (
    Progress,
    approve_progress,
    correct_progress,
    report_progress,
)
from tinhso.steering.following.evidencing import Proof
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed, Notice, ProgressEntry
from tinhso.steering.following.refusals import (
    AlreadySettled,
    DayAhead,
    NothingSaid,
    NotYourTask,
    OwnClaim,
    ShareImpossible,
    TaskWithdrawn,
)
from tinhso.steering.programmes.actions.close import close_programme
from tinhso.steering.programmes.models import Programme, Task
from tinhso.steering.programmes.refusals import ProgrammeClosed

pytestmark = pytest.mark.django_db
DOING = Progress(said="doing", note="Đã có dự thảo", share=40)


def test_the_lead_reports_and_the_entry_says_who_for_which_unit(task: Task, officer: Account, district: Unit) -> None:
    entry = report_progress(task, DOING, Hand(officer))
    assert (entry.account, entry.unit, entry.share, entry.note) == (officer, district, 40, "Đã có dự thảo")
    assert Announcement.objects.get().event == "task.progressed"


def test_a_unit_that_helps_reports_for_itself(task: Task, other_officer: Account, other_district: Unit) -> None:
    assert report_progress(task, DOING, Hand(other_officer)).unit == other_district


@pytest.mark.parametrize("who", ["coordinator", "member", "chair", "registrar", "administrator"])
def test_others_only_read(task: Task, officer: Account, who: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(NotYourTask):
        report_progress(task, DOING, Hand(request.getfixturevalue(who)))


def test_the_coordinating_unit_stands_in_for_a_lead_who_has_nobody_here(
    task: Task, coordinator: Account, commune: Unit, province: Unit
) -> None:
    task.assignments.filter(role="lead").update(unit=province)
    assert report_progress(task, DOING, Hand(coordinator)).account == coordinator


def test_who_watches_a_task_stands_in_for_a_lead_who_has_nobody_here(
    task: Task, officer: Account, other_officer: Account, other_district: Unit, province: Unit
) -> None:
    task.assignments.filter(role="cooperator").update(role="watcher")
    with pytest.raises(NotYourTask):
        report_progress(task, DOING, Hand(other_officer))
    task.assignments.filter(role="lead").update(unit=province)
    assert report_progress(task, DOING, Hand(other_officer)).unit == other_district


def test_a_form_sent_twice_is_one_entry(task: Task, officer: Account) -> None:
    hand = Hand(officer)
    assert report_progress(task, DOING, hand) == report_progress(task, DOING, hand)
    assert ProgressEntry.objects.count() == 1


def test_two_people_on_one_task_lose_nothing(task: Task, officer: Account, head: Account) -> None:
    report_progress(task, DOING, Hand(officer))
    report_progress(task, Progress(said="stuck", note="Thiếu kinh phí"), Hand(head))
    assert ProgressEntry.objects.in_force().count() == 2
    assert ProgressEntry.objects.latest_of_each().get().note == "Thiếu kinh phí"


def test_a_correction_takes_the_place_of_what_it_corrects_and_both_stay(task: Task, officer: Account) -> None:
    wrong = report_progress(task, DOING, Hand(officer))
    right = correct_progress(wrong, Progress(said="doing", note="Mới họp", share=10), Hand(officer))
    assert list(ProgressEntry.objects.in_force()) == [right]
    assert ProgressEntry.objects.count() == 2
    with pytest.raises(AlreadySettled):
        correct_progress(wrong, DOING, Hand(officer))


def test_another_unit_does_not_correct_it(task: Task, officer: Account, other_officer: Account) -> None:
    entry = report_progress(task, DOING, Hand(officer))
    with pytest.raises(NotYourTask):
        correct_progress(entry, DOING, Hand(other_officer))
    assert ProgressEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("progress", "refusal"),
    [
        (Progress(said="doing"), NothingSaid),
        (Progress(said="stuck", note="  "), NothingSaid),
        (Progress(said="doing", note="x", share=101), ShareImpossible),
    ],
)
def test_what_says_nothing_or_too_much_is_refused(
    task: Task, officer: Account, progress: Progress, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        report_progress(task, progress, Hand(officer))


def test_nobody_reports_of_tomorrow(task: Task, officer: Account) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(DayAhead):
        report_progress(task, Progress(said="unchanged", day=tomorrow), Hand(officer))


def test_no_change_needs_no_words(task: Task, officer: Account) -> None:
    assert report_progress(task, Progress(said="unchanged"), Hand(officer)).note == ""


def test_a_closed_programme_takes_no_entry(
    task: Task, programme: Programme, officer: Account, administrator: Account
) -> None:
    close_programme(programme, "Hết năm", by=administrator)
    with pytest.raises(ProgrammeClosed):
        report_progress(task, DOING, Hand(officer))


def test_a_task_that_the_corrected_plan_left_out_takes_no_entry(task: Task, officer: Account) -> None:
    Task.objects.filter(pk=task.pk).update(withdrawn_at=timezone.now())
    with pytest.raises(TaskWithdrawn):
        report_progress(task, DOING, Hand(officer))


def test_where_heads_approve_an_entry_counts_once_the_head_has(task: Task, officer: Account, head: Account) -> None:
    Programme.objects.update(head_approves=True)
    entry = report_progress(task, DOING, Hand(officer))
    assert not ProgressEntry.objects.in_force().exists()
    assert Notice.objects.get().verb == "approve_report"
    with pytest.raises(NotYourTask):
        approve_progress(entry, Hand(officer))
    approve_progress(entry, Hand(head))
    assert ProgressEntry.objects.in_force().get() == entry
    with pytest.raises(AlreadySettled):
        approve_progress(entry, Hand(head))


def test_what_the_head_writes_counts_at_once(task: Task, head: Account) -> None:
    Programme.objects.update(head_approves=True)
    entry = report_progress(task, DOING, Hand(head))
    assert not entry.for_head
    with pytest.raises(OwnClaim):
        approve_progress(entry, Hand(head))


def test_evidence_stands_with_the_entry(task: Task, officer: Account) -> None:
    proof = Proof(link="https://example.vn/quy-che")
    entry = report_progress(task, Progress(said="doing", note="Đã đăng", proofs=(proof,)), Hand(officer))
    assert [each.link for each in Deed.objects.get(pk=entry.pk).evidence.all()] == ["https://example.vn/quy-che"]
