"""What is new in a programme since a moment, by the API as the board tells it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.figures.models import Value
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed
from tinhso.steering.programmes.actions.close import close_programme
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def moment(keys: Keys) -> datetime:
    """Nothing has happened after this moment of an hour ago but what the test does."""
    long_ago = timezone.now() - 60 * 24 * HOUR
    Deed.objects.update(recorded_at=long_ago)
    Value.objects.update(recorded_at=long_ago)
    return timezone.now() - HOUR


def news(client: Client, keys: Keys, **asked: str) -> dict[str, Any]:
    answer = client.get(f"/api/v1/programmes/{keys['programme']}/news", asked)
    assert answer.status_code == 200, answer.json()
    found: dict[str, Any] = answer.json()
    return found


def report(by: Account, said: str, *, at: datetime | None = None) -> None:
    entry = report_progress(Task.objects.get(code="II.1"), Progress(said=said, note="Chưa có kinh phí"), Hand(by))
    Deed.objects.filter(pk=entry.pk).update(recorded_at=at or timezone.now())


def test_what_happened_after_the_moment_is_counted_and_what_matters_comes_first(
    lead: Client, keys: Keys, officer: Account, moment: datetime
) -> None:
    report(officer, "doing", at=moment)
    assert set(news(lead, keys, since=moment.isoformat())["counts"].values()) == {0}
    report(officer, "stuck")
    report(officer, "doing")
    told = news(lead, keys, since=moment.isoformat())
    assert {kind: count for kind, count in told["counts"].items() if count} == {"stuck": 1, "progress": 1}
    (line,) = told["lines"]
    task = Task.objects.get(code="II.1")
    assert (line["task"], line["indicator"], line["text"], line["note"]) == (
        task.pk,
        None,
        task.text,
        "Chưa có kinh phí",
    )
    assert len(news(lead, keys, since=moment.isoformat(), kind="progress")["lines"]) == 1
    assert news(lead, keys, since=moment.isoformat(), kind="done")["lines"] == []


def test_new_figures_are_told_by_indicator(lead: Client, keys: Keys, moment: datetime) -> None:
    Value.objects.update(recorded_at=timezone.now())
    told = news(lead, keys, since=moment.isoformat(), kind="figures")
    assert (told["counts"]["figures"], told["lines"][0]["task"]) == (1, None)
    assert told["lines"][0]["indicator"] == keys["indicator"]


def test_without_a_moment_thirty_days_are_told_up_to_the_day(
    lead: Client, keys: Keys, officer: Account, moment: datetime
) -> None:
    report(officer, "stuck", at=moment - 29 * 24 * HOUR)
    report(officer, "stuck", at=moment - 31 * 24 * HOUR)
    assert news(lead, keys)["counts"]["stuck"] == 1
    before = timezone.localdate(moment) - timedelta(days=30)
    assert news(lead, keys, on=before.isoformat())["counts"]["stuck"] == 1
    assert news(lead, keys, on="0001-01-02")["counts"]["stuck"] == 0


def test_of_a_closed_programme_what_happened_is_still_told(
    lead: Client, keys: Keys, officer: Account, moment: datetime, coordinator: Account
) -> None:
    report(officer, "stuck")
    close_programme(Programme.objects.get(), "Hết năm", by=coordinator)
    assert news(lead, keys, since=moment.isoformat())["counts"]["stuck"] == 1


@pytest.mark.parametrize(
    "query", ["since=hom-qua", "since=2022-06-01T00:00:00", "since=0001-01-01T00:00:00Z", "kind=kho-khan"]
)
def test_a_mistaken_question_is_refused(lead: Client, keys: Keys, query: str) -> None:
    assert lead.get(f"/api/v1/programmes/{keys['programme']}/news?{query}").status_code == 422


def test_who_reads_no_programme_is_told_nothing(keys: Keys, caller: Call, citizen: Account) -> None:
    assert caller(citizen).get(f"/api/v1/programmes/{keys['programme']}/news").status_code == 404
