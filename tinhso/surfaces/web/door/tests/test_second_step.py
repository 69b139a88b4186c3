"""The second step at the door: asked, set up where a role wants it, never gone round, and nothing typed is lost."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.authenticator import App, with_app
from tinhso.kernel.accounts import second_step
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry, Verb
from tinhso.surfaces.web.shell.kept import kept

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-rieng-7"


@pytest.fixture
def account(officer: Account) -> Account:
    officer.set_password(PASSWORD)
    officer.save()
    return officer


def sign_in(client: Client, **more: str) -> str:
    """Where the password leads."""
    typed = {"username": "officer", "password": PASSWORD, **more}
    return client.post(reverse("web:sign_in"), typed).headers.get("Location", "")


def is_in(client: Client) -> bool:
    return client.get(reverse("own:account")).status_code == 200


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*? value="([^"]+)"', page)
    return unescape(found[1]) if found else ""


def test_the_password_alone_does_not_open(client: Client, account: Account) -> None:
    app, _ = with_app(account)
    assert sign_in(client, next="/don-vi") == reverse("door:second_step")
    assert not is_in(client)
    answer = client.post(reverse("door:second_step"), {"code": app.code()})
    assert answer.headers["Location"] == "/don-vi"
    assert is_in(client)


def test_a_wrong_code_is_refused_recorded_and_after_five_stopped(client: Client, account: Account) -> None:
    app, _ = with_app(account)
    sign_in(client)
    statuses = [client.post(reverse("door:second_step"), {"code": "000000"}).status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]
    assert client.post(reverse("door:second_step"), {"code": app.code()}).status_code == 429
    assert Entry.objects.filter(verb=Verb.SIGN_IN_REFUSED, after__step="second_step").count() == 5


def test_who_has_only_the_password_cannot_set_up_another_app(client: Client, account: Account) -> None:
    with_app(account)
    sign_in(client)
    proposed = second_step.propose(account)
    fresh = App(second_step.opened(account, proposed) or "")
    answer = client.post(reverse("door:set_up"), {"proposed": proposed, "code": fresh.code()})
    assert answer.headers["Location"] == reverse("web:sign_in")
    assert not is_in(client)
    assert not client.get(reverse("door:onward")).headers["Location"].startswith("/don-vi")


def test_a_recovery_code_opens_and_says_how_many_are_left(client: Client, account: Account) -> None:
    _, codes = with_app(account)
    sign_in(client)
    client.post(reverse("door:second_step"), {"code": codes[3]})
    assert "còn 9 mã" in unescape(client.get(reverse("own:account")).content.decode())


def test_a_role_that_asks_for_it_sets_it_up_at_the_door(client: Client, account: Account, settings: Settings) -> None:
    settings.SECOND_STEP_ROLES = ["unit_officer"]
    assert sign_in(client) == reverse("door:set_up")
    page = client.get(reverse("door:set_up")).content.decode()
    assert "<svg" in page
    assert "style=" not in page
    proposed = hidden(page, "proposed")
    app = App(second_step.opened(account, proposed) or "")
    codes = client.post(reverse("door:set_up"), {"proposed": proposed, "code": app.code()})
    assert codes.content.decode().count("<li>") == 10
    assert not is_in(client)
    client.post(reverse("door:onward"))
    assert is_in(client)


def test_what_was_typed_before_the_session_ended_survives_the_second_step(client: Client, account: Account) -> None:
    app, _ = with_app(account)
    late = client.post(reverse("own:email"), {"email": "da-go@tinh.example", "confirmation": "bí mật"})
    carried = hidden(late.content.decode(), "kept")
    asked = client.post(reverse("web:sign_in"), {"username": "officer", "password": PASSWORD, "kept": carried})
    assert hidden(asked.content.decode(), "kept") == carried
    wrong = client.post(reverse("door:second_step"), {"code": "000000", "kept": carried})
    assert hidden(wrong.content.decode(), "kept") == carried
    page = client.post(reverse("door:second_step"), {"code": app.code(), "kept": carried}).content.decode()
    assert 'value="da-go@tinh.example"' in page
    found = kept(carried)
    assert found
    assert "confirmation" not in dict(found.fields)


def test_an_account_closed_in_between_does_not_come_in(client: Client, account: Account) -> None:
    app, _ = with_app(account)
    sign_in(client)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    client.post(reverse("door:second_step"), {"code": app.code()})
    assert not is_in(client)
