"""Every operation that writes refuses what it does not know, what is no content, and a version that has passed."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.cast import SINCE
from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.programmes.editing.drop import drop
from tinhso.steering.programmes.models import Task
from tinhso.surfaces.api.description import description
from tinhso.surfaces.api.problems import MEDIA_TYPE

pytestmark = pytest.mark.django_db
WRITING = ("post", "put", "patch")
#: Bodies that are right, where the operation needs one and its description shows none.
RIGHT: dict[str, dict[str, object]] = {
    "change_subscription": {"name": "Trục", "address": "https://93.184.215.14/"},
    "do_with_subscription": {"deed": "stop"},
}


@pytest.fixture
def client(caller: Call, keys: Keys, administrator: Account, district: Unit) -> Client:
    # Figures are kept by the department in charge alone.
    RoleAssignment.objects.create(account=administrator, role=Role.COORDINATOR, unit=district, valid_from=SINCE)
    # A unit's report is written by the unit.
    department = Unit.objects.get(key=str(keys["key"]))
    RoleAssignment.objects.create(account=administrator, role=Role.UNIT_OFFICER, unit=department, valid_from=SINCE)
    return caller(administrator)


def operations(keys: Keys) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Method, address of a thing that exists, what is told of it."""
    for address, methods in description()["paths"].items():
        for method in set(methods) & set(WRITING):
            yield method, address.format_map(keys), methods[method]


def schema(told: dict[str, Any]) -> dict[str, Any]:
    """The shape of the body; empty where none is taken, or a file."""
    content = told.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = description()["components"]["schemas"].get(name, {})
    return found


def right(told: dict[str, Any]) -> dict[str, object]:
    """A body that is taken."""
    written = next((body for name, body in RIGHT.items() if told["operationId"].endswith(name)), {})
    found: dict[str, object] = written or (schema(told).get("examples") or [{}])[0]
    return found


def needs_version(told: dict[str, Any]) -> bool:
    return any(each["name"] == "If-Match" for each in told.get("parameters", ()))


def test_a_word_that_no_shape_has_is_refused_with_its_place(client: Client, keys: Keys) -> None:
    tried = 0
    for method, address, told in operations(keys):
        if schema(told):
            sent = {**right(told), "khong_co": 1}
            answer = client.generic(method, address, _json(sent), content_type="application/json")
            assert answer.status_code == 422, (method, address, answer.content)
            assert answer.headers["Content-Type"] == MEDIA_TYPE
            assert "/khong_co" in [each["pointer"] for each in answer.json()["errors"]], (method, address)
            tried += 1
    assert tried >= 30


@pytest.mark.parametrize(("sent", "status"), [("[]", 422), ('"x"', 422), ("{", 400)])
def test_what_is_no_content_is_refused(client: Client, keys: Keys, sent: str, status: int) -> None:
    for method, address, told in operations(keys):
        if schema(told):
            answer = client.generic(method, address, sent, content_type="application/json")
            said = (answer.status_code, answer.headers["Content-Type"])
            assert said == (status, MEDIA_TYPE), (method, address)


def test_no_change_is_made_without_a_version_or_on_one_that_has_passed(
    client: Client, keys: Keys, coordinator: Account
) -> None:
    dropped = Task.objects.get(code="II.3")
    drop(dropped, "Để lấy lại", by=coordinator, version=dropped.version)
    tried = 0
    for method, address, told in operations(keys):
        if needs_version(told):
            place = address.replace(str(keys["reviewed"]), f"task-{dropped.pk}") if "restor" in address else address
            answers = [_changed(client, method, place, right(told), sent) for sent in ({}, {"If-Match": '"999999"'})]
            assert answers == [(428, "precondition_required"), (412, "precondition_failed")], (method, place)
            tried += 1
    assert tried >= 10


def _changed(
    client: Client, method: str, address: str, content: dict[str, object], headers: dict[str, str]
) -> tuple[int, str]:
    answer = client.generic(method, address, _json(content), content_type="application/json", headers=headers)
    return answer.status_code, answer.json()["code"]


def _json(content: object) -> str:
    return json.dumps(content)
