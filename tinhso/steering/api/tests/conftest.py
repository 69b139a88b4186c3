"""A programme whose first task is led by the officer's unit."""

from datetime import date

import pytest
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.surfaces.api.tests.conftest import Call, caller, files, keys, secret_for

__all__ = ["Call", "caller", "files", "keys", "secret_for"]


@pytest.fixture
def lead(keys: Keys, officer: Account, caller: Call) -> Client:
    """Calls as an officer of the unit that leads the tasks."""
    unit = Unit.objects.get(key="so-tttt")
    RoleAssignment.objects.create(account=officer, role=Role.UNIT_OFFICER, unit=unit, valid_from=date(2022, 1, 1))
    return caller(officer)


@pytest.fixture
def stranger(keys: Keys, other_officer: Account, caller: Call) -> Client:
    """Calls as an officer of a unit that has no part in the tasks."""
    return caller(other_officer)
