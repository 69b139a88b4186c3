"""Units, search, events and subscriptions by the API."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.models import Subscription
from tinhso.kernel.exchange.outbox import announce
from tinhso.surfaces.api.tests.conftest import Call

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(caller: Call, keys: Keys, administrator: Account) -> Client:
    return caller(administrator)


def test_units_are_told_by_the_day(client: Client) -> None:
    names = [unit["key"] for unit in client.get("/api/v1/units?q=so thong tin").json()["items"]]
    assert names == ["so-tttt"]
    assert client.get("/api/v1/units?on=2021-12-31").json()["items"] == []
    assert "Giám đốc" in client.get("/api/v1/units/so-tttt").json()["posts"]


def test_search_finds_with_and_without_tone_marks(client: Client) -> None:
    kinds = [found["kind"] for found in client.get("/api/v1/search?q=so thuong truc").json()["found"]]
    assert "unit" in kinds


def test_events_are_read_on_from_the_last_one(client: Client) -> None:
    announce("task.completed", subject="task/1", facts={"code": "II.1"})
    announce("task.completed", subject="task/2", facts={})
    first, second = client.get("/api/v1/events").json()["items"]
    assert (first["type"], first["facts"]) == ("task.completed", {"code": "II.1"})
    assert client.get(f"/api/v1/events?since={first['id']}").json()["items"] == [second]


def test_a_subscription_is_made_changed_and_stopped(client: Client, settings: Settings) -> None:
    settings.EXCHANGE_NETWORKS = ["127.0.0.0/8"]
    sent = {"name": "Trục", "address": "http://127.0.0.1:9/", "events": ["task.completed"]}
    made = client.post("/api/v1/subscriptions", sent, content_type="application/json")
    assert (made.status_code, made.json()["secret"][:6]) == (201, "whsec_")
    address = f"/api/v1/subscriptions/{made.json()['id']}"
    seen = {"If-Match": client.get(address).headers["ETag"]}
    changed = client.put(address, {**sent, "events": []}, content_type="application/json", headers=seen)
    assert (changed.status_code, changed.json()["events"]) == (200, [])
    deed = client.post(f"{address}/deeds", {"deed": "stop"}, content_type="application/json", headers=seen)
    assert deed.status_code == 412
    seen = {"If-Match": changed.headers["ETag"]}
    client.post(f"{address}/deeds", {"deed": "stop"}, content_type="application/json", headers=seen)
    assert not Subscription.objects.get(pk=made.json()["id"]).is_active
