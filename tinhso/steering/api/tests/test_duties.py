"""A duty to report is read and corrected by the API as in the form of the review."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.programmes.models import Deadline, Duty, Edit, Programme

pytestmark = pytest.mark.django_db
Told = tuple[int, dict[str, Any]]


@pytest.fixture
def desk(caller: Call, coordinator: Account) -> Client:
    return caller(coordinator)


@pytest.fixture
def address(keys: Keys) -> str:
    return f"/api/v1/programmes/{keys['programme']}/duties/{keys['duty']}"


def the_duty() -> Duty:
    """That of the small plan."""
    return Duty.objects.get(frequency__in=("quarterly", "monthly", "once"), what__startswith="báo cáo")


def correct(client: Client, address: str, *, seen: str = "", **content: object) -> Told:
    headers = {"If-Match": seen or client.get(address).headers["ETag"]}
    answer = client.patch(address, content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def test_it_is_listed_and_read_with_its_people_and_its_words(caller: Call, officer: Account, address: str) -> None:
    client = caller(officer)
    told = client.get(address).json()
    assert (told["what"], told["frequency"], told["day"], told["before"]) == ("báo cáo kết quả", "quarterly", 20, True)
    assert [each["role"] for each in told["bodies"]] == ["sender", "receiver"]
    assert len(told["quotes"]) == 1
    rows = client.get(address.rpartition("/")[0]).json()["items"]
    assert (told["id"], told["version"]) in [(row["id"], row["version"]) for row in rows]


def test_what_is_sent_is_corrected_and_what_is_left_out_stays(desk: Client, address: str) -> None:
    before = desk.get(address).json()
    status, told = correct(desk, address, what="báo cáo tiến độ", frequency="monthly", day=15)
    assert (status, told["what"], told["frequency"], told["day"]) == (200, "báo cáo tiến độ", "monthly", 15)
    assert (told["before"], told["due"], told["bodies"]) == (True, before["due"], before["bodies"])
    assert told["acceptance"] == "corrected"
    edit = Edit.objects.get(duty=told["id"])
    assert (edit.deed, edit.by.username) == ("corrected", "coordinator")
    assert correct(desk, address, day=None)[1]["day"] is None


def test_the_day_of_one_that_is_sent_once_is_its_deadline(desk: Client, address: str) -> None:
    told = correct(desk, address, frequency="once", day=None, due_on="2022-11-30", before=False)[1]
    assert (told["due_on"], told["before"]) == ("2022-11-30", False)
    deadline = Deadline.objects.in_force().get(duty=told["id"])
    assert (deadline.due_on, deadline.basis, deadline.wording) == (date(2022, 11, 30), "explicit", told["due"])
    assert correct(desk, address, before=True)[1]["due_on"] == "2022-11-30"
    assert Deadline.objects.in_force().get(duty=told["id"]).before
    told = correct(desk, address, frequency="monthly", day=15, before=True, due_on=None)[1]
    assert (told["due_on"], told["day"], told["before"]) == (None, 15, True)
    assert not Deadline.objects.in_force().filter(duty=told["id"]).exists()


def test_who_sends_and_who_receives_is_corrected(desk: Client, address: str, other_district: Unit) -> None:
    receiver = desk.get(address).json()["bodies"][1]
    wanted = [{"role": "sender", "unit": "huyen-khac"}, {"id": receiver["id"], "role": "receiver"}]
    bodies = correct(desk, address, owners=wanted)[1]["bodies"]
    assert [(each["role"], each["unit"]) for each in bodies] == [("sender", "huyen-khac"), ("receiver", "so-tttt")]
    assert bodies[1]["id"] == receiver["id"]


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"day": 32}, 422),
        ({"what": ""}, 422),
        ({"frequency": "weekly"}, 422),
        ({"owners": [{"role": "lead", "unit": "so-tttt"}]}, 422),
        ({"owners": [{"role": "sender", "unit": "so-la"}]}, 404),
        ({"owners": [{"id": 999_999, "role": "sender"}]}, 404),
        ({"section": None}, 422),
    ],
)
def test_what_breaks_a_rule_changes_nothing(desk: Client, address: str, wrong: dict[str, Any], status: int) -> None:
    before = the_duty().version
    assert correct(desk, address, **{"what": "báo cáo khác", **wrong})[0] == status
    assert the_duty().version == before


def test_the_second_of_two_is_told_and_an_officer_may_not(
    desk: Client, caller: Call, officer: Account, address: str
) -> None:
    seen = desk.get(address).headers["ETag"]
    assert correct(caller(officer), address, what="Của tôi")[0] == 403
    assert correct(desk, address, seen=seen, day=15)[0] == 200
    assert correct(desk, address, seen=seen, day=10)[0] == 412
    Programme.objects.update(state="closed")
    assert correct(desk, address, day=10)[1]["code"] == "programme_closed"
    assert the_duty().day == 15
