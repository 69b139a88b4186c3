"""Accounts from the command line: the same verbs, the same refusals, and who did it stands in the log."""

from urllib.parse import urlparse

import pytest
from django.test import Client

from tests.authenticator import with_app
from tests.console import Capture, say
from tinhso.kernel.accounts import second_step
from tinhso.kernel.accounts.models import Account, RoleAssignment, Session
from tinhso.kernel.audit.models import Entry
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db
BY = ("--by", "administrator")


def opens(said: str) -> bool:
    """Whether the printed link opens."""
    return Client().get(urlparse(said.strip()).path).status_code == 200


def test_a_person_is_invited_by_a_link_that_opens(capsys: Capture, administrator: Account, district: Unit) -> None:
    words = ("moi", "--name", "Người Mới", "--role", "unit_officer", "--unit", "huyen-mau")
    code, said, _ = say(capsys, "account", "invite", *words, *BY)
    assert (code, opens(said)) == (0, True)
    assert RoleAssignment.objects.get(account__username="moi").unit == district
    assert Entry.objects.of_row(Account.objects.get(username="moi")).order_by("id")[0].actor == "administrator"


def test_a_name_in_use_is_refused_and_nothing_is_made(capsys: Capture, administrator: Account) -> None:
    code, _, complaint = say(capsys, "account", "invite", "administrator", "--name", "Ai", *BY)
    assert (code, "đã tồn tại" in complaint) == (2, True)


def test_accounts_are_listed_and_searched_without_marks(capsys: Capture, administrator: Account, head: Account) -> None:
    said = say(capsys, "account", "list", "--search", "pham van")[1]
    assert ("Phạm Văn Mẫu" in said, "Ngô Văn Thử" in said) == (True, False)
    assert "administrator" in say(capsys, "account")[1]


def test_one_is_disabled_and_enabled(capsys: Capture, administrator: Account, officer: Account) -> None:
    Client().force_login(officer)
    say(capsys, "account", "disable", "officer", *BY)
    assert not Account.objects.get(pk=officer.pk).is_active
    assert not Session.listed.of(officer).exists()
    assert "officer" in say(capsys, "account", "list", "--state", "closed")[1]
    say(capsys, "account", "enable", "officer", *BY)
    assert Account.objects.get(pk=officer.pk).is_active


def test_a_password_is_reset_by_a_link(capsys: Capture, administrator: Account, officer: Account) -> None:
    assert opens(say(capsys, "account", "reset", "officer", *BY)[1])


def test_sessions_end_and_the_second_step_goes(capsys: Capture, administrator: Account, officer: Account) -> None:
    Client().force_login(officer)
    with_app(officer)
    assert "1 phiên" in say(capsys, "account", "sessions-end", "officer", *BY)[1]
    say(capsys, "account", "second-step-remove", "officer", "--reason", "mất điện thoại", *BY)
    assert not second_step.is_set_up(officer)


@pytest.mark.parametrize("deed", ["disable", "enable", "reset", "sessions-end"])
def test_who_may_not_keep_accounts_may_not_here_either(
    capsys: Capture, officer: Account, head: Account, deed: str
) -> None:
    refused = say(capsys, "account", deed, "head", "--by", "officer")
    assert refused == (2, "", "Tài khoản của bạn không được quản lý tài khoản.\n")
