"""Deliveries are sent by the worker of the queue, after everything that people wait for."""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

from tinhso.kernel.audit.origin import acting
from tinhso.kernel.exchange.models import Announcement, Delivery
from tinhso.kernel.exchange.sending import send

#: So long the outbox and the log of deliveries are kept.
_KEPT = timedelta(days=90)


@task(priority=-10)
def send_delivery(delivery: int) -> None:
    """Try once, and again later when it failed. What a killed worker leaves is put back by ``revive``."""
    with acting(actor="", source="việc nền gửi sự kiện"):
        left = send(delivery)
    if left is not None and left.state == Delivery.State.WAITING:
        enqueue(left)


def enqueue(delivery: Delivery) -> None:
    """Have it sent when its time has come."""
    _at(delivery.next_at).enqueue(delivery.pk)


def forget_old() -> None:
    """Drop what happened long ago, with its deliveries and their attempts: the deeds themselves stand in the log."""
    Announcement.objects.filter(at__lt=timezone.now() - _KEPT).exclude(deliveries__state="waiting").delete()


def revive() -> int:
    """Put waiting deliveries back into the queue, when a worker begins: how many. Nothing is sent twice by it."""
    waiting = list(Delivery.objects.waiting())
    for delivery in waiting:
        _at(max(filter(None, (delivery.next_at, delivery.held_until)), default=None)).enqueue(delivery.pk)
    return len(waiting)


def _at(when: datetime | None) -> "Task[[int], None]":
    soon = timezone.now() + timedelta(seconds=1)
    return send_delivery.using(run_after=when) if when and when > soon else send_delivery
