"""How strict checks are, and what is public, are read and set by the API as on their pages."""

from typing import Any

import pytest
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.programmes.models import Indicator, Programme, PublicMark
from tinhso.steering.reporting.actions.set_checks import severities_in
from tinhso.steering.reporting.models.checks import Check, Severity

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(caller: Call, coordinator: Account) -> Client:
    return caller(coordinator)


@pytest.fixture
def address(keys: Keys) -> str:
    return f"/api/v1/programmes/{keys['programme']}"


def put(client: Client, address: str, *, seen: str = "", **wanted: object) -> tuple[int, dict[str, Any]]:
    headers = {"If-Match": seen or client.get(address).headers.get("ETag", '"1"')}
    answer = client.put(address, wanted, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def test_one_check_is_set_and_the_others_stay(desk: Client, address: str) -> None:
    status, told = put(desk, f"{address}/checks", checks={"jump": "block"})
    assert (status, told["checks"]["jump"], told["checks"]["fall"]) == (200, "block", "warn")
    assert severities_in(Programme.objects.get())[Check.JUMP] == Severity.BLOCK


def test_checks_that_somebody_set_meanwhile_are_read_first(desk: Client, address: str) -> None:
    seen = desk.get(f"{address}/checks").headers["ETag"]
    assert put(desk, f"{address}/checks", seen=seen, checks={"jump": "block"})[0] == 200
    assert put(desk, f"{address}/checks", seen=seen, checks={"jump": "warn"})[0] == 412
    assert severities_in(Programme.objects.get())[Check.JUMP] == Severity.BLOCK


@pytest.mark.parametrize("wrong", [{}, {"jump": "maybe"}, {"jumps": "warn"}])
def test_a_check_or_a_word_that_there_is_not_is_refused(desk: Client, address: str, wrong: dict[str, str]) -> None:
    assert put(desk, f"{address}/checks", checks=wrong)[0] == 422


def test_what_is_public_is_all_that_was_named(desk: Client, address: str) -> None:
    first, second = Indicator.objects.order_by("pk")[:2]
    assert put(desk, f"{address}/public", page=True, indicators=[first.pk])[0] == 200
    status, told = put(desk, f"{address}/public", page=True, indicators=[second.pk])
    assert (status, told) == (200, {"page": True, "indicators": [second.pk]})
    assert set(PublicMark.objects.standing().values_list("indicator", flat=True)) == {None, second.pk}


def test_marks_that_somebody_set_meanwhile_are_read_first(desk: Client, address: str) -> None:
    seen = desk.get(f"{address}/public").headers["ETag"]
    assert put(desk, f"{address}/public", seen=seen, page=False, indicators=[])[0] == 200
    assert put(desk, f"{address}/public", seen=seen, page=True, indicators=[])[0] == 412


def test_an_indicator_of_nowhere_is_not_made_public(desk: Client, address: str) -> None:
    assert put(desk, f"{address}/public", page=True, indicators=[2**40])[0] == 404


def test_an_officer_of_a_unit_reads_and_sets_none_of_it(caller: Call, officer: Account, address: str) -> None:
    client = caller(officer)
    for part, wanted in (("checks", {"checks": {"jump": "block"}}), ("public", {"page": False, "indicators": []})):
        assert client.get(f"{address}/{part}").status_code == 403
        assert put(client, f"{address}/{part}", **wanted)[0] == 403
