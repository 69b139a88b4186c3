"""What waits for the caller, and his notices, as the pages have them."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import person
from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.following.actions.complete_task import Claim, claim_completion, return_completion
from tinhso.steering.following.actions.discuss import comment
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Completion
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(keys: Keys, lead: Client, coordinator: Account) -> Task:
    """Of a programme that the coordinator's department coordinates."""
    Programme.objects.update(coordinating_unit=coordinator.roles.get().unit)
    return Task.objects.get(code="II.1")


@pytest.fixture
def head(keys: Keys) -> Account:
    return person("chu-toa", "Hà Văn Thử", role=Role.HEAD_OF_UNIT, at=Unit.objects.get(key="so-tttt"))


def own(client: Client, query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/v1/own-work{query}").json()
    return found


def notices(client: Client, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/api/v1/notices{query}").json()["items"]
    return found


def read(client: Client, **content: object) -> tuple[int, dict[str, Any]]:
    answer = client.post("/api/v1/notices/reading", content, content_type="application/json")
    return answer.status_code, answer.json()


def test_a_report_waits_for_the_head_alone(
    task: Task, lead: Client, officer: Account, head: Account, caller: Call
) -> None:
    Programme.objects.update(head_approves=True)
    entry = report_progress(task, Progress(said="doing", note="Đã họp"), Hand(officer))
    (waits,) = own(caller(head))["to_approve"]
    assert (waits["deed"], waits["account"], waits["note"], waits["task"]["code"]) == (
        *(entry.pk, officer.username),
        *("Đã họp", task.code),
    )
    assert own(lead)["to_approve"] == []


def test_a_claim_waits_for_who_watches_and_comes_back_to_the_lead(
    task: Task, lead: Client, officer: Account, coordinator: Account, caller: Call
) -> None:
    claim = claim_completion(task, Claim(reason="Nộp sau"), Hand(officer))
    assert [each["deed"] for each in own(caller(coordinator))["to_confirm"]] == [claim.pk]
    return_completion(Completion.objects.get(), "Thiếu biên bản", Hand(coordinator))
    assert own(caller(coordinator))["to_confirm"] == []
    assert [each["code"] for each in own(lead)["came_back"]] == [task.code]


def test_the_tasks_of_ones_unit_stand_by_when_they_are_due_on_the_day(
    task: Task, lead: Client, stranger: Client, officer: Account
) -> None:
    assert task.due_on is not None
    report_progress(task, Progress(said="stuck", note="Thiếu kinh phí"), Hand(officer))

    def parts(query: str) -> dict[str, list[tuple[str, str | None]]]:
        led = own(lead, query)["led"]
        return {due: [(each["code"], each["said"]) for each in part["tasks"]] for due, part in led.items()}

    assert (task.code, "stuck") in parts(f"?on={task.due_on}")["soon"]
    assert (task.code, "stuck") in parts("?on=2022-12-31")["overdue"]
    assert (task.code, "stuck") not in parts("?on=2022-12-31")["soon"]
    assert all(part["count"] == 0 for part in own(stranger)["led"].values())


def test_notices_are_listed_and_read_by_each_for_himself(
    task: Task, lead: Client, officer: Account, head: Account, coordinator: Account, caller: Call
) -> None:
    for words in ("một", "hai"):
        comment(task, f"@{officer.username} @{head.username} {words}", Hand(coordinator))
    first, second = notices(lead)
    assert (first["kind"], first["code"], first["read"]) == ("mention", task.code, False)
    assert read(lead, notices=[second["id"]]) == (200, {"read": 1})
    assert [each["id"] for each in notices(lead, "?unread=true")] == [first["id"]]
    assert len(notices(caller(head), "?unread=true")) == 2
    assert read(lead, all=True) == (200, {"read": 1})
    assert notices(lead, "?unread=true") == []


def test_nobody_reads_the_notices_of_another(task: Task, lead: Client, stranger: Client, coordinator: Account) -> None:
    comment(task, "@officer một", Hand(coordinator))
    (mine,) = notices(lead)
    assert notices(stranger) == []
    assert read(stranger, notices=[mine["id"]]) == (200, {"read": 0})
    assert [each["read"] for each in notices(lead)] == [False]


@pytest.mark.parametrize("content", [{}, {"notices": [], "all": False}, {"notices": [1], "all": True}])
def test_nothing_named_never_means_everything(lead: Client, content: dict[str, object]) -> None:
    assert read(lead, **content)[0] == 422


def test_a_token_that_may_not_write_reads_nothing_away(officer: Account, lead: Client, caller: Call) -> None:
    assert read(caller(officer, "work:read"), all=True)[0] == 403
    assert own(caller(officer, "work:read"))["on"] == timezone.localdate().isoformat()
