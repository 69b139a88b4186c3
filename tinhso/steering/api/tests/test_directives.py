"""The chair orders by the API as on the board; nobody else does."""

from typing import Any

import pytest
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.following.models import Notice
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db


def send(client: Client, keys: Keys, **content: object) -> tuple[int, dict[str, Any]]:
    given = {"text": "Rà soát tiến độ dịch vụ công", "leads": ["so-tttt"], "due_on": "2099-07-15", **content}
    answer = client.post(f"/api/v1/programmes/{keys['programme']}/directives", given, content_type="application/json")
    return answer.status_code, answer.json()


def test_what_the_chair_orders_is_a_task_and_the_unit_that_leads_is_told(
    keys: Keys, chair: Account, lead: Client, caller: Call
) -> None:
    status, task = send(caller(chair), keys)
    assert (status, task["code"], task["due_on"]) == (201, "CĐ-1", "2099-07-15")
    assert [(body["role"], body["unit"]) for body in task["bodies"]] == [("lead", "so-tttt")]
    assert Notice.objects.get(kind="given").unit == Task.objects.get(code="CĐ-1").assignments.get().unit
    assert lead.get("/api/v1/notices").json()["items"][0]["code"] == "CĐ-1"


def test_the_same_order_sent_twice_is_one(keys: Keys, chair: Account, caller: Call) -> None:
    client = caller(chair)
    assert send(client, keys)[1]["id"] == send(client, keys)[1]["id"]
    assert send(client, keys, text="Việc khác")[1]["code"] == "CĐ-2"


def test_a_unit_that_there_is_not_leads_nothing(keys: Keys, chair: Account, caller: Call) -> None:
    assert send(caller(chair), keys, leads=["so-tttt", "so-la"])[0] == 404
    assert not Task.objects.filter(origin=Task.Origin.DIRECTIVE).exists()


def test_nobody_else_orders_and_nothing_is_ordered_in_a_closed_programme(
    keys: Keys, chair: Account, coordinator: Account, caller: Call
) -> None:
    assert send(caller(coordinator), keys)[0] == 403
    Programme.objects.update(state="closed")
    status, told = send(caller(chair), keys)
    assert (status, told["code"]) == (409, "programme_closed")
    assert not Task.objects.filter(origin=Task.Origin.DIRECTIVE).exists()
