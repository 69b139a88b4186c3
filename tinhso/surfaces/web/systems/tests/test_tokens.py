"""The pages of tokens: made by oneself, shown once, taken back."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.session_store import CONFIRMED
from tinhso.kernel.exchange.models import AccessToken
from tinhso.kernel.exchange.tokens import give_token, known_token

pytestmark = pytest.mark.django_db
OWN = "/tai-khoan/ma-truy-cap"


def sent(name: str = "Trục") -> dict[str, object]:
    return {"name": name, "last_day": timezone.localdate() + timedelta(days=30), "scopes": ["programmes:read"]}


def page(client: Client, address: str = OWN) -> str:
    return unescape(client.get(address).content.decode())


def test_a_new_token_shows_its_secret_once_and_it_opens(client: Client, officer: Account) -> None:
    client.force_login(officer)
    client.post(OWN, sent())
    shown = page(client)
    secret = shown.partition('aria-label="Mã truy cập mới">')[2].partition("<")[0]
    token = known_token(secret)
    assert token
    assert token.account == officer
    assert secret not in page(client)


def test_a_form_sent_twice_makes_one_token_and_its_secret_is_still_shown(client: Client, officer: Account) -> None:
    client.force_login(officer)
    client.post(OWN, sent())
    again = client.post(OWN, sent())
    assert (again.status_code, AccessToken.objects.count()) == (422, 1)
    assert "Mã truy cập mới" in unescape(again.content.decode())


def test_what_is_wrong_is_said_beside_what_was_typed(client: Client, officer: Account) -> None:
    client.force_login(officer)
    answer = client.post(OWN, {**sent("Kho số liệu"), "last_day": timezone.localdate() + timedelta(days=900)})
    said = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "tròn một năm" in said
    assert 'value="Kho số liệu"' in said


def test_who_signed_in_long_ago_is_asked_again_first(client: Client, officer: Account) -> None:
    client.force_login(officer)
    session = client.session
    session[CONFIRMED] = 0
    session.save()
    assert client.post(OWN, sent()).status_code == 401
    assert not AccessToken.objects.exists()


def test_one_sees_and_ends_only_ones_own(client: Client, officer: Account, head: Account) -> None:
    theirs, _ = give_token(head, "của trưởng", scopes=["work:read"], last_day=timezone.localdate())
    client.force_login(officer)
    assert "của trưởng" not in page(client)
    assert client.post(f"{OWN}/{theirs.pk}/thu-hoi").status_code == 404
    assert AccessToken.objects.get().ended_at is None


def test_an_administrator_sees_everybodys_and_ends_them(client: Client, administrator: Account, head: Account) -> None:
    theirs, secret = give_token(head, "của trưởng", scopes=["work:read"], last_day=timezone.localdate())
    client.force_login(administrator)
    assert "Phạm Văn Mẫu (head)" in page(client, "/quan-tri/ma-truy-cap")
    client.post(f"{OWN}/{theirs.pk}/thu-hoi")
    assert known_token(secret) is None
    assert "Đã thu hồi" in page(client, "/quan-tri/ma-truy-cap")
