"""What happens is put out for other systems with the deed, or not at all."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry
from tinhso.kernel.audit.origin import acting
from tinhso.kernel.exchange.models import Announcement, Delivery, Subscription
from tinhso.kernel.exchange.outbox import OutsideTransaction, announce
from tinhso.kernel.exchange.queue import forget_old

pytestmark = pytest.mark.django_db


def subscribe(*events: str, name: str = "Trục liên thông") -> Subscription:
    return Subscription.objects.create(name=name, address="https://nhan.example/su-kien", events=list(events))


def test_a_deed_is_told_with_its_facts_and_who_did_it() -> None:
    with acting(actor="can-bo", source="kiểm thử"):
        announce("task.completed", subject="task/1", facts={"code": "II.1"})
    said = Announcement.objects.get()
    assert (said.event, said.subject, said.facts, said.actor) == (
        "task.completed",
        "task/1",
        {"code": "II.1"},
        "can-bo",
    )


@pytest.mark.django_db(transaction=True)
def test_a_deed_taken_back_is_not_told() -> None:
    subscribe()
    with transaction.atomic():
        announce("task.completed", subject="task/1", facts={})
        transaction.set_rollback(True)
    assert (Announcement.objects.count(), Delivery.objects.count(), DBTaskResult.objects.count()) == (0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_deed_without_a_transaction_cannot_be_told() -> None:
    with pytest.raises(OutsideTransaction):
        announce("task.completed", subject="task/1", facts={})


def test_each_subscription_is_told_of_what_it_asked_for() -> None:
    subscribe("value.entered", name="Kho dữ liệu")
    everything, tasks = subscribe(), subscribe("task.completed", "task.progressed")
    announce("task.completed", subject="task/1", facts={})
    assert set(Delivery.objects.values_list("subscription", flat=True)) == {everything.pk, tasks.pk}
    assert DBTaskResult.objects.count() == 2


def test_the_outbox_is_not_recorded_twice(officer: Account) -> None:
    before = Entry.objects.count()
    announce("task.completed", subject="task/1", facts={})
    assert Entry.objects.count() == before


def test_what_happened_long_ago_is_forgotten_but_not_what_still_waits() -> None:
    announce("task.completed", subject="task/1", facts={})
    subscribe()
    announce("task.completed", subject="task/2", facts={})
    Announcement.objects.update(at=timezone.now() - timedelta(days=100))
    forget_old()
    assert [said.subject for said in Announcement.objects.all()] == ["task/2"]
