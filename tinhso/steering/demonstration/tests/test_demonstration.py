"""The sample programme in its sixth month: invented, marked so on every page, and made once."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.samples import SEED
from tinhso.config import cli
from tinhso.kernel.accounts.models import Account
from tinhso.steering.demonstration.chance import NOTE
from tinhso.steering.demonstration.figures import COURSES, ROUNDS
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.totals import totals
from tinhso.steering.programmes.models import Programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample(settings: Settings, tmp_path: Path) -> Programme:
    settings.HOME = tmp_path
    call_command("load_organisations", stdout=StringIO())
    call_command("demo_accounts", stdout=StringIO())
    cli.main(["start", str(SEED)])
    call_command("demo_progress", stdout=StringIO())
    return Programme.objects.get()


def test_the_demonstration_is_made_once_and_says_everywhere_what_it_is(sample: Programme, client: Client) -> None:
    count = Value.objects.count()
    call_command("demo_progress", stdout=StringIO())
    assert Value.objects.count() == count > 2_000
    assert not Value.objects.exclude(note__contains=NOTE).exists()
    client.force_login(Account.objects.get(username="truong-ban"))
    for view in ("board", "indicators", "tasks"):
        assert "Số liệu minh họa" in client.get(reverse(f"pages:{view}", args=(sample.pk,))).content.decode()


def test_every_figure_stays_within_its_whole_and_district_counters_have_none(sample: Programme) -> None:
    found = totals(sample, ROUNDS[-1])
    codes = dict(sample.indicators.values_list("pk", "code"))
    assert {codes[indicator] for indicator in found} == set(COURSES)
    for levels in found.values():
        assert all(amount.numerator <= amount.denominator for each in levels.values() for _day, amount in each.points)
    scanned = next(levels for indicator, levels in found.items() if codes[indicator] == "II.3")
    assert set(scanned) == {"province"}
