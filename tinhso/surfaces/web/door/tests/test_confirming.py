"""Dangerous deeds: who sits at an open session must prove again that it is the person."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.authenticator import with_app
from tinhso.kernel.accounts import second_step
from tinhso.kernel.accounts.models import Account, OneTimeLink, SecondStep

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-rieng-7"


@pytest.fixture
def left_open(client: Client, administrator: Account) -> Client:
    """The administrator signed in an hour ago and went for lunch."""
    administrator.set_password(PASSWORD)
    administrator.save()
    client.force_login(administrator)
    session = client.session
    session["confirmed"] -= 16 * 60
    session.save()
    return client


def deeds(person: Account) -> list[str]:
    return [
        reverse(f"web:{name}", kwargs={"pk": person.pk})
        for name in ("account_link", "account_door", "account_role", "account_second_step")
    ]


def test_every_dangerous_deed_asks(left_open: Client, officer: Account) -> None:
    own = [reverse(f"own:{name}") for name in ("set_up", "codes", "remove", "email")]
    places = [*deeds(officer), reverse("web:account_new"), *own]
    assert {left_open.post(place, {"deed": "close"}).status_code for place in places} == {401}
    assert Account.objects.get(pk=officer.pk).is_active
    assert not OneTimeLink.objects.exists()


def test_the_answer_does_what_had_been_sent(left_open: Client, officer: Account) -> None:
    place = reverse("web:account_door", kwargs={"pk": officer.pk})
    page = left_open.post(place, {"deed": "close", "version": "1"}).content.decode()
    carried = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert carried["deed"] == "close"
    assert left_open.post(place, {**carried, "confirmation": "sai"}).status_code == 422
    assert left_open.post(place, {**carried, "confirmation": PASSWORD}).status_code == 302
    assert not Account.objects.get(pk=officer.pk).is_active


def test_then_it_asks_no_more_for_a_while(left_open: Client, officer: Account) -> None:
    place = reverse("web:account_link", kwargs={"pk": officer.pk})
    left_open.post(place, {"confirmation": PASSWORD})
    assert left_open.post(place).status_code == 200


def test_who_has_a_second_step_is_asked_for_its_code(left_open: Client, administrator: Account) -> None:
    app, _ = with_app(administrator)
    assert left_open.post(reverse("own:remove"), {"confirmation": PASSWORD}).status_code == 422
    assert second_step.is_set_up(administrator)
    assert left_open.post(reverse("own:remove"), {"confirmation": app.code()}).status_code == 302
    assert not SecondStep.objects.exists()


def test_guessing_is_stopped(left_open: Client, officer: Account) -> None:
    place = reverse("web:account_link", kwargs={"pk": officer.pk})
    statuses = [left_open.post(place, {"confirmation": "sai"}).status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]


def test_who_may_not_do_it_is_not_asked(client: Client, officer: Account, head: Account) -> None:
    client.force_login(officer)
    session = client.session
    session["confirmed"] = 0
    session.save()
    assert client.post(reverse("web:account_link", kwargs={"pk": head.pk})).status_code == 403
