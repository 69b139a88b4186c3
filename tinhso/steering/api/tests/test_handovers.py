"""Work is handed over by the API as on the page."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Kind, Reorganisation, Unit
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Order, Step
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.programmes.models import Assignment, Handover

pytestmark = pytest.mark.django_db
DAY = "2022-09-01"


@pytest.fixture
def place(keys: Keys) -> str:
    """The department that leads the tasks is dissolved; its work goes to the province, and a person is asked."""
    decision = Reorganisation(key="giai-the", title="Giải thể", effective_on=date.fromisoformat(DAY))
    taker = Step("establish", "so-moi", name="Sở Mới", kind=Kind.DEPARTMENT, parent=Unit.objects.order_by("pk")[0].key)
    put_into_force(Order(decision, (taker, Step("end", "so-tttt"))))
    return f"/api/v1/programmes/{keys['programme']}/handovers"


def send(client: Client, place: str, **content: object) -> tuple[int, dict[str, Any]]:
    given = {"assignments": [lead().pk], "to": "so-moi", "effective_on": DAY, "reason": "Biên bản", **content}
    answer = client.post(place, given, content_type="application/json")
    return answer.status_code, answer.json()


def lead() -> Assignment:
    return Assignment.objects.get(task__code="II.1", role="lead")


def test_what_waits_is_listed_handed_over_and_given_back(caller: Call, coordinator: Account, place: str) -> None:
    client = caller(coordinator)
    asked = {each["assignment"]: each for each in client.get(f"{place}?on=2022-10-01").json()["waiting"]}
    assert (asked[lead().pk]["code"], asked[lead().pk]["why"]) == ("II.1", "superior")
    assert send(client, place) == (201, {"handed_over": 1})
    handed = client.get(f"{place}?on=2022-10-01").json()["handed"]
    assert [(each["assignment"], each["to"], each["effective_on"]) for each in handed] == [(lead().pk, "so-moi", DAY)]
    assert send(client, place, to=None, reason="Ghi nhầm") == (201, {"handed_over": 1})
    assert client.get(place).json()["handed"] == []


def test_a_unit_that_does_not_stand_takes_nothing(caller: Call, coordinator: Account, place: str) -> None:
    status, told = send(caller(coordinator), place, to="so-tttt")
    assert (status, told["code"], Handover.objects.count()) == (422, "taker_not_standing", 0)


def test_an_officer_hands_nothing_over(caller: Call, officer: Account, place: str) -> None:
    assert send(caller(officer), place)[0] == 403
    assert caller(officer).get(place).status_code == 403
