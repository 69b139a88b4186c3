"""Fixtures of the Đơn vị pages: Bắc Giang's units and an official who may look at them."""

from datetime import date

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.loading.load import Loaded
from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.tests.samples import bac_giang

__all__ = ["bac_giang"]


@pytest.fixture
def official(bac_giang: Loaded, db: None) -> Account:
    account = Account.objects.create_account("can.bo.mau", display_name="Cán Bộ Mẫu")
    unit = Unit.objects.get(key="so-tttt")
    RoleAssignment.objects.create(account=account, role=Role.UNIT_OFFICER, unit=unit, valid_from=date(2022, 1, 1))
    return account


@pytest.fixture
def office(client: Client, official: Account) -> Client:
    """A browser with the official signed in."""
    client.force_login(official, backend="django.contrib.auth.backends.ModelBackend")
    return client
