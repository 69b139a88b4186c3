"""The settings of a programme, its closing and its opening again by the API as on their page."""

from typing import Any

import pytest
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.programmes.models import Closure, Programme

pytestmark = pytest.mark.django_db
Told = tuple[int, dict[str, Any]]


@pytest.fixture
def desk(caller: Call, coordinator: Account) -> Client:
    return caller(coordinator)


@pytest.fixture
def address(keys: Keys) -> str:
    return f"/api/v1/programmes/{keys['programme']}"


def change(client: Client, address: str, *, seen: str = "", **changed: object) -> Told:
    read = client.get(f"{address}/settings")
    wanted = {name: value for name, value in read.json().items() if name not in {"state", "version"}} | changed
    headers = {"If-Match": seen or read.headers["ETag"]}
    answer = client.put(f"{address}/settings", wanted, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def turn(client: Client, address: str, deed: str, **content: object) -> Told:
    answer = client.post(f"{address}/{deed}", content, content_type="application/json")
    return answer.status_code, answer.json()


def test_settings_are_read_and_changed_together(desk: Client, address: str) -> None:
    status, told = change(desk, address, head_approves=True, silence_days=14, coordinating_unit="so-tttt")
    assert (status, told["head_approves"], told["silence_days"]) == (200, True, 14)
    stands = Programme.objects.get()
    assert (stands.silence_days, stands.coordinating_unit) == (14, Unit.objects.get(key="so-tttt"))


def test_the_second_of_two_who_change_them_is_told(desk: Client, address: str) -> None:
    seen = desk.get(f"{address}/settings").headers["ETag"]
    assert change(desk, address, seen=seen, silence_days=14)[0] == 200
    assert change(desk, address, seen=seen, silence_days=90)[0] == 412
    assert Programme.objects.get().silence_days == 14


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"coordinating_unit": "so-la"}, 404),
        ({"coordinating_unit": "xa-mau"}, 404),
        ({"silence_days": 1}, 422),
        ({"ends_on": "2001-01-01"}, 422),
        ({"confirmer": "ai-do"}, 422),
    ],
)
def test_what_breaks_a_rule_changes_nothing(
    desk: Client, address: str, commune: Unit, wrong: dict[str, Any], status: int
) -> None:
    before = Programme.objects.get().version
    assert change(desk, address, **{"name": "Tên mới", **wrong})[0] == status
    assert Programme.objects.get().version == before


def test_a_programme_is_closed_and_opened_again_with_its_reasons(
    desk: Client, address: str, coordinator: Account
) -> None:
    assert turn(desk, address, "closing")[0] == 422
    assert turn(desk, address, "closing", reason="Đã tổng kết")[1]["state"] == "closed"
    assert turn(desk, address, "closing", reason="Lần nữa")[1]["state"] == "closed"
    assert turn(desk, address, "reopening", reason="Còn việc")[1]["state"] == "running"
    closure = Closure.objects.get()
    assert (closure.reason, closure.closed_by, closure.reopening_reason) == ("Đã tổng kết", coordinator, "Còn việc")


def test_an_officer_of_a_unit_reads_and_sets_none_of_it(caller: Call, officer: Account, address: str) -> None:
    client = caller(officer)
    assert client.get(f"{address}/settings").status_code == 403
    assert turn(client, address, "closing", reason="Thử")[0] == 403
    assert Programme.objects.get().is_running
