"""When a programme reminds is read and set by the API as on its page; of two who set it the second reads first."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.lib.dates import write_date
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.api.tests.test_rules import put
from tinhso.steering.following.models import ReminderRule

pytestmark = pytest.mark.django_db
RULE: dict[str, Any] = {"before": [5], "on_the_day": False, "after": [2], "weeks": 0, "head_after": None}


@pytest.fixture
def desk(caller: Call, coordinator: Account) -> Client:
    return caller(coordinator)


@pytest.fixture
def address(keys: Keys) -> str:
    return f"/api/v1/programmes/{keys['programme']}/reminder-rules"


def today(later: int = 0) -> str:
    return (timezone.localdate() + timedelta(days=later)).isoformat()


def test_what_is_usual_holds_until_a_rule_is_set(desk: Client, address: str) -> None:
    assert desk.get(address).json()["holds"]["on_the_day"] is True
    status, told = put(desk, address, valid_from=today(), reason="Công văn 12", **RULE)
    assert (status, told) == (200, {"holds": RULE, "rules": [{"valid_from": today(), "reason": "Công văn 12", **RULE}]})


def test_a_rule_that_somebody_set_meanwhile_is_read_first(desk: Client, address: str) -> None:
    seen = desk.get(address).headers["ETag"]
    assert put(desk, address, seen=seen, valid_from=today(), **RULE)[0] == 200
    assert put(desk, address, seen=seen, valid_from=today(), **{**RULE, "weeks": 3})[0] == 412
    assert put(desk, address, seen=seen, valid_from=today(), **RULE)[0] == 200
    assert ReminderRule.objects.count() == 1


def test_a_rule_that_would_never_hold_is_refused(desk: Client, address: str) -> None:
    put(desk, address, valid_from=today(), **RULE)
    status, told = put(desk, address, valid_from=today(-1), **RULE)
    assert status == 422
    assert "đã áp dụng một quy tắc đặt sau" in told["detail"]


@pytest.mark.parametrize("wrong", [{"before": [0]}, {"before": [1, 2, 3, 4, 5, 6]}, {"weeks": 27}, {"head_after": 0}])
def test_reminders_are_few(desk: Client, address: str, wrong: dict[str, object]) -> None:
    assert put(desk, address, valid_from=today(), **{**RULE, **wrong})[0] == 422
    assert not ReminderRule.objects.exists()


def test_an_officer_of_a_unit_neither_reads_nor_sets_them(caller: Call, officer: Account, address: str) -> None:
    client = caller(officer)
    assert client.get(address).status_code == 403
    assert put(client, address, valid_from=today(), **RULE)[0] == 403


def test_on_the_page_too_the_second_of_two_is_told(client: Client, coordinator: Account, keys: Keys) -> None:
    """Saved again by who has read it, it holds."""
    client.force_login(coordinator)
    page = reverse("programme_settings:reminders", args=(keys["programme"],))
    form = {"valid_from": write_date(timezone.localdate()), "before": "5", "weeks": "1", "seen": "0"}
    assert client.post(page, form).status_code == 302
    answer = client.post(page, {**form, "weeks": "2"})
    assert answer.status_code == 422
    assert "Người khác vừa đặt" in answer.content.decode()
    seen = str(answer.context["form"]["seen"].value())
    assert f'name="seen" value="{seen}"' in answer.content.decode()
    assert client.post(page, {**form, "weeks": "2", "seen": seen}).status_code == 302
    assert ReminderRule.objects.count() == 2
