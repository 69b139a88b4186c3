"""A list of indicators answers by words, watcher, lead and level."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.pages.tests.reading import codes
from tinhso.steering.programmes.models import Programme

pytestmark = pytest.mark.django_db


def test_indicators_are_narrowed_by_words_watcher_and_lead(
    client: Client, officer: Account, programme: Programme, bodies: list[Unit]
) -> None:
    client.force_login(officer)
    indicators = reverse("pages:indicators", args=(programme.pk,))
    assert codes(client, indicators, q="truc tuyen") == ["I.2"]
    assert codes(client, indicators, theo_doi=f"u{bodies[0].pk}") == ["I.1", "I.2"]
    assert codes(client, indicators, chu_tri=f"u{bodies[1].pk}", sort="-position") == ["I.2", "I.1"]
    assert codes(client, indicators, cap="commune") == []
