"""Deliveries to a real server on loopback: what it is sent, and what follows from how it answers."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange import post, subscribing
from tinhso.kernel.exchange.models import Delivery, Subscription
from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.exchange.secrets import secret_of
from tinhso.kernel.exchange.sending import PAUSES, send
from tinhso.kernel.exchange.tests.receiver import Receiver, receiver

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(settings: Settings) -> Iterator[Receiver]:
    settings.EXCHANGE_NETWORKS = ["127.0.0.0/8"]
    with receiver() as told:
        yield told


@pytest.fixture
def subscription(other: Receiver, administrator: Account) -> Subscription:
    return subscribing.subscribe("Trục", other.address, events=[], by=administrator)


def happened() -> Delivery:
    with transaction.atomic():
        announce("task.completed", subject="task/1", facts={"code": "II.1"})
    return Delivery.objects.latest("pk")


def tried(delivery: Delivery) -> Delivery:
    """The delivery after one try, as if its time had come."""
    Delivery.objects.filter(pk=delivery.pk).update(next_at=timezone.now())
    send(delivery.pk)
    return Delivery.objects.get(pk=delivery.pk)


def signature(secret: str, headers: dict[str, str], body: bytes) -> str:
    """As the receiver computes it, by the words of Standard Webhooks."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


def test_a_receiver_gets_the_event_signed(other: Receiver, subscription: Subscription) -> None:
    assert tried(happened()).state == Delivery.State.DELIVERED
    headers, body = other.sent[0]
    assert headers["webhook-signature"] == signature(secret_of(subscription), headers, body)
    content = json.loads(body)
    assert datetime.fromisoformat(content.pop("timestamp")) <= timezone.now()
    assert content == {"type": "task.completed", "data": {"subject": "task/1", "code": "II.1"}}


def test_for_a_day_after_a_renewal_both_secrets_sign(
    other: Receiver, subscription: Subscription, administrator: Account
) -> None:
    former = secret_of(subscription)
    subscribing.renew_secret(subscription, version=1, by=administrator)
    tried(happened())
    headers, body = other.sent[0]
    assert headers["webhook-signature"].split() == [
        signature(secret, headers, body) for secret in (secret_of(subscription), former)
    ]
    Subscription.objects.update(renewed_at=timezone.now() - timedelta(days=2))
    tried(happened())
    assert len(other.sent[1][0]["webhook-signature"].split()) == 1


def test_a_receiver_that_fails_is_asked_again_after_longer_pauses(other: Receiver, subscription: Subscription) -> None:
    other.statuses = [500, 503, 204]
    delivery = happened()
    waits = []
    for _ in range(2):
        delivery = tried(delivery)
        assert delivery.next_at
        waits.append(round((delivery.next_at - timezone.now()).total_seconds()))
    assert waits == [5, 300]
    assert tried(delivery).state == Delivery.State.DELIVERED
    assert list(delivery.attempts.order_by("pk").values_list("status", flat=True)) == [500, 503, 204]
    assert len({headers["webhook-id"] for headers, _ in other.sent}) == 1


def test_a_receiver_that_names_its_pause_is_obeyed(other: Receiver, subscription: Subscription) -> None:
    other.statuses, other.headers = [429], {"Retry-After": "900"}
    delivery = tried(happened())
    assert delivery.next_at
    assert delivery.next_at > timezone.now() + timedelta(seconds=890)


def test_nothing_is_sent_before_its_time(other: Receiver, subscription: Subscription) -> None:
    delivery = happened()
    Delivery.objects.update(next_at=timezone.now() + timedelta(hours=1))
    assert send(delivery.pk) is None
    assert other.sent == []


def test_a_receiver_that_is_gone_is_told_no_more(other: Receiver, subscription: Subscription) -> None:
    other.statuses = [410]
    waiting = happened()
    assert tried(happened()).state == Delivery.State.REFUSED
    subscription.refresh_from_db()
    assert (subscription.is_active, subscription.ended_why) == (False, "gone")
    assert tried(waiting).state == Delivery.State.DROPPED
    assert len(other.sent) == 1


def test_after_three_days_of_silence_it_is_given_up(other: Receiver, subscription: Subscription) -> None:
    other.statuses = [500]
    delivery = happened()
    for _ in range(len(PAUSES) + 1):
        delivery = tried(delivery)
    subscription.refresh_from_db()
    assert (delivery.state, delivery.tries, subscription.ended_why) == ("refused", 10, "given_up")


def test_a_redirect_is_not_followed(other: Receiver, subscription: Subscription) -> None:
    other.statuses, other.headers = [302], {"Location": other.address}
    assert tried(happened()).state == Delivery.State.WAITING
    assert len(other.sent) == 1


def test_a_receiver_that_answers_for_ever_is_cut_off(
    other: Receiver, subscription: Subscription, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(post, "WHOLE", 0.5)
    other.drips = True
    attempt = tried(happened()).attempts.get()
    assert attempt.problem == "Bên nhận không trả lời kịp."
    assert attempt.milliseconds < 3_000


def test_of_a_long_answer_only_the_beginning_is_kept(other: Receiver, subscription: Subscription) -> None:
    other.statuses, other.body = [500], b"x" * 100_000
    assert tried(happened()).attempts.get().answer == "x" * 500


def test_a_receiver_that_is_not_there_is_said_so(other: Receiver, subscription: Subscription) -> None:
    Subscription.objects.update(address="http://127.0.0.1:9/nhan")
    assert "Không kết nối được" in tried(happened()).attempts.get().problem


def test_a_test_goes_to_one_subscription_alone(
    other: Receiver, subscription: Subscription, administrator: Account
) -> None:
    subscribing.subscribe("Kho", other.address, events=[], by=administrator)
    assert tried(subscribing.send_test(subscription, by=administrator)).subscription == subscription
    assert Delivery.objects.count() == 1
    assert json.loads(other.sent[0][1])["type"] == "test.sent"
