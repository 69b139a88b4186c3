"""A document that was read becomes a programme by the API as on its page: once, with what a person confirms."""

from typing import Any

import pytest
from django.test import Client

from tests.furnished import Keys
from tests.large import stored
from tests.readings import Writer, small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.programmes.models import Programme

pytestmark = pytest.mark.django_db
Told = tuple[int, dict[str, Any]]


@pytest.fixture
def desk(caller: Call, coordinator: Account) -> Client:
    return caller(coordinator)


@pytest.fixture
def address(keys: Keys) -> str:
    """A plan that is no programme yet."""
    plan = small_plan()
    plan.subject = "Phát triển kinh tế số năm 2022"
    return f"/api/v1/documents/{stored(plan.reading(), 'kinh-te-so.txt').pk}"


def begin(client: Client, address: str, **content: object) -> Told:
    answer = client.post(f"{address}/programme", content, content_type="application/json")
    return answer.status_code, answer.json()


def made() -> Programme:
    return Programme.objects.latest("pk")


def test_what_is_left_out_is_as_the_document_proposes(desk: Client, address: str) -> None:
    proposal = desk.get(f"{address}/proposal").json()
    assert (proposal["coordinating_unit"], proposal["ends_on"]) == ("so-tttt", "2022-12-31")
    status, told = begin(desk, address)
    assert (status, {name: told[name] for name in proposal}) == (201, proposal)
    assert (made().tasks.count(), made().created_by) == (3, Account.objects.get(username="coordinator"))
    assert {task.acceptance for task in made().tasks.all()} == {"proposed"}


def test_what_a_person_says_holds(desk: Client, address: str, other_district: Unit, province: Unit) -> None:
    wanted = {"name": "Kinh tế số", "starts_on": "2022-03-01", "ends_on": "2022-10-31"}
    told = begin(desk, address, **wanted, coordinating_unit=province.key)[1]
    assert {name: told[name] for name in wanted} == wanted
    assert made().coordinating_unit == province


def test_a_document_becomes_a_programme_once(desk: Client, address: str) -> None:
    assert begin(desk, address)[0] == 201
    assert begin(desk, address, name="Tên khác")[1]["code"] == "already_started"
    assert Programme.objects.filter(document=made().document).count() == 1


@pytest.mark.parametrize(
    ("wrong", "status", "code"),
    [
        ({"name": ""}, 422, "no_name"),
        ({"name": "x" * 501}, 422, "invalid"),
        ({"starts_on": "2022-12-31", "ends_on": "2022-01-01"}, 422, "wrong_period"),
        ({"coordinating_unit": "so-la"}, 404, "not_found"),
        ({"coordinating_unit": "xa-mau"}, 404, "no_such_unit"),
    ],
)
def test_what_breaks_a_rule_makes_no_programme(
    desk: Client, address: str, commune: Unit, wrong: dict[str, object], status: int, code: str
) -> None:
    before = Programme.objects.count()
    answer = begin(desk, address, **wrong)
    assert (answer[0], answer[1]["code"], Programme.objects.count()) == (status, code, before)


def test_a_document_without_items_becomes_none(desk: Client, keys: Keys) -> None:
    empty = stored(Writer(subject="Thông báo năm 2022").reading(), "thong-bao.txt")
    assert begin(desk, f"/api/v1/documents/{empty.pk}")[1]["code"] == "nothing_to_track"


def test_an_officer_of_a_unit_starts_none(caller: Call, officer: Account, address: str) -> None:
    client, before = caller(officer), Programme.objects.count()
    assert (client.get(f"{address}/proposal").status_code, begin(client, address)[0]) == (403, 403)
    assert Programme.objects.count() == before
