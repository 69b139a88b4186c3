"""Telling other systems what happened, as part of the deed: either both are done or neither."""

from collections.abc import Mapping

from django.db import connection
from django.utils import timezone

from tinhso.kernel.audit.origin import current
from tinhso.kernel.exchange.models import Announcement, Delivery, Subscription
from tinhso.kernel.exchange.queue import enqueue


class OutsideTransaction(Exception):
    """A deed was announced that could still be undone without its announcement."""


def announce(event: str, *, subject: str, facts: Mapping[str, object]) -> None:
    """Put an event into the outbox, for every subscription that wants it. Call it inside the deed's transaction.

    ``event`` is one of ``events.EVENTS`` ("task.completed"); ``subject`` names the thing ("task/12"); ``facts`` are
    what a stranger needs to know: plain values, days and decimals, no names of people beyond what the page shows.
    Costs two queries when nobody subscribes. Raises OutsideTransaction.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(event)
    said = Announcement.objects.create(event=event, subject=subject, facts=dict(facts), actor=current().actor)
    wanting = [each for each in Subscription.objects.active() if each.wants(event)]
    deliver_to(said, wanting)


def deliver_to(said: Announcement, subscriptions: list[Subscription]) -> list[Delivery]:
    """Each gets its own delivery, waiting to be sent by the worker of the queue."""
    now = timezone.now()
    waiting = [Delivery.objects.create(announcement=said, subscription=each, next_at=now) for each in subscriptions]
    for delivery in waiting:
        enqueue(delivery)
    return waiting
