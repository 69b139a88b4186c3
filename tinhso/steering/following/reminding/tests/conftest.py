"""The programme of ``following``, people with addresses, a day and its hours."""

from datetime import datetime

import pytest
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.tests.conftest import (  # noqa: F401 - fixtures are found by their names
    colleague,
    files,
    lead_and_helper,
    other_head,
    programme,
    task,
    with_products,
)


def at(day: int, hour: int = 8, minute: int = 0, *, month: int = 7) -> datetime:
    """A moment of 2022, as the office counts hours."""
    return datetime(2022, month, day, hour, minute, tzinfo=timezone.get_current_timezone())


def with_address(account: Account) -> Account:
    account.email = f"{account.username}@tinh-mau.example"
    account.save(update_fields=["email"])
    return account


@pytest.fixture
def reader(officer: Account) -> Account:
    """The officer of the unit that leads, with an address."""
    return with_address(officer)
