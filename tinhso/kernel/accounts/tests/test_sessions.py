"""Sessions: listed, ended at once, renewed when rights change, and never longer than they may be."""

from datetime import date, timedelta

import pytest
from django.conf import settings as configured
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from tinhso.kernel.accounts import keeping, opening
from tinhso.kernel.accounts.models import Account, RoleAssignment, Session
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.accounts.sessions import end_sessions
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(client: Client, officer: Account) -> Client:
    client.force_login(officer)
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("own:account")).status_code == 200


def key(client: Client) -> str:
    return client.cookies[configured.SESSION_COOKIE_NAME].value


def rest(client: Client, minutes: int, *, since_start: int = 0) -> None:
    """As if the session had last been used so long ago."""
    session = client.session
    session["seen"] -= minutes * 60
    session["started"] -= since_start * 60
    session.save()


def test_a_session_ended_is_out_at_its_next_request(own: Client, officer: Account) -> None:
    assert is_in(own)
    assert end_sessions(officer) == 1
    assert not is_in(own)


def test_a_copy_of_the_database_opens_no_session(own: Client, officer: Account) -> None:
    stranger = Client()
    stranger.cookies[configured.SESSION_COOKIE_NAME] = Session.listed.of(officer).get().session_key
    assert not is_in(stranger)


def test_a_session_that_rests_too_long_has_ended(own: Client) -> None:
    rest(own, 29)
    assert is_in(own)
    rest(own, 31)
    assert not is_in(own)


def test_a_session_in_use_lasts_no_longer_than_it_may(own: Client) -> None:
    rest(own, 0, since_start=10 * 60 - 1)
    assert is_in(own)
    rest(own, 0, since_start=1)
    assert not is_in(own)


def test_both_times_are_settings(own: Client, settings: Settings) -> None:
    settings.SESSION_IDLE = timedelta(minutes=5)
    rest(own, 6)
    assert not is_in(own)


def test_a_role_given_or_ended_gives_the_session_a_new_key(
    client: Client, officer: Account, administrator: Account, district: Unit
) -> None:
    officer.set_password("mot-mat-khau-rieng-7")
    officer.save()
    client.post(reverse("web:sign_in"), {"username": "officer", "password": "mot-mat-khau-rieng-7"})
    keys = [key(client)]
    opening.give_role(officer, Role.HEAD_OF_UNIT, unit=district.key, title="", since=date(2022, 1, 1))
    assert is_in(client)
    keys.append(key(client))
    held = RoleAssignment.objects.get(account=officer, role=Role.HEAD_OF_UNIT)
    keeping.end_role(held, on=timezone.localdate(), by=administrator)
    assert is_in(client)
    assert len({*keys, key(client)}) == 3


def test_a_closed_account_has_no_session_left(own: Client, officer: Account, administrator: Account) -> None:
    keeping.close(officer, version=1, by=administrator)
    assert not Session.listed.of(officer).exists()
    assert not is_in(own)
