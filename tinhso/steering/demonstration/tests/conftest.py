"""The sample programme after its third quarter, as it is tried out."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.samples import SEED
from tinhso.config import cli
from tinhso.steering.programmes.models import Programme


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="package")
def made(home: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """Made once for all tests of a process, in a transaction that is taken back."""
    with django_db_blocker.unblock(), override_settings(HOME=home), transaction.atomic():
        call_command("load_organisations", stdout=StringIO())
        call_command("demo_accounts", stdout=StringIO())
        cli.main(["start", str(SEED)])
        call_command("demo_progress", stdout=StringIO())
        yield Programme.objects.get().pk
        transaction.set_rollback(True)


@pytest.fixture
def sample(db: None, made: int) -> Programme:
    return Programme.objects.get(pk=made)
