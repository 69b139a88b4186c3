"""Rounds planned, opened, closed and reopened by other systems."""

from typing import Any

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.reporting.tests.conftest import Call
from tinhso.steering.api.reporting.tests.test_reports import get, post
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.models import Round

pytestmark = pytest.mark.django_db
DUES = [{"sender": "district", "day": "2022-09-20", "before": True}]
QUARTER: dict[str, Any] = {
    "kind": "quarter",
    "basis": "decree",
    "title": "Quý III",
    "year": 2022,
    "number": 3,
    "dues": DUES,
}


@pytest.fixture
def department(coordinator: Account, caller: Call) -> Client:
    return caller(coordinator)


def test_a_quarter_is_planned_by_its_number(department: Client, programme: Programme) -> None:
    status, made = post(department, f"/programmes/{programme.pk}/rounds", **QUARTER)
    days = (made["first_day"], made["last_day"], made["opens_on"])
    assert (status, days) == (201, ("2022-06-15", "2022-09-14", "2022-08-31"))
    assert made["dues"] == [{**DUES[0], "last_on": "2022-09-20"}]
    assert get(department, f"/programmes/{programme.pk}/rounds?state=planned")["items"] == [made]
    assert get(department, f"/rounds/{made['id']}") == made


def test_days_are_told_in_one_way(department: Client, programme: Programme) -> None:
    both: dict[str, Any] = {**QUARTER, "first_day": "2022-06-15", "last_day": "2022-09-14"}
    assert post(department, f"/programmes/{programme.pk}/rounds", **both)[0] == 422
    hurried: dict[str, Any] = {**QUARTER, "dues": [{"sender": "district", "day": "2022-09-15"}]}
    assert post(department, f"/programmes/{programme.pk}/rounds", **hurried)[1]["code"] == "round.no_time_to_write"


def test_the_rounds_that_the_plan_orders(department: Client, programme: Programme) -> None:
    status, told = post(department, f"/programmes/{programme.pk}/rounds-of-plan")
    assert (status, len(told["rounds"]), told["left"]) == (201, 4, [])
    listed = get(department, f"/programmes/{programme.pk}/rounds")["items"]
    assert [each["last_day"] for each in listed] == ["2022-12-14", "2022-09-14", "2022-06-14", "2022-03-14"]


def test_it_is_opened_closed_with_a_reason_and_reopened(department: Client, planned: Round) -> None:
    address = f"/rounds/{planned.pk}"
    assert post(department, f"{address}/opening")[1]["state"] == "open"
    assert post(department, f"{address}/opening")[1]["code"] == "round.stands"
    assert post(department, f"{address}/closing")[1]["code"] == "reason_missing"
    assert post(department, f"{address}/closing", reason="Hết hạn")[1]["state"] == "closed"
    assert post(department, f"{address}/reopening", reason="Gửi bổ sung")[1]["state"] == "open"
    events = [(each["kind"], each["account"]) for each in get(department, f"{address}/events")["items"]]
    assert events == [(kind, "coordinator") for kind in ("opened", "closed", "reopened")]


def test_other_due_days_move_the_reports(department: Client, quarter: Round) -> None:
    dues: list[Any] = [{"sender": sender, "day": "2022-09-22"} for sender in ("district", "province")]
    status, shown = post(department, f"/rounds/{quarter.pk}/dues", dues=dues, reason="Nghỉ bù")
    assert (status, len(shown["dues"])) == (200, 2)
    reports = get(department, f"/rounds/{quarter.pk}/reports")["items"]
    assert {each["due_on"] for each in reports} == {"2022-09-22"}


def test_a_unit_neither_plans_nor_opens(planned: Round, programme: Programme, officer: Account, caller: Call) -> None:
    client = caller(officer)
    assert post(client, f"/programmes/{programme.pk}/rounds", **QUARTER)[0] == 403
    assert post(client, f"/rounds/{planned.pk}/opening")[0] == 403
