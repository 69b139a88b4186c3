"""The door: who comes in, who is refused, who is locked out and until when."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry, Verb
from tinhso.surfaces.web.sign_in import WRONG

pytestmark = pytest.mark.django_db

PASSWORD = "mot-mat-khau-rieng-7"


@pytest.fixture
def account() -> Account:
    return Account.objects.create_account("can-bo", display_name="Cán Bộ Thử", password=PASSWORD)


def sign_in(client: Client, username: str = "can-bo", password: str = PASSWORD, onward: str = "") -> tuple[int, str]:
    """Status, and where one is sent or what one reads."""
    answer = client.post(reverse("web:sign_in"), {"username": username, "password": password, "next": onward})
    return answer.status_code, answer.headers.get("Location") or answer.content.decode()


def test_the_right_password_opens_the_page_that_was_asked_for(client: Client, account: Account) -> None:
    assert sign_in(client, onward="/mat-khau") == (302, "/mat-khau")


def test_nobody_is_sent_to_another_site(client: Client, account: Account) -> None:
    assert sign_in(client, onward="https://noi-khac.example/") == (302, "/")


def test_capitals_and_blanks_around_the_name_do_no_harm(client: Client, account: Account) -> None:
    assert sign_in(client, username="  Can-Bo ")[0] == 302


def test_a_wrong_password_and_an_unknown_name_get_the_same_words(client: Client, account: Account) -> None:
    answers = [sign_in(client, password="sai"), sign_in(client, username="khong-co")]
    assert [status for status, _ in answers] == [422, 422]
    assert all(WRONG in page for _, page in answers)


def test_a_closed_account_does_not_open(client: Client, account: Account) -> None:
    Account.objects.update(is_active=False)
    assert sign_in(client)[0] == 422


def test_the_fifth_failure_locks_and_says_until_when(client: Client, account: Account) -> None:
    statuses = [sign_in(client, password="sai")[0] for _ in range(5)]
    status, page = sign_in(client)
    assert (statuses, status) == ([422, 422, 422, 422, 429], 429)
    assert re.search(r"Tài khoản tạm khóa đến \d{2} giờ \d{2}\.", page)


def test_trying_on_does_not_lengthen_the_lock(client: Client, account: Account) -> None:
    for _ in range(5):
        sign_in(client, password="sai")
    told = [re.search(r"đến (.*?)\.", sign_in(client)[1]) for _ in range(2)]
    assert told[0]
    assert told[1]
    assert told[0][1] == told[1][1]


def test_guessing_one_account_from_many_places_is_stopped(client: Client, account: Account) -> None:
    for number in range(60):
        sign_in(Client(REMOTE_ADDR=f"10.0.0.{number}"), password="sai")
    assert sign_in(Client(REMOTE_ADDR="10.0.1.1"))[0] == 429


def test_the_key_of_the_session_changes_at_the_sign_in(client: Client, account: Account) -> None:
    client.get(reverse("web:sign_in"))
    session = client.session
    session["anonymous"] = True
    session.save()
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    sign_in(client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_a_success_clears_the_count(client: Client, account: Account) -> None:
    for _ in range(4):
        sign_in(client, password="sai")
    assert sign_in(client)[0] == 302
    client.logout()
    assert sign_in(client, password="sai")[0] == 422


def test_signing_in_and_out_is_recorded_with_who(client: Client, account: Account) -> None:
    sign_in(client)
    client.post(reverse("web:sign_out"))
    deeds = Entry.objects.of_row(account).exclude(verb=Verb.INSERT).order_by("id")
    assert [(entry.verb, entry.actor) for entry in deeds] == [(Verb.SIGN_IN, "can-bo"), (Verb.SIGN_OUT, "can-bo")]


def test_a_refused_sign_in_is_recorded_without_what_was_typed(client: Client, account: Account) -> None:
    sign_in(client, username="mat-khau-go-nham")
    entry = Entry.objects.get(verb=Verb.SIGN_IN_REFUSED)
    assert "mat-khau-go-nham" not in str(entry.after)


def test_signing_out_by_a_link_does_nothing(client: Client, account: Account) -> None:
    client.force_login(account)
    assert client.get(reverse("web:sign_out")).status_code == 405
    assert client.get(reverse("web:change_password")).status_code == 200


def test_a_new_password_is_asked_to_be_a_good_one(client: Client, account: Account) -> None:
    client.force_login(account)
    typed = {"old_password": PASSWORD, "new_password1": "12345", "new_password2": "12345"}
    answer = client.post(reverse("web:change_password"), typed)
    assert answer.status_code == 422
    assert "Mật khẩu" in answer.content.decode()


def test_after_a_change_the_new_password_opens_and_the_old_does_not(client: Client, account: Account) -> None:
    client.force_login(account)
    fresh = "mat-khau-moi-hoan-toan-8"
    typed = {"old_password": PASSWORD, "new_password1": fresh, "new_password2": fresh}
    assert client.post(reverse("web:change_password"), typed).status_code == 302
    client.logout()
    assert [sign_in(client)[0], sign_in(client, password=fresh)[0]] == [422, 302]
