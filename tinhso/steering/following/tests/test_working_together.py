"""Work given to a person or asked of another unit, events that start a deadline, discussion."""

from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.ask_unit import Wanted, answer_request, ask_unit, decline_request, want_again
from tinhso.steering.following.actions.discuss import comment, edit_comment
from tinhso.steering.following.actions.give_work import (
    Order,
    accept_work,
    finish_work,
    give_work,
    move_work,
    return_work,
)
from tinhso.steering.following.actions.record_event import Happened, record_event
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Notice, PersonalWork, UnitRequest
from tinhso.steering.following.refusals import (
    AlreadySettled,
    DueBeforeEvent,
    NobodyOfThatName,
    NoEventAwaited,
    NothingSaid,
    NotYourTask,
    OwnUnit,
    PersonOutside,
    ReasonMissing,
    TermUnknown,
)
from tinhso.steering.following.serving import serving
from tinhso.steering.programmes.models import Deadline, Task

pytestmark = pytest.mark.django_db
SIGNED = Happened(day=date(2022, 8, 1), what="Bộ ban hành Bộ chỉ số", paper_number="1/QĐ-BTTTT")


@pytest.fixture
def given(task: Task, head: Account, officer: Account) -> PersonalWork:
    order = Order(person=officer, wanted="Soạn dự thảo quy chế", due_on=date(2022, 6, 1))
    return give_work(task, order, Hand(head))


@pytest.fixture
def asked(task: Task, officer: Account, other_district: Unit) -> UnitRequest:
    wanted = Wanted(unit=other_district, what="Góp ý dự thảo", due_on=date(2022, 6, 10))
    return ask_unit(task, wanted, Hand(officer))


def test_a_person_is_given_a_part_told_of_it_and_does_it(given: PersonalWork, officer: Account) -> None:
    assert Notice.objects.get(kind="given").account == officer
    accept_work(given, Hand(officer))
    assert finish_work(given, Hand(officer), note="Đã gửi dự thảo").state == "done"
    with pytest.raises(AlreadySettled, match="đã xong"):
        return_work(given, "Không làm kịp", Hand(officer))


def test_it_is_returned_with_a_reason_and_given_to_somebody_else(
    given: PersonalWork, officer: Account, head: Account, colleague: Account
) -> None:
    with pytest.raises(ReasonMissing):
        return_work(given, "", Hand(officer))
    return_work(given, "Đi công tác", Hand(officer))
    moved = move_work(given, colleague, Hand(head), note="Thay đồng chí Thử")
    assert (moved.person, moved.state) == (colleague, "given")


def test_only_the_person_answers_for_it(given: PersonalWork, head: Account, other_officer: Account) -> None:
    for somebody in (head, other_officer):
        with pytest.raises(NotYourTask):
            accept_work(given, Hand(somebody))


def test_it_goes_only_to_people_of_the_unit(
    task: Task, head: Account, other_officer: Account, citizen: Account
) -> None:
    for stranger in (other_officer, citizen):
        with pytest.raises(PersonOutside):
            give_work(task, Order(person=stranger, wanted="Soạn"), Hand(head))


def test_work_of_a_person_who_left_is_found_and_moved(
    given: PersonalWork, officer: Account, head: Account, colleague: Account
) -> None:
    today = Hand(head).today
    people = {officer.pk, colleague.pk}
    assert serving(people, today) == people
    RoleAssignment.objects.filter(account=officer).update(valid_to=today)
    assert serving(people, today) == {colleague.pk}
    move_work(given, colleague, Hand(head))
    assert [each.person for each in PersonalWork.objects.open()] == [colleague]


def test_who_can_sign_in_no_more_has_left_though_his_role_goes_on(officer: Account, colleague: Account) -> None:
    Account.objects.filter(pk=officer.pk).update(is_active=False)
    assert serving({officer.pk, colleague.pk}, Hand(colleague).today) == {colleague.pk}


def test_the_lead_asks_another_unit_which_answers(asked: UnitRequest, other_officer: Account, officer: Account) -> None:
    with pytest.raises(NotYourTask):
        answer_request(asked, "Nhất trí", Hand(officer))
    with pytest.raises(NothingSaid):
        answer_request(asked, "", Hand(other_officer))
    assert answer_request(asked, "Nhất trí", Hand(other_officer)).state == "answered"
    with pytest.raises(AlreadySettled):
        decline_request(asked, "Trùng", Hand(other_officer))


def test_a_unit_that_the_plan_does_not_name_may_be_asked(
    task: Task, officer: Account, department_in_charge: Unit, coordinator: Account
) -> None:
    wanted = Wanted(unit=department_in_charge, what="Cho ý kiến", due_on=date(2022, 6, 10))
    assert answer_request(ask_unit(task, wanted, Hand(officer)), "Đồng ý", Hand(coordinator)).state == "answered"


def test_it_comes_back_with_a_reason_and_may_be_wanted_again(
    asked: UnitRequest, other_officer: Account, officer: Account
) -> None:
    with pytest.raises(ReasonMissing):
        decline_request(asked, " ", Hand(other_officer))
    decline_request(asked, "Không thuộc chức năng", Hand(other_officer))
    again = want_again(asked, "Theo phân công của Chủ tịch", Hand(officer), due_on=date(2022, 6, 20))
    assert (again.state, again.due_on) == ("waiting", date(2022, 6, 20))
    with pytest.raises(AlreadySettled, match="chờ trả lời"):
        want_again(asked, "x", Hand(officer))


def test_only_the_lead_asks_and_never_itself(
    task: Task, officer: Account, other_officer: Account, district: Unit
) -> None:
    wanted = Wanted(unit=district, what="Góp ý", due_on=date(2022, 6, 10))
    with pytest.raises(NotYourTask):
        ask_unit(task, wanted, Hand(other_officer))
    with pytest.raises(OwnUnit):
        ask_unit(task, wanted, Hand(officer))


def test_the_event_starts_the_deadline_that_waited_for_it(after_event: Task, officer: Account) -> None:
    record = record_event(after_event, SIGNED, Hand(officer))
    after_event.refresh_from_db()
    # Thirty days later is 31/8/2022, a Wednesday.
    assert (after_event.due_on, after_event.due_basis) == (date(2022, 8, 31), "relative")
    record.waited.refresh_from_db()
    assert record.waited.superseded_at is not None
    with pytest.raises(NoEventAwaited):
        record_event(after_event, SIGNED, Hand(officer))


def test_a_term_in_working_days_passes_over_days_off(after_event: Task, coordinator: Account) -> None:
    Deadline.objects.filter(task=after_event).update(wording="trong 5 ngày làm việc kể từ khi Bộ ban hành")
    happened = Happened(day=date(2022, 8, 31), what="Bộ ban hành")
    # 01–02/9 are Quốc khánh, 3–4/9 a weekend.
    assert record_event(after_event, happened, Hand(coordinator)).started.due_on == date(2022, 9, 9)


def test_where_the_plan_names_no_term_the_day_must_be_said(after_event: Task, officer: Account) -> None:
    Deadline.objects.filter(task=after_event).update(wording="sau khi Bộ ban hành")
    with pytest.raises(TermUnknown):
        record_event(after_event, SIGNED, Hand(officer))
    with pytest.raises(DueBeforeEvent):
        record_event(after_event, Happened(day=SIGNED.day, what="x", due_on=date(2022, 7, 1)), Hand(officer))
    started = record_event(after_event, Happened(day=SIGNED.day, what="x", due_on=date(2022, 9, 1)), Hand(officer))
    assert started.started.due_on == date(2022, 9, 1)


def test_a_task_that_waits_for_nothing_has_no_event(task: Task, officer: Account, other_officer: Account) -> None:
    with pytest.raises(NoEventAwaited):
        record_event(task, SIGNED, Hand(officer))
    with pytest.raises(NotYourTask):
        record_event(task, SIGNED, Hand(other_officer))


def test_who_is_named_is_told_and_may_answer(task: Task, officer: Account, registrar: Account) -> None:
    with pytest.raises(NotYourTask):
        comment(task, "Tôi có ý kiến", Hand(registrar))
    comment(task, "@registrar cho số liệu; thư gửi a@registrar.vn", Hand(officer))
    assert Notice.objects.get(kind="mention").account == registrar
    assert comment(task, "Đã gửi", Hand(registrar)).text == "Đã gửi"


@pytest.mark.parametrize("name", ["citizen", "khong-co-ai"])
def test_nobody_is_named_who_may_not_see_the_task(task: Task, officer: Account, citizen: Account, name: str) -> None:
    with pytest.raises(NobodyOfThatName, match=name):
        comment(task, f"Hỏi @{name}", Hand(officer))


def test_what_was_said_is_changed_only_by_who_said_it_and_stays(task: Task, officer: Account, head: Account) -> None:
    said = comment(task, "Hạn là 20/7", Hand(officer))
    with pytest.raises(NotYourTask):
        edit_comment(said, "x", Hand(head))
    edit_comment(said, "Hạn là 25/7", Hand(officer))
    assert (said.text, said.note) == ("Hạn là 25/7", "Hạn là 20/7")
    assert said.followed_by.get().note == "Hạn là 25/7"
