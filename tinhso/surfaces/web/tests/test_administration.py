"""Quản trị: the log, the accounts, the component page, and what happens when two save the same."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.audit.models import Entry, Verb
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db

PLACES = ("web:audit_log", "web:accounts", "web:account_new", "web:gallery")


@pytest.fixture
def admin_client(client: Client, administrator: Account) -> Client:
    client.force_login(administrator)
    return client


def read(client: Client, view: str, query: str = "", **places: int) -> str:
    answer = client.get(f"{reverse(view, kwargs=places)}{query}")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_an_administrator_opens_every_place(admin_client: Client) -> None:
    assert all("<h1>" in read(admin_client, view) for view in PLACES)


def test_the_places_of_administration_are_those_one_may_open(
    client: Client, administrator: Account, officer: Account
) -> None:
    shown = {}
    for account in (administrator, officer):
        client.force_login(account)
        shown[account.username] = read(client, "web:administration")
    assert reverse("web:accounts") in shown["administrator"]
    assert reverse("web:accounts") not in shown["officer"]


def test_nobody_else_does(client: Client, coordinator: Account, chair: Account) -> None:
    for account in (coordinator, chair):
        client.force_login(account)
        assert {client.get(reverse(view)).status_code for view in PLACES} == {403}


def test_the_list_of_accounts_costs_as_many_queries_for_many(
    admin_client: Client, officer: Account, head: Account, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        read(admin_client, "web:accounts")


def test_an_account_is_found_without_its_tone_marks(admin_client: Client, officer: Account, head: Account) -> None:
    page = read(admin_client, "web:accounts", "?q=tran van thu")
    assert ("Trần Văn Thử" in page, "Phạm Văn Mẫu" in page) == (True, False)


def test_an_invitation_shows_its_link_once(admin_client: Client) -> None:
    typed = {"username": "moi", "display_name": "Người Mới"}
    page = admin_client.post(reverse("web:account_new"), typed).content.decode()
    account = Account.objects.get(username="moi")
    assert "/lien-ket/" in page
    assert "/lien-ket/" not in read(admin_client, "web:account", pk=account.pk)


def test_a_name_in_use_keeps_what_was_typed(admin_client: Client, officer: Account) -> None:
    answer = admin_client.post(reverse("web:account_new"), {"username": "officer", "display_name": "Tên Đã Gõ"})
    assert answer.status_code == 422
    assert "Tên Đã Gõ" in unescape(answer.content.decode())


def test_a_role_is_given_by_the_name_of_the_unit_without_marks(
    admin_client: Client, citizen: Account, other_district: Unit
) -> None:
    typed = {"role": "unit_officer", "unit": "huyen khac", "since": "01/03/2022"}
    answer = admin_client.post(reverse("web:account_role", kwargs={"pk": citizen.pk}), typed)
    assert answer.status_code == 302
    assert RoleAssignment.objects.filter(account=citizen, unit=other_district, role="unit_officer").exists()


def test_an_ambiguous_unit_is_not_guessed(
    admin_client: Client, citizen: Account, district: Unit, other_district: Unit
) -> None:
    typed = {"role": "unit_officer", "unit": "huyen"}
    answer = admin_client.post(reverse("web:account_role", kwargs={"pk": citizen.pk}), typed)
    assert (answer.status_code, "Có 2 đơn vị khớp" in unescape(answer.content.decode())) == (422, True)


def test_the_second_who_saves_sees_both_and_loses_nothing(admin_client: Client, officer: Account) -> None:
    address = reverse("web:account", kwargs={"pk": officer.pk})
    admin_client.post(address, {"display_name": "Người Trước Lưu", "version": 1})
    answer = admin_client.post(address, {"display_name": "Tôi Đã Gõ", "version": 1})
    page = unescape(answer.content.decode())
    assert answer.status_code == 409
    assert all(words in page for words in ("Người Trước Lưu", "Tôi Đã Gõ", 'name="version" value="2"'))


def test_after_seeing_both_one_may_still_save(admin_client: Client, officer: Account) -> None:
    address = reverse("web:account", kwargs={"pk": officer.pk})
    admin_client.post(address, {"display_name": "Người Trước Lưu", "version": 1})
    admin_client.post(address, {"display_name": "Tôi Đã Gõ", "version": 2})
    assert Account.objects.get(pk=officer.pk).display_name == "Tôi Đã Gõ"


def test_a_closed_account_is_out_at_once(admin_client: Client, officer: Account) -> None:
    theirs = Client()
    theirs.force_login(officer)
    admin_client.post(reverse("web:account_door", kwargs={"pk": officer.pk}), {"deed": "close", "version": 1})
    assert theirs.get(reverse("web:change_password")).status_code == 302


def test_what_an_administrator_does_is_recorded_and_sealed(admin_client: Client, officer: Account) -> None:
    admin_client.post(reverse("web:account_door", kwargs={"pk": officer.pk}), {"deed": "close", "version": 1})
    entry = Entry.objects.of_row(officer).get(verb=Verb.UPDATE)
    assert (entry.actor, entry.source) == ("administrator", "trang web")
    assert entry.sequence
