"""The third quarter of 2022 in the small programme, as the tests of reporting have it."""

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.steering.reporting.tests.conftest import (
    districts,
    files,
    indicator,
    other_report,
    planned,
    programme,
    quarter,
    report,
    task,
)

__all__ = ["districts", "files", "indicator", "other_report", "planned", "programme", "quarter", "report", "task"]


@pytest.fixture
def desk(client: Client, coordinator: Account) -> Client:
    """The browser of the department in charge."""
    client.force_login(coordinator)
    return client
