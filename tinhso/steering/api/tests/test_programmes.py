"""Reading a programme by the API says what the pages say."""

import pytest
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Task
from tinhso.surfaces.api.tests.conftest import Call

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(caller: Call, coordinator: Account) -> Client:
    return caller(coordinator)


def test_a_unit_has_the_tasks_that_its_page_lists(client: Client, keys: Keys) -> None:
    address = f"/api/v1/programmes/{keys['programme']}/tasks"
    everything = client.get(address).json()["items"]
    theirs = client.get(f"{address}?unit=so-tttt").json()["items"]
    assert 0 < len(theirs) <= len(everything)
    assert all(any(body["unit"] == "so-tttt" for body in task["bodies"]) for task in theirs)
    assert client.get(f"{address}?unit=khong-co").status_code == 404


def test_states_are_filtered_as_they_are_told(client: Client, keys: Keys) -> None:
    address = f"/api/v1/programmes/{keys['programme']}/tasks?on=2022-03-05"
    for state in ("open_in_time", "standing"):
        found = client.get(f"{address}&state={state}").json()["items"]
        assert {task["state"] for task in found} <= {state}
    whole = client.get(f"/api/v1/programmes/{keys['programme']}?on=2022-03-05").json()
    assert sum(whole["task_states"].values()) == whole["tasks"] == len(client.get(address).json()["items"])


def test_words_of_an_item_are_found_in_the_text(client: Client, keys: Keys) -> None:
    task = client.get(f"/api/v1/programmes/{keys['programme']}/tasks/{keys['task']}").json()
    quote = task["quotes"][0]
    text = client.get(f"/api/v1/documents/{quote['document']}/text").json()["text"]
    assert task["text"][:20] in text[quote["start"] : quote["end"]]


def test_a_task_is_corrected_by_who_saw_it_last(client: Client, keys: Keys) -> None:
    address = f"/api/v1/programmes/{keys['programme']}/tasks/{keys['task']}"
    seen = {"If-Match": client.get(address).headers["ETag"]}
    deadline = {"basis": "explicit", "due_on": "2022-09-30"}
    sent = {"text": "Nội dung đã sửa", "deadline": deadline}
    corrected = client.patch(address, sent, content_type="application/json", headers=seen)
    assert (corrected.status_code, corrected.json()["due_on"]) == (200, "2022-09-30")
    assert client.patch(address, sent, content_type="application/json", headers=seen).status_code == 412
    assert Task.objects.get(pk=int(str(keys["task"]))).acceptance == "corrected"


def test_an_indicator_tells_its_targets_exactly(client: Client, keys: Keys) -> None:
    found = client.get(f"/api/v1/programmes/{keys['programme']}/indicators").json()["items"][0]
    assert found["targets"][0]["value"].replace(".", "").isdigit()
