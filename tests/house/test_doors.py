"""No door falls over what is sent to it; whom each lets in is told by docs/permissions.md (tests/doors)."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.furnished import Keys, addresses, furnish
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db
LAST = "web:sign_out"
#: What comes from outside: words, no number, a number that no column holds, signs that are no text.
SENT = dict.fromkeys(("q", "page", "before", "version", "candidate", "deed", "ngay", "on", "text", "next"), "²\x00")


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def keys(province: Unit, citizen: Account, coordinator: Account) -> Keys:
    return furnish(province, citizen, by=coordinator)


def test_no_route_falls_over_what_is_sent(client: Client, keys: Keys, administrator: Account) -> None:
    client.force_login(administrator)
    for sent in (SENT, dict.fromkeys(SENT, "9" * 30)):
        for route, address in sorted(addresses(keys), key=lambda place: place[0].name == LAST):
            assert client.get(address, sent).status_code < 500, route.name
            assert client.post(address, {**sent, "deed": "close"}).status_code < 500, route.name
