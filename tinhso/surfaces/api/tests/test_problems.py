"""Whatever goes wrong is told as problem+json, in one form."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.surfaces.api.tests.conftest import Call

pytestmark = pytest.mark.django_db
PROGRAMMES = "/api/v1/programmes"


@pytest.fixture
def client(caller: Call, keys: Keys, coordinator: Account) -> Client:
    return caller(coordinator)


def told(client: Client, address: str) -> tuple[int, str]:
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"]


def test_each_mistake_has_its_status_and_its_code(client: Client) -> None:
    assert told(client, "/api/v1/nowhere") == (404, "not_found")
    assert told(client, f"{PROGRAMMES}/999") == (404, "not_found")
    assert told(client, f"{PROGRAMMES}?limmit=5") == (400, "no_such_parameter")
    assert told(client, f"{PROGRAMMES}?after=x") == (400, "bad_cursor")
    assert told(client, f"{PROGRAMMES}?limit=201") == (422, "invalid")


def test_a_wrong_value_is_named(client: Client) -> None:
    assert client.get(f"{PROGRAMMES}?limit=201").json() == {
        "type": "urn:tinhso:problem:invalid",
        "title": "Nội dung gửi lên chưa đúng.",
        "status": 422,
        "detail": "Nội dung gửi lên chưa đúng.",
        "instance": PROGRAMMES,
        "code": "invalid",
        "errors": [{"parameter": "limit", "detail": "Input should be less than or equal to 200"}],
    }


def test_a_wrong_method_says_which_are_right(client: Client) -> None:
    answer = client.delete(PROGRAMMES)
    assert (answer.status_code, answer.json()["code"], answer.headers["Allow"]) == (405, "method_not_allowed", "GET")


def test_a_failure_of_ours_tells_nothing_of_itself(client: Client) -> None:
    client.raise_request_exception = False
    with connection.execute_wrapper(_broken):
        answer = client.get(PROGRAMMES)
    assert (answer.status_code, answer.json()["code"]) == (500, "failed")
    assert "đứt" not in answer.content.decode()


def test_who_asks_too_often_is_told_when_to_come_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 120.0)
    monkeypatch.setattr("django.conf.settings.API_REQUESTS_PER_MINUTE", 2)
    assert [client.get(PROGRAMMES).headers["RateLimit-Remaining"] for _ in range(2)] == ["1", "0"]
    answer = client.get(PROGRAMMES)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    monkeypatch.setattr("time.time", lambda: 180.0)
    assert client.get(PROGRAMMES).status_code == 200


def _broken(execute: Callable[..., object], sql: str, *rest: object) -> object:
    if "programmes_programme" in sql:
        raise RuntimeError("dây bị đứt")
    return execute(sql, *rest)
