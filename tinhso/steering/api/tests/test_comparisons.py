"""A corrected version is compared, decided one by one and applied by the API as on its page."""

from typing import Any

import pytest
from django.test import Client

from tests.furnished import Keys
from tests.large import stored
from tests.readings import month, small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.programmes.models import Decision, Programme, Task
from tinhso.steering.programmes.vault import keep

pytestmark = pytest.mark.django_db
Told = tuple[int, dict[str, Any]]


@pytest.fixture
def address(keys: Keys) -> str:
    """The plan with one task more, one left out and one reworded."""
    writer = small_plan()
    writer.task("II.6", "Tổ chức tập huấn cho cán bộ xã", deadline=month(10))
    writer.tasks = [task for task in writer.tasks if task.code != "II.3"]
    document = stored(writer.reading(), "ban-sua.txt")
    keep(writer.reading().text.encode(), document.place)
    return f"/api/v1/programmes/{keys['programme']}/comparisons/{document.pk}"


@pytest.fixture
def desk(caller: Call, coordinator: Account) -> Client:
    return caller(coordinator)


def changes(client: Client, address: str) -> dict[str, dict[str, Any]]:
    """By what became of the item."""
    return {each["what"]: each for each in client.get(address).json()["changes"]}


def send(client: Client, place: str, *, seen: str = "", **content: object) -> Told:
    headers = {"If-Match": seen} if seen else {}
    answer = client.post(place, content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def test_each_change_is_told_and_decided_by_itself(desk: Client, address: str) -> None:
    found = changes(desk, address)
    assert {what: each["code"] for what, each in found.items()} == {"new": "II.6", "gone": "II.3"}
    status, told = send(desk, f"{address}/decisions", choices={found["new"]["key"]: "take"})
    assert (status, told["undecided"]) == (200, 1)
    now = changes(desk, address)
    assert (now["new"]["choice"], now["new"]["decided_by"], now["gone"]["choice"]) == ("take", "coordinator", "")
    assert not Task.objects.filter(code="II.6").exists(), "nothing is applied yet"


def test_what_is_decided_whole_is_applied_at_the_version_that_was_seen(desk: Client, address: str) -> None:
    found, seen = changes(desk, address), desk.get(address).headers["ETag"]
    send(desk, f"{address}/decisions", choices={found["new"]["key"]: "take"})
    status, told = send(desk, f"{address}/application", seen=seen)
    assert (status, told["code"]) == (409, "undecided")
    send(desk, f"{address}/decisions", choices={found["gone"]["key"]: "keep"})
    assert send(desk, f"{address}/application")[0] == 428
    assert send(desk, f"{address}/application", seen='"999"')[0] == 412
    assert send(desk, f"{address}/application", seen=seen) == (200, {"taken": 1, "kept": 1})
    assert {"II.3", "II.6"} <= set(Task.objects.current().values_list("code", flat=True))
    told = Programme.objects.get().revisions.get(number=1).changes
    assert {each["what"]: each["applied"] for each in told} == {"new": True, "gone": False}


def test_the_rest_is_taken_but_for_what_a_person_changed_or_decided(
    desk: Client, address: str, keys: Keys, coordinator: Account
) -> None:
    item = Task.objects.get(code="II.3")
    place = f"/api/v1/programmes/{keys['programme']}/tasks/{item.pk}"
    seen = {"If-Match": f'"{item.version}"'}
    desk.patch(place, {"text": "Lời của cán bộ"}, content_type="application/json", headers=seen)
    send(desk, f"{address}/decisions", rest=True)
    found = changes(desk, address)
    assert (found["new"]["choice"], found["gone"]["choice"], found["gone"]["ours"]) == ("take", "", "Lời của cán bộ")
    send(desk, f"{address}/decisions", choices={found["new"]["key"]: "keep"})
    send(desk, f"{address}/decisions", rest=True)
    assert changes(desk, address)["new"]["choice"] == "keep"


def test_a_change_that_there_is_not_is_no_decision(desk: Client, address: str) -> None:
    status, told = send(desk, f"{address}/decisions", choices={"task:999:": "take"})
    assert (status, told["code"], Decision.objects.count()) == (422, "no_such_change", 0)


def test_an_officer_of_a_unit_may_not_compare(caller: Call, officer: Account, desk: Client, address: str) -> None:
    client, key = caller(officer), changes(desk, address)["new"]["key"]
    assert client.get(address).status_code == 403
    assert send(client, f"{address}/decisions", choices={key: "take"})[0] == 403
    assert not Decision.objects.exists()


def test_a_closed_programme_takes_nothing(desk: Client, address: str) -> None:
    seen = desk.get(address).headers["ETag"]
    send(desk, f"{address}/decisions", rest=True)
    Programme.objects.update(state="closed")
    status, told = send(desk, f"{address}/application", seen=seen)
    assert (status, told["code"]) == (409, "programme_closed")
    assert not Task.objects.filter(code="II.6").exists()
