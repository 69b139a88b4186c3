"""Báo hoàn thành: with the products in, confirmed or returned by whoever watches."""

from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.exchange.models import Announcement
from tinhso.steering.following.actions.complete_task import (
    Claim,
    approve_completion,
    claim_completion,
    confirm_completion,
    reopen_task,
    return_completion,
)
from tinhso.steering.following.actions.record_product import Delivered, record_product, take_back_product
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.evidencing import Proof
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Completion, ProductRecord
from tinhso.steering.following.refusals import (
    AlreadySettled,
    EvidenceMissing,
    NotYourTask,
    OwnClaim,
    ProductIn,
    ProductsMissing,
    ReasonMissing,
    StandingTask,
    TaskDone,
    TaskOpen,
    WrongKind,
)
from tinhso.steering.programmes.models import Assignment, Programme, Task

pytestmark = pytest.mark.django_db
IN_JULY = Claim(day=date(2022, 7, 15), note="Quy chế đã ban hành")


def issued(kind: str, day: date = date(2022, 7, 10)) -> Proof:
    document = IssuedDocument.objects.create(
        kind=kind, number="15", symbol=f"{kind}-UBND", issued_on=day, issuer="UBND huyện Mẫu", subject="Quy chế"
    )
    return Proof(document=document)


@pytest.fixture
def claimed(task: Task, officer: Account) -> Completion:
    return claim_completion(task, IN_JULY, Hand(officer))


def test_the_lead_says_it_is_done_and_on_which_day(task: Task, claimed: Completion) -> None:
    task.refresh_from_db()
    assert (task.completed_on, claimed.state) == (date(2022, 7, 15), "claimed")
    assert Announcement.objects.get().event == "task.completed"


def test_the_coordinating_unit_confirms_where_nobody_watches(claimed: Completion, coordinator: Account) -> None:
    assert confirm_completion(claimed, Hand(coordinator)).state == "confirmed"
    with pytest.raises(AlreadySettled):
        confirm_completion(claimed, Hand(coordinator))


def test_the_watcher_confirms_where_there_is_one(
    task: Task, claimed: Completion, coordinator: Account, chair: Account
) -> None:
    watching = chair.roles.get().unit
    Assignment.objects.create(
        programme=task.programme, position=0, task=task, role="watcher", certainty="certain", unit=watching
    )
    with pytest.raises(NotYourTask):
        confirm_completion(claimed, Hand(coordinator))
    assert confirm_completion(claimed, Hand(chair)).followed_by.get().unit == watching


@pytest.mark.parametrize("who", ["officer", "other_officer", "head", "registrar", "administrator"])
def test_nobody_else_confirms(claimed: Completion, who: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(NotYourTask):
        confirm_completion(claimed, Hand(request.getfixturevalue(who)))


def test_returned_with_a_reason_the_task_is_open_again(task: Task, claimed: Completion, coordinator: Account) -> None:
    with pytest.raises(ReasonMissing):
        return_completion(claimed, "", Hand(coordinator))
    return_completion(claimed, "Chưa có quyết định ban hành", Hand(coordinator))
    task.refresh_from_db()
    assert (task.completed_on, claimed.state) == (None, "returned")
    assert list(Announcement.objects.order_by("pk").values_list("event", flat=True)) == [
        "task.completed",
        "task.reopened",
    ]


def test_a_task_said_to_be_done_takes_nothing_more_until_it_is_reopened(
    task: Task, claimed: Completion, officer: Account
) -> None:
    with pytest.raises(TaskDone):
        report_progress(task, Progress(said="unchanged"), Hand(officer))
    reopen_task(task, "Phải bổ sung phụ lục", Hand(officer))
    task.refresh_from_db()
    assert task.completed_on is None
    assert report_progress(task, Progress(said="unchanged"), Hand(officer)).said == "unchanged"
    with pytest.raises(TaskOpen):
        reopen_task(task, "Lần nữa", Hand(officer))


def test_a_claim_sent_twice_is_one_and_a_second_claim_is_refused(task: Task, officer: Account, head: Account) -> None:
    hand = Hand(officer)
    assert claim_completion(task, IN_JULY, hand) == claim_completion(task, IN_JULY, hand)
    with pytest.raises(TaskDone):
        claim_completion(task, IN_JULY, Hand(head))


def test_a_helper_does_not_say_it_is_done_and_a_standing_duty_never_is(
    task: Task, standing: Task, officer: Account, other_officer: Account
) -> None:
    with pytest.raises(NotYourTask):
        claim_completion(task, IN_JULY, Hand(other_officer))
    with pytest.raises(StandingTask):
        claim_completion(standing, IN_JULY, Hand(officer))


def test_products_that_are_not_in_need_a_reason(with_products: Task, officer: Account) -> None:
    with pytest.raises(ProductsMissing, match="2 sản phẩm"):
        claim_completion(with_products, IN_JULY, Hand(officer))
    reason = Claim(day=date(2022, 7, 15), reason="Bộ cho phép gộp vào quy chế chung")
    assert claim_completion(with_products, reason, Hand(officer)).without_products


def test_with_its_products_in_the_task_is_done_without_a_word(with_products: Task, officer: Account) -> None:
    rule, report = with_products.deliverables.order_by("position")
    record = record_product(rule, Delivered(proofs=(issued("QĐ"),)), Hand(officer))
    record_product(report, Delivered(proofs=(issued("BC"),)), Hand(officer))
    assert record.day == date(2022, 7, 10)
    assert not claim_completion(with_products, Claim(), Hand(officer)).without_products


def test_a_product_is_in_with_a_document_of_the_kind_the_plan_asks_for(with_products: Task, officer: Account) -> None:
    rule = with_products.deliverables.order_by("position")[0]
    with pytest.raises(EvidenceMissing):
        record_product(rule, Delivered(proofs=()), Hand(officer))
    with pytest.raises(WrongKind, match=r"quy chế.*báo cáo"):
        record_product(rule, Delivered(proofs=(issued("BC"),)), Hand(officer))
    with pytest.raises(WrongKind, match="chưa có số"):
        record_product(rule, Delivered(proofs=(Proof(link="https://example.vn"),)), Hand(officer))
    record_product(rule, Delivered(proofs=(issued("BC"),), reason="Ban hành kèm báo cáo"), Hand(officer))
    with pytest.raises(ProductIn):
        record_product(rule, Delivered(proofs=(issued("QC"),)), Hand(officer))


def test_a_product_taken_back_may_be_recorded_anew(with_products: Task, officer: Account) -> None:
    rule = with_products.deliverables.order_by("position")[0]
    record = record_product(rule, Delivered(proofs=(issued("QC"),)), Hand(officer))
    take_back_product(record, "Ghi nhầm", Hand(officer))
    assert not ProductRecord.objects.in_force().exists()
    record_product(rule, Delivered(proofs=(issued("QC"),)), Hand(officer))


def test_where_heads_approve_the_task_is_done_once_the_head_has(
    task: Task, officer: Account, head: Account, coordinator: Account
) -> None:
    Programme.objects.update(head_approves=True)
    claimed = claim_completion(task, IN_JULY, Hand(officer))
    assert (task.completed_on, claimed.state) == (None, "for_head")
    with pytest.raises(AlreadySettled):
        confirm_completion(claimed, Hand(coordinator))
    approve_completion(claimed, Hand(head))
    task.refresh_from_db()
    assert task.completed_on == date(2022, 7, 15)
    confirm_completion(claimed, Hand(coordinator))


def test_the_head_may_return_what_waits_for_him(task: Task, officer: Account, head: Account) -> None:
    Programme.objects.update(head_approves=True)
    claimed = claim_completion(task, IN_JULY, Hand(officer))
    assert return_completion(claimed, "Thiếu báo cáo", Hand(head)).state == "returned"


@pytest.mark.parametrize(("confirmer", "state"), [("nobody", "confirmed"), ("head", "claimed")])
def test_who_confirms_is_a_setting(task: Task, officer: Account, confirmer: str, state: str) -> None:
    Programme.objects.update(confirmer=confirmer)
    assert claim_completion(task, IN_JULY, Hand(officer)).state == state


def test_nobody_confirms_what_he_claimed(task: Task, head: Account) -> None:
    Programme.objects.update(confirmer="head")
    claimed = claim_completion(task, IN_JULY, Hand(head))
    with pytest.raises(OwnClaim):
        confirm_completion(claimed, Hand(head))
