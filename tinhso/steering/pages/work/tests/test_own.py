"""Việc của tôi: what waits for whom, by date; notices."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.steering.following.actions.ask_extension import MoreTime, ask_extension
from tinhso.steering.following.actions.complete_task import Claim, claim_completion, return_completion
from tinhso.steering.following.actions.discuss import comment
from tinhso.steering.following.actions.give_work import Order, give_work
from tinhso.steering.following.actions.remind import remind
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.inbox import unread
from tinhso.steering.following.models import Notice
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
OWN = "/viec-cua-toi"


def own(client: Client, account: Account, address: str = OWN) -> str:
    client.force_login(account)
    return client.get(address).content.decode()


@pytest.mark.parametrize(("who", "begins"), [("officer", OWN), ("head", OWN), ("chair", "/chuong-trinh/")])
def test_the_day_of_a_unit_officer_and_of_a_head_begins_here(
    client: Client, programme: Programme, who: str, begins: str, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(who))
    assert client.get("/")["Location"].startswith(begins)


def test_the_tasks_of_my_unit_stand_by_date(client: Client, programme: Programme, officer: Account) -> None:
    shown = own(client, officer, f"{OWN}?ngay=10/7/2022")
    assert shown.index("Đến hạn trong 30 ngày") < shown.index("II.1 ") < shown.index("Về sau")
    assert "Việc thường xuyên" in shown


def test_another_unit_does_not_see_them_as_its_own(
    client: Client, programme: Programme, other_officer: Account
) -> None:
    assert "II.1 " not in own(client, other_officer)


def test_what_was_last_said_stands_beside_the_task(client: Client, task: Task, officer: Account) -> None:
    report_progress(task, Progress(said="stuck", note="Thiếu kinh phí"), Hand(officer))
    assert "Có khó khăn, vướng mắc" in own(client, officer)


def test_each_sees_what_waits_for_him(
    client: Client, task: Task, officer: Account, head: Account, coordinator: Account
) -> None:
    Programme.objects.update(head_approves=True)
    report_progress(task, Progress(said="doing", note="Đã họp"), Hand(officer))
    ask_extension(task, MoreTime(asked_on=date(2022, 9, 30), reason="Chờ Bộ"), Hand(head))
    assert "Duyệt cập nhật" in own(client, head)
    assert "Quyết định về gia hạn" in own(client, coordinator)
    assert "Quyết định về gia hạn" not in own(client, officer)


def test_the_one_who_confirms_sees_the_claim_and_the_lead_what_came_back(
    client: Client, task: Task, officer: Account, coordinator: Account, second_coordinator: Account
) -> None:
    claimed = claim_completion(task, Claim(day=date(2022, 7, 15)), Hand(officer))
    assert "Xác nhận hoàn thành II.1" in own(client, coordinator)
    return_completion(claimed, "Thiếu phụ lục", Hand(second_coordinator))
    assert "Báo hoàn thành bị trả lại" in own(client, officer)


def test_work_given_to_a_person_waits_for_him_and_counts_in_the_units_load(
    client: Client, task: Task, officer: Account, head: Account, colleague: Account
) -> None:
    give_work(task, Order(person=colleague, wanted="Soạn dự thảo", due_on=date(2022, 6, 1)), Hand(head))
    assert "Soạn dự thảo" in own(client, colleague)
    assert "Đỗ Thị Thử" in own(client, head)
    RoleAssignment.objects.filter(account=colleague).update(valid_to=timezone.localdate())
    assert "chuyen-viec" in own(client, head)


def test_a_mention_is_a_notice_once_until_it_is_read(
    client: Client, task: Task, officer: Account, coordinator: Account
) -> None:
    comment(task, "@coordinator xem giúp", Hand(officer))
    today = timezone.localdate()
    assert unread(coordinator, today).count() == 1
    assert not unread(officer, today).exists()
    client.force_login(coordinator)
    assert client.get(f"/thong-bao/{Notice.objects.get().pk}").status_code == 302
    assert not unread(coordinator, today).exists()


def test_a_notice_to_a_unit_reaches_whoever_holds_the_role_now(
    client: Client, task: Task, officer: Account, coordinator: Account, second_coordinator: Account
) -> None:
    ask_extension(task, MoreTime(asked_on=date(2022, 9, 30), reason="Chờ Bộ"), Hand(officer))
    today = timezone.localdate()
    assert unread(second_coordinator, today).count() == 1
    client.force_login(coordinator)
    client.post("/thong-bao/da-doc")
    assert (unread(coordinator, today).count(), unread(second_coordinator, today).count()) == (0, 1)


def test_what_is_due_and_what_is_late_is_told_once_and_opened_at_its_task(
    client: Client, task: Task, officer: Account
) -> None:
    assert [remind(date(2022, 7, day)) for day in (28, 28)] == [2, 0]
    remind(date(2022, 8, 2))
    told = Notice.objects.filter(task=task, verb="report").order_by("pk")
    assert [each.kind for each in told] == ["due_soon", "overdue"]
    client.force_login(officer)
    assert client.get(f"/thong-bao/{told[0].pk}").headers["Location"].endswith(f"/nhiem-vu/{task.pk}")


def test_nobody_opens_the_notices_of_another(client: Client, task: Task, officer: Account, head: Account) -> None:
    comment(task, "@head xin ý kiến", Hand(officer))
    client.force_login(officer)
    assert client.get(f"/thong-bao/{Notice.objects.get().pk}").status_code == 404


def test_a_demonstration_stands_at_its_own_day_and_so_does_what_is_done_in_it(
    client: Client, task: Task, officer: Account
) -> None:
    Programme.objects.update(demonstration_on=date(2022, 6, 30))
    shown = own(client, officer)
    assert "Số liệu minh họa" in shown
    assert "còn" in shown
    assert report_progress(task, Progress(said="unchanged"), Hand(officer)).day == date(2022, 6, 30)
