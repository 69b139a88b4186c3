"""Telling one subscription of one announcement, once; and what follows from the answer."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from http import HTTPStatus

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from tinhso.kernel.exchange.models import Announcement, Attempt, Delivery, Subscription
from tinhso.kernel.exchange.post import WHOLE, Answer, post
from tinhso.kernel.exchange.secrets import signatures

#: The pauses after each failure; after the last one the delivery is given up. About three days in all.
PAUSES = tuple(
    timedelta(**pause)
    for pause in (
        {"seconds": 5},
        {"minutes": 5},
        {"minutes": 30},
        {"hours": 2},
        {"hours": 5},
        {"hours": 10},
        {"hours": 14},
        {"hours": 20},
        {"hours": 24},
    )
)
_LONGEST = timedelta(days=1)
_HELD = timedelta(seconds=4 * WHOLE)


def send(key: int) -> Delivery | None:
    """Try a delivery whose time has come; the delivery as it stands then, None when it was not to be sent now.

    Two workers never send the same one at once: whoever holds it sends.
    """
    now = timezone.now()
    held = Delivery.objects.free(now).filter(pk=key, next_at__lte=now).update(held_until=now + _HELD)
    if not held:
        return None
    delivery = Delivery.objects.select_related("announcement", "subscription").get(pk=key)
    if not delivery.subscription.is_active:
        return _settled(delivery, Delivery.State.DROPPED)
    answer = _told(delivery, now)
    with transaction.atomic():
        Attempt.objects.create(
            delivery=delivery,
            status=answer.status,
            milliseconds=answer.milliseconds,
            answer=answer.beginning,
            problem=answer.problem,
        )
        delivery.tries += 1
        return _after(delivery, answer)


def body_of(said: Announcement) -> bytes:
    """What is sent: the event, when, and its subject with its facts (Standard Webhooks)."""
    content = {"type": said.event, "timestamp": said.at, "data": {"subject": said.subject, **said.facts}}
    return json.dumps(content, ensure_ascii=False, cls=DjangoJSONEncoder).encode()


def _told(delivery: Delivery, now: datetime) -> Answer:
    body = body_of(delivery.announcement)
    return post(delivery.subscription.address, body, _headers(delivery, body, now))


def _headers(delivery: Delivery, body: bytes, now: datetime) -> Mapping[str, str]:
    message = f"msg_{delivery.announcement.uid.hex}"
    return {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "tinhso",
        "webhook-id": message,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signatures(delivery.subscription, message=message, at=now, body=body),
    }


def _after(delivery: Delivery, answer: Answer) -> Delivery:
    if answer.is_taken:
        return _settled(delivery, Delivery.State.DELIVERED)
    if answer.status == HTTPStatus.GONE:
        _end(delivery.subscription, Subscription.Ended.GONE)
        return _settled(delivery, Delivery.State.REFUSED)
    if delivery.tries > len(PAUSES):
        _end_if_silent(delivery)
        return _settled(delivery, Delivery.State.REFUSED)
    pause = max(PAUSES[delivery.tries - 1], min(timedelta(seconds=answer.wait), _LONGEST))
    delivery.next_at, delivery.held_until = timezone.now() + pause, None
    delivery.save(update_fields=["tries", "next_at", "held_until"])
    return delivery


def _settled(delivery: Delivery, state: Delivery.State) -> Delivery:
    delivery.state, delivery.ended_at, delivery.next_at, delivery.held_until = state, timezone.now(), None, None
    delivery.save(update_fields=["tries", "state", "ended_at", "next_at", "held_until"])
    return delivery


def _end_if_silent(delivery: Delivery) -> None:
    """A receiver that took nothing as long as this one was tried is told no more."""
    since = Delivery.objects.filter(subscription=delivery.subscription, state=Delivery.State.DELIVERED)
    if not since.filter(ended_at__gte=delivery.announcement.at).exists():
        _end(delivery.subscription, Subscription.Ended.GIVEN_UP)


def _end(subscription: Subscription, why: Subscription.Ended) -> None:
    Subscription.objects.active().filter(pk=subscription.pk).update(ended_at=timezone.now(), ended_why=why)
