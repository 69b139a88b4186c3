"""The counts of the board by the API: each agrees with the list that it counts, and who is silent is named."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed
from tinhso.steering.programmes.models import Task

pytestmark = pytest.mark.django_db
DAY = "2022-12-31"


def counts(client: Client, keys: Keys, day: str = DAY) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/v1/programmes/{keys['programme']}/counts?on={day}").json()
    return found


def listed(client: Client, keys: Keys, query: str) -> int:
    return len(client.get(f"/api/v1/programmes/{keys['programme']}/tasks?on={DAY}&{query}").json()["items"])


def test_each_count_is_that_of_the_list(lead: Client, keys: Keys) -> None:
    told = counts(lead, keys)
    (unit,) = [each for each in told["units"] if each["unit"] == "so-tttt"]
    late = unit["states"]["open_overdue"]
    assert late == listed(lead, keys, "unit=so-tttt&state=open_overdue") > 0
    assert unit["tasks"] == listed(lead, keys, "unit=so-tttt")
    for section in told["sections"]:
        assert section["tasks"] == listed(lead, keys, f"section={section['section']}"), section["title"]
    assert sum(section["tasks"] for section in told["sections"]) == Task.objects.current().count()


def test_who_says_nothing_is_silent_until_it_speaks(lead: Client, keys: Keys, officer: Account) -> None:
    Deed.objects.all().delete()
    today = timezone.localdate().isoformat()
    assert [(each["unit"], each["last_word"]) for each in counts(lead, keys, today)["silent"]] == [("so-tttt", None)]
    entry = report_progress(Task.objects.get(code="II.1"), Progress(said="doing", note="Đã họp"), Hand(officer))
    assert counts(lead, keys, today)["silent"] == []
    Deed.objects.filter(pk=entry.pk).update(recorded_at=timezone.now() - timedelta(days=400))
    (silent,) = counts(lead, keys, today)["silent"]
    assert (silent["unit"], silent["last_word"] is None) == ("so-tttt", False)


def test_the_first_days_of_the_calendar_are_days_too(lead: Client, keys: Keys) -> None:
    assert {each["last_word"] for each in counts(lead, keys, "0001-01-05")["silent"]} == {None}
