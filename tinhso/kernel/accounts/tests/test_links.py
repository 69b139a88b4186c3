"""One-time links: they open once, for some days, and the latest of a kind is the only one."""

from datetime import timedelta

import pytest

from tinhso.kernel.accounts import keeping
from tinhso.kernel.accounts.linking import LinkSpent, Purpose, choose_password, make_link, opened
from tinhso.kernel.accounts.models import Account

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
FRESH = "mat-khau-moi-hoan-toan-8"


def test_a_link_opens_once(officer: Account) -> None:
    link = opened(make_link(officer, Purpose.INVITATION, valid=DAY))
    choose_password(link, FRESH)
    with pytest.raises(LinkSpent):
        choose_password(link, "mat-khau-cua-nguoi-khac")
    assert Account.objects.get(pk=officer.pk).check_password(FRESH)


def test_a_later_link_replaces_the_former(officer: Account) -> None:
    former, later = (make_link(officer, Purpose.PASSWORD, valid=DAY) for _ in range(2))
    with pytest.raises(LinkSpent):
        opened(former)
    assert opened(later).account == officer


def test_a_link_runs_out(officer: Account) -> None:
    with pytest.raises(LinkSpent):
        opened(make_link(officer, Purpose.PASSWORD, valid=timedelta(0)))


def test_a_link_of_a_closed_account_does_not_open(officer: Account, administrator: Account) -> None:
    word = make_link(officer, Purpose.PASSWORD, valid=DAY)
    keeping.close(officer, version=1, by=administrator)
    with pytest.raises(LinkSpent):
        opened(word)
