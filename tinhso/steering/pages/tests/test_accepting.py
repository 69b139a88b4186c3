"""Somebody stands behind what the machine read: who may, what changes, and who comes second."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Indicator, Programme, Task

pytestmark = pytest.mark.django_db


def test_who_may_not_accept_is_refused_and_sees_no_button(
    client: Client, officer: Account, programme: Programme
) -> None:
    task = Task.objects.filter(programme=programme)[0]
    client.force_login(officer)
    page = client.get(reverse("pages:task", args=(programme.pk, task.pk))).content.decode()
    assert "đề xuất tự động" in page
    accept = reverse("pages:accept_task", args=(programme.pk, task.pk))
    assert accept not in page
    assert client.post(accept, {"version": task.version}).status_code == 403
    task.refresh_from_db()
    assert task.is_proposed


def test_the_coordinator_accepts_a_task_and_an_indicator(
    client: Client, coordinator: Account, programme: Programme
) -> None:
    client.force_login(coordinator)
    for kind, item in (("task", Task.objects.first()), ("indicator", Indicator.objects.first())):
        assert item
        client.post(reverse(f"pages:accept_{kind}", args=(programme.pk, item.pk)), {"version": item.version})
        item.refresh_from_db()
        assert item.accepted_by == coordinator
        page = client.get(reverse(f"pages:{kind}", args=(programme.pk, item.pk))).content.decode()
        assert "đề xuất tự động" not in page


def test_the_second_person_accepting_is_told(client: Client, coordinator: Account, programme: Programme) -> None:
    task = Task.objects.filter(programme=programme)[0]
    client.force_login(coordinator)
    accept = reverse("pages:accept_task", args=(programme.pk, task.pk))
    assert client.post(accept, {"version": task.version}).status_code == 302
    assert client.post(accept, {"version": task.version}).status_code == 409


def test_everything_is_accepted_at_once(client: Client, coordinator: Account, programme: Programme) -> None:
    client.force_login(coordinator)
    client.post(reverse("pages:accept_everything", args=(programme.pk,)))
    assert not Task.objects.proposed().exists()
    assert not Indicator.objects.proposed().exists()
