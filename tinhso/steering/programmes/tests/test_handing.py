"""Where the rules cannot say who goes on with work, a person decides, and the decision is recorded."""

from datetime import date

import pytest

from tests.cast import coordinator, department_in_charge, person, province
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.exchange.models import Announcement
from tinhso.kernel.organisations.answering import Mark
from tinhso.kernel.organisations.models import Reorganisation, Unit
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.actions.hand_over import Taking, hand_over
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.filters import TaskFilter, tasks_of
from tinhso.steering.programmes.handing import handed, waiting
from tinhso.steering.programmes.models import Assignment, Handover, Programme, Task
from tinhso.steering.programmes.refusals import NoReason, NothingHandedOver, TakerNotStanding

__all__ = ["coordinator", "department_in_charge", "province"]

pytestmark = pytest.mark.django_db
SPLIT, AFTER = date(2022, 9, 1), date(2022, 10, 1)


@pytest.fixture
def programme(office: Unit) -> Programme:
    """Sở TT&TT leads II.1 and II.2; on 01/9/2022 it is divided between Công an tỉnh and Sở Y tế, nobody knows how."""
    programme = start(stored(small_plan().reading()), by=None)
    halves = tuple(Follow("split", "so-tttt", key) for key in ("cong-an", "so-y-te"))
    decision = Reorganisation(key="chia", title="Chia Sở TT&TT", effective_on=SPLIT)
    put_into_force(Order(decision, (Step("end", "so-tttt"),), halves))
    return programme


def led(programme: Programme, key: str, day: date = AFTER) -> list[str]:
    wanted = TaskFilter(unit=Unit.objects.get(key=key).pk)
    return [task.code for task in tasks_of(programme, wanted, day=day, roster=Roster.on(day))]


def lead_of(code: str) -> Assignment:
    return Task.objects.get(code=code).assignments.get(role="lead")


def test_other_systems_are_told_what_moved_from_whom_to_whom(programme: Programme, coordinator: Account) -> None:
    give(programme, "II.1", "cong-an", coordinator)
    give(programme, "II.1", "cong-an", coordinator)
    give(programme, "II.1", "so-y-te", coordinator)
    give(programme, "II.1", None, coordinator)
    told = Announcement.objects.filter(event="work.handed").order_by("pk")
    assert [(each.facts["moved"][0]["from"], each.facts["moved"][0]["to"]) for each in told] == [
        (["cong-an", "so-y-te"], ["cong-an"]),
        (["cong-an"], ["so-y-te"]),
        (["so-y-te"], ["cong-an", "so-y-te"]),
    ]
    said = told[0].facts
    assert (said["programme"], said["effective_on"]) == (programme.code, "2022-09-01")
    moved = said["moved"][0]
    assert (moved["task"], moved["code"], moved["role"]) == (lead_of("II.1").task_id, "II.1", "lead")


def give(programme: Programme, code: str, key: str | None, by: Account, *, reason: str = "Biên bản bàn giao") -> int:
    unit = Unit.objects.get(key=key) if key else None
    return hand_over(programme, [lead_of(code).pk], Taking(unit, SPLIT, reason), by=by)


def test_work_of_a_unit_divided_nobody_knows_how_stands_with_both_and_waits(programme: Programme) -> None:
    assert {"II.1", "II.2"} <= set(led(programme, "cong-an")) & set(led(programme, "so-y-te"))
    asked = [each for each in waiting(programme, Roster.on(AFTER)) if each.assignment.task_id]
    assert [(each.assignment.task.code, each.mark) for each in asked if each.assignment.task] == [
        ("II.1", Mark.SHARED), ("II.2", Mark.SHARED),
    ]  # fmt: skip


def test_handed_over_it_stands_with_the_one_that_a_person_named(programme: Programme, coordinator: Account) -> None:
    assert give(programme, "II.1", "so-y-te", coordinator) == 1
    assert "II.1" in led(programme, "so-y-te")
    assert "II.1" not in led(programme, "cong-an")
    assert "II.1" in led(programme, "so-tttt", date(2022, 8, 31))
    asked = [each.assignment.task for each in waiting(programme, Roster.on(AFTER))]
    assert [task.code for task in asked if task] == ["II.2"]


def test_what_was_done_before_the_handover_stays_with_who_did_it(programme: Programme, coordinator: Account) -> None:
    Task.objects.filter(code="II.1").update(completed_on=date(2022, 7, 1))
    give(programme, "II.1", "so-y-te", coordinator)
    assert led(programme, "so-tttt") == ["II.1"]
    assert "II.1" not in led(programme, "so-y-te")


def test_every_decision_is_kept_and_the_rules_may_be_given_back_their_say(
    programme: Programme, coordinator: Account
) -> None:
    give(programme, "II.1", "so-y-te", coordinator)
    assert give(programme, "II.1", "so-y-te", coordinator) == 0
    give(programme, "II.1", None, coordinator, reason="Giao nhầm")
    assert [(each.unit and each.unit.key, each.reason) for each in Handover.objects.all()] == [
        (None, "Giao nhầm"), ("so-y-te", "Biên bản bàn giao"),
    ]  # fmt: skip
    assert handed(programme) == []
    assert "II.1" in led(programme, "cong-an")


def test_a_function_given_away_proposes_the_work_that_names_it(programme: Programme, office: Unit) -> None:
    decision = Reorganisation(key="chuyen", title="Chuyển chức năng", effective_on=SPLIT)
    follow = Follow("transfer", "cong-an", "so-y-te", function="Nhà trọ, lưu trú")
    put_into_force(Order(decision, (), (follow,)))
    found = {each.assignment.task.code: each for each in waiting(programme, Roster.on(AFTER)) if each.assignment.task}
    assert (found["II.3"].function, found["II.3"].mark) == ("Nhà trọ, lưu trú", Mark.NONE)
    assert found["II.3"].proposed == Unit.objects.get(key="so-y-te").pk
    assert "II.3" in led(programme, "cong-an")


def test_a_handover_needs_a_reason_a_unit_of_that_day_and_work(programme: Programme, coordinator: Account) -> None:
    with pytest.raises(NoReason):
        give(programme, "II.1", "so-y-te", coordinator, reason=" ")
    with pytest.raises(TakerNotStanding):
        give(programme, "II.1", "so-tttt", coordinator)
    with pytest.raises(NothingHandedOver):
        hand_over(programme, [], Taking(Unit.objects.get(key="so-y-te"), SPLIT, "Thử"), by=coordinator)


def test_an_officer_does_not_hand_work_over(programme: Programme, office: Unit) -> None:
    officer = person("can-bo", "Cán Bộ", role=Role.UNIT_OFFICER, at=office)
    with pytest.raises(NotAllowed):
        give(programme, "II.1", "so-y-te", officer)
