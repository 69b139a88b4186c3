"""Reading again costs nothing, changing what has changed is refused, and sending twice does once."""

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry
from tinhso.surfaces.api.models import StoredAnswer
from tinhso.surfaces.api.tests.conftest import Call

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(caller: Call, keys: Keys, coordinator: Account) -> Client:
    return caller(coordinator)


@pytest.fixture
def task(keys: Keys) -> str:
    return f"/api/v1/programmes/{keys['programme']}/tasks/{keys['task']}"


def test_what_has_not_changed_is_not_sent_again(client: Client, task: str) -> None:
    tag = client.get(task).headers["ETag"]
    again = client.get(task, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)


def test_a_change_says_what_it_changes(client: Client, task: str) -> None:
    tag = client.get(task).headers["ETag"]
    assert client.post(f"{task}/acceptance").status_code == 428
    accepted = client.post(f"{task}/acceptance", headers={"If-Match": tag})
    assert (accepted.status_code, accepted.json()["acceptance"], accepted.json()["version"]) == (200, "accepted", 2)
    assert client.get(task).headers["ETag"] != tag


def test_the_second_of_two_who_change_is_told(client: Client, task: str) -> None:
    tag = client.get(task).headers["ETag"]
    client.post(f"{task}/acceptance", headers={"If-Match": tag})
    late = client.post(f"{task}/acceptance", headers={"If-Match": tag})
    assert (late.status_code, late.json()["code"]) == (412, "precondition_failed")


def test_what_is_sent_twice_is_done_once(client: Client, task: str) -> None:
    sent = {"If-Match": client.get(task).headers["ETag"], "Idempotency-Key": "lan-1"}
    first = client.post(f"{task}/acceptance", headers=sent)
    entries = Entry.objects.count()
    second = client.post(f"{task}/acceptance", headers=sent)
    assert (second.status_code, second.json()) == (200, first.json())
    assert second.headers["Idempotency-Replayed"] == "true"
    assert Entry.objects.count() == entries


def test_a_key_serves_one_request_only(client: Client, task: str) -> None:
    sent = {"If-Match": client.get(task).headers["ETag"], "Idempotency-Key": "lan-1"}
    client.post(f"{task}/acceptance", headers=sent)
    other = client.post(f"{task}/acceptance", {"x": 1}, content_type="application/json", headers=sent)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_used")


def test_a_key_whose_first_request_is_at_work_waits(client: Client, task: str, coordinator: Account) -> None:
    sent = {"If-Match": client.get(task).headers["ETag"], "Idempotency-Key": "lan-1"}
    client.post(f"{task}/acceptance", headers=sent)
    StoredAnswer.objects.update(status=None)
    busy = client.post(f"{task}/acceptance", headers=sent)
    assert (busy.status_code, busy.json()["code"]) == (409, "idempotency_key_busy")


def test_a_refused_request_leaves_its_key_free(client: Client, task: str) -> None:
    refused = client.post(f"{task}/acceptance", headers={"If-Match": '"9"', "Idempotency-Key": "lan-1"})
    assert (refused.status_code, StoredAnswer.objects.count()) == (412, 0)


def test_a_list_read_page_by_page_is_the_whole_list(client: Client, keys: Keys) -> None:
    whole = [row["id"] for row in client.get(f"/api/v1/programmes/{keys['programme']}/tasks").json()["items"]]
    for order in ("position", "-position", "due", "text", "-text"):
        address = f"/api/v1/programmes/{keys['programme']}/tasks?limit=1&order={order}"
        assert sorted(_walked(client, address)) == sorted(whole), order
    assert list(_walked(client, f"/api/v1/programmes/{keys['programme']}/tasks?limit=1")) == whole


def _walked(client: Client, address: str | None) -> Iterator[int]:
    while address:
        answer = client.get(address).json()
        yield from (row["id"] for row in answer["items"])
        address = answer["next"]
