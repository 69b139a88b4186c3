"""A report sent back and a lead reminded, by other systems: who is told, what is recorded, who is refused."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import person
from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.exchange.models import Announcement
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.api.tests.test_work import send
from tinhso.steering.following.models import Notice, ProgressEntry
from tinhso.steering.following.tests.conftest import name
from tinhso.steering.programmes.models import Assignment, Programme, Task

pytestmark = pytest.mark.django_db
WHY = "Chưa nêu kinh phí"
Told = dict[str, Any]


@pytest.fixture
def chief(keys: Keys, caller: Call) -> Client:
    """Calls as the head of the unit that leads the tasks."""
    department = Unit.objects.get(key="so-tttt")
    return caller(person("chief", "Lâm Thị Mẫu", role=Role.HEAD_OF_UNIT, at=department))


@pytest.fixture
def watcher(keys: Keys, coordinator: Account, department_in_charge: Unit, caller: Call) -> Client:
    """Calls as the officer of the department that coordinates the programme."""
    Programme.objects.update(coordinating_unit=department_in_charge)
    return caller(coordinator)


def said(client: Client, keys: Keys) -> int:
    """A report of the unit, and its number."""
    return int(send(client, f"/tasks/{keys['task']}/progress", said="doing", note="Đã trình")[1]["id"])


def history(client: Client, keys: Keys) -> list[Told]:
    found: list[Told] = client.get(f"/api/v1/tasks/{keys['task']}/deeds").json()["items"]
    return [deed for deed in found if deed["kind"] != "comment"]


def told() -> list[tuple[str, str | None, str | None, str]]:
    """The notices that a deed of ours made: kind, to whom or to which unit, in which words."""
    made = Notice.objects.exclude(kind=Notice.Kind.MENTION).order_by("pk")
    return list(made.values_list("kind", "account__username", "unit__key", "words"))


def test_a_report_sent_back_stays_with_its_return_and_its_writer_is_told(
    chief: Client, lead: Client, keys: Keys
) -> None:
    entry = said(lead, keys)
    status, shown = send(chief, f"/progress/{entry}/return", reason=WHY)
    assert (status, shown["id"], shown["kind"]) == (200, entry, "progress")
    deed = next(each for each in history(lead, keys) if each["kind"] == "progress_returned")
    facts = ("account", "in_name_of", "unit", "note", "about")
    assert [deed[fact] for fact in facts] == ["chief", None, "so-tttt", WHY, entry]
    words = f"Lâm Thị Mẫu trả lại cập nhật nhiệm vụ II.1: {WHY}"
    assert told() == [("returned", "officer", None, words)]
    assert Announcement.objects.get(event="task.progress_returned").facts["reason"] == WHY
    assert not ProgressEntry.objects.in_force().exists()


def test_sent_back_twice_with_one_key_it_is_sent_back_once(chief: Client, lead: Client, keys: Keys) -> None:
    address = f"/progress/{said(lead, keys)}/return"
    assert send(chief, address, key="k1", reason=WHY) == send(chief, address, key="k1", reason=WHY)
    status, refused = send(chief, address, reason=WHY)
    assert (status, refused["code"]) == (409, "already_settled")
    assert len(told()) == 1


def test_a_report_is_sent_back_by_nobody_but_its_head_with_a_reason(
    chief: Client, lead: Client, stranger: Client, watcher: Client, keys: Keys
) -> None:
    address = f"/progress/{said(lead, keys)}/return"
    for client in (lead, stranger, watcher):
        status, refused = send(client, address, reason=WHY)
        assert (status, refused["code"]) == (403, "not_your_task")
    assert send(chief, address, reason="  ")[1]["code"] == "reason_missing"
    assert (told(), ProgressEntry.objects.in_force().count()) == ([], 1)


def test_nobody_sends_back_his_own_and_the_head_of_another_lead_not_either(
    chief: Client, caller: Call, other_district: Unit, keys: Keys
) -> None:
    task = Task.objects.get(code="II.1")
    name(task, other_district, Assignment.Role.LEAD)
    address = f"/progress/{said(chief, keys)}/return"
    assert send(chief, address, reason=WHY)[1]["code"] == "own_claim"
    other = caller(person("other-head", "Hồ Văn Thử", role=Role.HEAD_OF_UNIT, at=other_district))
    assert send(other, address, reason=WHY)[1]["code"] == "not_your_task"


def test_a_task_said_to_be_done_takes_neither(chief: Client, lead: Client, watcher: Client, keys: Keys) -> None:
    entry = said(lead, keys)
    send(lead, f"/tasks/{keys['task']}/completion", note="Xong", reason="Sản phẩm nộp sau")
    before = told()
    assert send(chief, f"/progress/{entry}/return", reason=WHY)[1]["code"] == "task_done"
    assert send(watcher, f"/tasks/{keys['task']}/reminder", note="")[1]["code"] == "task_done"
    assert told() == before


def test_a_reminder_stands_in_the_history_and_the_lead_is_told(lead: Client, watcher: Client, keys: Keys) -> None:
    status, shown = send(watcher, f"/tasks/{keys['task']}/reminder", note="Báo cáo trước thứ Sáu")
    facts = ("kind", "account", "unit", "note", "about")
    wanted = ["reminded", "coordinator", "so-thuong-truc", "Báo cáo trước thứ Sáu", None]
    assert (status, [shown[fact] for fact in facts]) == (201, wanted)
    assert history(lead, keys) == [shown]
    kind, person_told, unit, words = told()[0]
    assert (kind, person_told, unit) == ("reminded", None, "so-tttt")
    assert words.endswith(": Báo cáo trước thứ Sáu")


def test_a_task_is_reminded_once_a_day(lead: Client, watcher: Client, keys: Keys) -> None:
    address = f"/tasks/{keys['task']}/reminder"
    assert send(watcher, address, key="k1", note="") == send(watcher, address, key="k1", note="")
    status, refused = send(watcher, address, note="")
    assert (status, refused["code"], len(told())) == (409, "reminded_today", 1)


def test_a_lead_is_reminded_by_who_watches_and_where_somebody_is(
    lead: Client, stranger: Client, watcher: Client, keys: Keys
) -> None:
    address = f"/tasks/{keys['task']}/reminder"
    for client in (lead, stranger):
        status, refused = send(client, address, note="")
        assert (status, refused["code"]) == (403, "not_your_task")
    RoleAssignment.objects.filter(unit__key="so-tttt").update(valid_to=timezone.localdate())
    assert send(watcher, address, note="")[1]["code"] == "nobody_to_remind"
    assert told() == []
