"""The organisations of samples/, loaded once for the tests of a module and rolled back after them."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tinhso.kernel.organisations.loading.load import Loaded, load

FOLDER = settings.CHECKOUT / "samples" / "organisations"


@pytest.fixture(scope="module")
def bac_giang(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Loaded]:
    """Every unit, group, decision and decided day of samples/organisations."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(FOLDER)
        transaction.set_rollback(True)
