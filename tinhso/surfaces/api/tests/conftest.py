"""A programme, and callers with tokens."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.furnished import Keys, furnish
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.scopes import SCOPES
from tinhso.kernel.exchange.tokens import give_token
from tinhso.kernel.organisations.models import Unit

#: A client that sends such a token.
Call = Callable[..., Client]


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def keys(province: Unit, citizen: Account, coordinator: Account) -> Keys:
    return furnish(province, citizen, by=coordinator)


def secret_for(account: Account, *scopes: str) -> str:
    """The secret of a token good for these scopes; for all, when none is named."""
    last = timezone.localdate() + timedelta(days=30)
    return give_token(account, f"kiểm thử {uuid4()}", scopes=scopes or tuple(SCOPES), last_day=last)[1]


@pytest.fixture
def caller() -> Call:
    return lambda account, *scopes: Client(headers={"Authorization": f"Bearer {secret_for(account, *scopes)}"})
