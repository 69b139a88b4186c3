"""Xin gia hạn: asked by the lead, decided by who may, the old date kept."""

from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.models import Announcement
from tinhso.steering.following.actions.ask_extension import (
    MoreTime,
    approve_extension,
    ask_extension,
    take_back_extension,
)
from tinhso.steering.following.actions.decide_extension import Decision, decide_extension
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Extension, Notice
from tinhso.steering.following.refusals import (
    AlreadySettled,
    ExtensionOpen,
    NoDayToExtend,
    NotLater,
    NotYourTask,
    OwnClaim,
    PaperMissing,
    ReasonMissing,
    StandingTask,
)
from tinhso.steering.programmes.models import Deadline, Programme, Task

pytestmark = pytest.mark.django_db
NOVEMBER = MoreTime(asked_on=date(2022, 11, 30), reason="Chờ hướng dẫn của Bộ", paper="45/TTr-UBND")
GRANTED = Decision(due_on=date(2022, 10, 31), paper_number="12/TB-BCĐ", paper_day=date(2022, 7, 20))


@pytest.fixture
def asked(task: Task, officer: Account) -> Extension:
    return ask_extension(task, NOVEMBER, Hand(officer))


def test_a_granted_request_gives_a_new_deadline_and_keeps_the_old(
    task: Task, asked: Extension, coordinator: Account
) -> None:
    decide_extension(asked, GRANTED, Hand(coordinator))
    task.refresh_from_db()
    old, new = task.deadlines.order_by("pk")
    assert (task.due_on, task.due_basis) == (date(2022, 10, 31), "extended")
    assert (old.due_on, old.superseded_at is None) == (date(2022, 7, 31), False)
    assert (new.due_on, new.wording) == (date(2022, 10, 31), "Gia hạn theo văn bản số 12/TB-BCĐ ngày 20/7/2022")
    assert Announcement.objects.get().facts["due_on"] == "2022-10-31"


def test_whoever_watches_is_told_and_the_lead_of_what_was_decided(asked: Extension, coordinator: Account) -> None:
    assert [(each.kind, each.verb) for each in Notice.objects.all()] == [("asked", "confirm")]
    decide_extension(asked, GRANTED, Hand(coordinator))
    assert set(Notice.objects.values_list("kind", flat=True)) == {"asked", "decided"}


def test_a_refusal_says_why_and_moves_nothing(task: Task, asked: Extension, chair: Account) -> None:
    with pytest.raises(ReasonMissing):
        decide_extension(asked, Decision(due_on=None), Hand(chair))
    decide_extension(asked, Decision(due_on=None, reason="Đã chậm hai tháng"), Hand(chair))
    task.refresh_from_db()
    assert (asked.state, task.due_on) == ("refused", date(2022, 7, 31))
    assert Deadline.objects.filter(task=task).count() == 1


def test_the_chair_needs_no_paper_and_whoever_decides_in_his_name_does(
    asked: Extension, coordinator: Account, chair: Account
) -> None:
    with pytest.raises(PaperMissing):
        decide_extension(asked, Decision(due_on=date(2022, 10, 31)), Hand(coordinator))
    decide_extension(asked, Decision(due_on=date(2022, 10, 31)), Hand(chair))
    assert asked.state == "granted"


@pytest.mark.parametrize("who", ["officer", "other_officer", "head", "registrar", "administrator"])
def test_nobody_else_decides(asked: Extension, who: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(NotYourTask):
        decide_extension(asked, GRANTED, Hand(request.getfixturevalue(who)))


def test_nobody_decides_on_his_own_request(task: Task, coordinator: Account, second_coordinator: Account) -> None:
    task.assignments.filter(role="lead").update(unit=task.programme.coordinating_unit)
    asked = ask_extension(task, NOVEMBER, Hand(coordinator))
    with pytest.raises(OwnClaim):
        decide_extension(asked, GRANTED, Hand(coordinator))
    decide_extension(asked, GRANTED, Hand(second_coordinator))


def test_the_second_who_decides_is_told(asked: Extension, coordinator: Account, chair: Account) -> None:
    decide_extension(asked, GRANTED, Hand(coordinator))
    with pytest.raises(AlreadySettled, match="được gia hạn"):
        decide_extension(asked, Decision(due_on=None, reason="Không"), Hand(chair))


def test_a_decision_sent_twice_is_one(asked: Extension, coordinator: Account) -> None:
    hand = Hand(coordinator)
    assert decide_extension(asked, GRANTED, hand) == decide_extension(asked, GRANTED, hand)


def test_a_helper_does_not_ask(task: Task, other_officer: Account) -> None:
    with pytest.raises(NotYourTask):
        ask_extension(task, NOVEMBER, Hand(other_officer))


def test_one_request_at_a_time(task: Task, asked: Extension, officer: Account) -> None:
    with pytest.raises(ExtensionOpen):
        ask_extension(task, NOVEMBER, Hand(officer))
    take_back_extension(asked, Hand(officer))
    assert ask_extension(task, NOVEMBER, Hand(officer)).state == "waiting"


def test_what_cannot_be_asked(task: Task, standing: Task, after_event: Task, officer: Account) -> None:
    with pytest.raises(NotLater, match="31/7/2022"):
        ask_extension(task, MoreTime(asked_on=date(2022, 7, 31), reason="x"), Hand(officer))
    with pytest.raises(ReasonMissing):
        ask_extension(task, MoreTime(asked_on=date(2022, 9, 1), reason=" "), Hand(officer))
    with pytest.raises(StandingTask):
        ask_extension(standing, NOVEMBER, Hand(officer))
    with pytest.raises(NoDayToExtend):
        ask_extension(after_event, NOVEMBER, Hand(officer))


def test_more_time_for_one_product_moves_the_task_that_is_due_with_its_last(
    with_products: Task, officer: Account, coordinator: Account
) -> None:
    report = with_products.deliverables.get(due_on=date(2022, 9, 30))
    wanted = MoreTime(asked_on=date(2022, 12, 1), reason="Chờ số liệu", deliverable=report)
    decide_extension(
        ask_extension(with_products, wanted, Hand(officer)),
        Decision(due_on=date(2022, 12, 1), paper_number="3/QĐ", paper_day=date(2022, 9, 1)),
        Hand(coordinator),
    )
    with_products.refresh_from_db()
    report.refresh_from_db()
    assert (report.due_on, report.due_basis) == (date(2022, 12, 1), "extended")
    assert (with_products.due_on, with_products.due_basis) == (date(2022, 12, 1), "products")


def test_where_heads_approve_the_request_goes_through_the_head(
    task: Task, officer: Account, head: Account, coordinator: Account
) -> None:
    Programme.objects.update(head_approves=True)
    asked = ask_extension(task, NOVEMBER, Hand(officer))
    with pytest.raises(AlreadySettled, match="chờ thủ trưởng duyệt"):
        decide_extension(asked, GRANTED, Hand(coordinator))
    approve_extension(asked, Hand(head))
    decide_extension(asked, GRANTED, Hand(coordinator))
    assert asked.state == "granted"
