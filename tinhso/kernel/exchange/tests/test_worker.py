"""A worker killed in the middle of sending loses nothing, and nothing is sent by two at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tinhso.kernel.exchange.models import Delivery, Subscription
from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.exchange.queue import revive
from tinhso.kernel.exchange.sending import send
from tinhso.kernel.exchange.tests.receiver import Receiver, receiver

pytestmark = pytest.mark.django_db(transaction=True)


def happened(other: Receiver) -> Delivery:
    Subscription.objects.create(name="Trục", address=other.address)
    with transaction.atomic():
        announce("task.completed", subject="task/1", facts={})
    return Delivery.objects.get()


def work() -> None:
    call_command("db_worker", queue_name="*", batch=True, interval=0, startup_delay=False, verbosity=0)


def test_the_worker_of_the_queue_sends(settings: Settings) -> None:
    settings.EXCHANGE_NETWORKS = ["127.0.0.0/8"]
    with receiver() as other:
        delivery = happened(other)
        work()
        delivery.refresh_from_db()
        assert (delivery.state, len(other.sent)) == ("delivered", 1)


def test_what_a_killed_worker_held_is_sent_by_the_next_one(settings: Settings) -> None:
    settings.EXCHANGE_NETWORKS = ["127.0.0.0/8"]
    with receiver() as other:
        delivery = happened(other)
        # Killed after it had taken the task and held the delivery: neither comes back by itself.
        DBTaskResult.objects.update(status="RUNNING")
        Delivery.objects.update(held_until=timezone.now())
        work()
        delivery.refresh_from_db()
        assert (delivery.state, len(other.sent)) == ("delivered", 1)


def test_two_workers_send_one_delivery_once(settings: Settings) -> None:
    settings.EXCHANGE_NETWORKS = ["127.0.0.0/8"]
    with receiver() as other:
        delivery = happened(other)
        assert revive() == 1
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(_sent, [delivery.pk] * 2))
        assert len(other.sent) == 1


def _sent(key: int) -> None:
    send(key)
    connection.close()
