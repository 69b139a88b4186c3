"""Who acts for somebody sees the programmes that he sees, while the delegation holds."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import lend
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.delegation.take_back import take_back
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Programme

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
WEEK = timedelta(days=7)


@pytest.fixture
def programme(office: Unit) -> Programme:
    return start(stored(small_plan().reading()), by=None)


@pytest.fixture
def deputy(officer: Account, district: Unit) -> Account:
    """His own role has ended since the head signed: he sees only what the head sees."""
    made = Account.objects.create_account("deputy", display_name="Đỗ Văn Thử")
    RoleAssignment.objects.create(account=made, role=Role.UNIT_OFFICER, unit=district, valid_from=TODAY - WEEK)
    return made


@pytest.fixture
def delegation(head: Account, deputy: Account) -> Delegation:
    made = lend(head, deputy, Verb.APPROVE_REPORT)
    RoleAssignment.objects.filter(account=deputy).update(valid_to=TODAY)
    return made


def sees(account: Account, *, days: int = 0) -> bool:
    return Programme.objects.visible_to(account, TODAY + timedelta(days=days)).exists()


def test_a_delegate_sees_it_from_the_first_day_to_the_last(
    programme: Programme, delegation: Delegation, deputy: Account
) -> None:
    assert [sees(deputy, days=days) for days in (0, 7, 8)] == [True, True, False]


def test_taken_back_it_shows_nothing_more(
    programme: Programme, delegation: Delegation, deputy: Account, head: Account
) -> None:
    take_back(delegation, by=head, reason="Về sớm")
    assert not sees(deputy)


def test_it_ends_with_the_role_of_who_gave_it_and_with_his_account(
    programme: Programme, delegation: Delegation, deputy: Account, head: Account
) -> None:
    Account.objects.filter(pk=head.pk).update(is_active=False)
    assert not sees(deputy)
    Account.objects.filter(pk=head.pk).update(is_active=True)
    RoleAssignment.objects.filter(account=head).update(valid_to=TODAY)
    assert not sees(deputy)


def test_to_see_costs_one_query_more_with_a_delegation(
    programme: Programme, delegation: Delegation, deputy: Account, officer: Account
) -> None:
    # The edition, own roles, whether anybody delegated one, what was delegated, and the programmes.
    for account, most in ((deputy, 5), (officer, 4)):
        with CaptureQueriesContext(connection) as queries:
            assert list(Programme.objects.visible_to(account, TODAY))
        assert len(queries) == most
