"""What a person may do is kept, and told anew as soon as anything that decides it changes, whatever way it does."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import SINCE
from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.accounts.standing import ACCOUNTS, standing
from tinhso.kernel.organisations.edition import edition
from tinhso.kernel.organisations.models import Post, Unit

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
Told = tuple[list[tuple[str, str, str]], list[tuple[str, str]]]


def told(account: Account) -> Told:
    """Roles with their posts and units, and whose roles are lent, as a request tells them that begins now."""
    held = standing(Account.objects.get(pk=account.pk), TODAY)
    own = [(role.role, role.post.title if role.post else "", role.unit.key if role.unit else "") for role in held.roles]
    return own, [(each.held.role, each.held.account.display_name) for each in held.lent]


@pytest.fixture
def lent(head: Account, officer: Account) -> Delegation:
    """The officer acts for the head this week."""
    return Delegation.objects.create(
        held=RoleAssignment.objects.get(account=head),
        giver=head,
        delegate=officer,
        paper_number="15/UQ-UBND",
        paper_date=TODAY - timedelta(days=1),
        valid_from=TODAY - timedelta(days=1),
        valid_to=TODAY + timedelta(days=6),
        entered_by=head,
    )


def by_sql(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(words)


CHANGES: dict[str, Callable[[Account, Unit], object]] = {
    "one more role": lambda officer, unit: RoleAssignment.objects.create(
        account=officer, role=Role.HEAD_OF_UNIT, unit=unit, valid_from=SINCE
    ),
    "a role ended": lambda officer, _unit: RoleAssignment.objects.filter(account=officer).update(valid_to=TODAY),
    "another unit": lambda officer, unit: RoleAssignment.objects.filter(account=officer).update(unit=unit),
    "a delegation taken back": lambda *_of: Delegation.objects.update(taken_back_on=TODAY),
    "a delegation removed by SQL": lambda *_of: by_sql("DELETE FROM delegation_delegation"),
    "the giver disabled": lambda *_of: Account.objects.filter(username="head").update(is_active=False),
    "the giver renamed": lambda *_of: Account.objects.filter(username="head").update(display_name="Tên Mới"),
    "a post renamed": lambda *_of: Post.objects.filter(title="Chuyên viên").update(title="Chức danh mới"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_it_is_told_at_once(
    lent: Delegation,
    officer: Account,
    district: Unit,
    other_district: Unit,
    change: Callable[[Account, Unit], object],
) -> None:
    post = Post.objects.create(unit=district, title="Chuyên viên", valid_from=SINCE)
    RoleAssignment.objects.filter(account=officer).update(post=post)
    before = told(officer)
    change(officer, other_district)
    assert told(officer) != before


def test_a_second_request_asks_only_for_the_edition(lent: Delegation, officer: Account) -> None:
    told(officer)
    again = Account.objects.get(pk=officer.pk)
    with CaptureQueriesContext(connection) as queries:
        assert standing(again, TODAY).may(Verb.APPROVE_REPORT)
    assert len(queries) == 1


def test_a_right_given_in_a_change_that_was_given_up_is_none(lent: Delegation, officer: Account) -> None:
    before = told(officer)
    with transaction.atomic():
        RoleAssignment.objects.filter(account=officer).update(role=Role.ADMINISTRATOR)
        assert told(officer) != before
        transaction.set_rollback(True)
    assert told(officer) == before


def test_the_day_decides_also_where_nothing_changes(lent: Delegation, officer: Account) -> None:
    days = (lent.valid_from - timedelta(days=1), lent.valid_from, lent.valid_to - timedelta(days=1), lent.valid_to)
    assert [standing(officer, day).may(Verb.APPROVE_REPORT) for day in days] == [False, True, True, False]


def test_signing_in_and_looking_around_change_nobodys_rights(client: Client, officer: Account) -> None:
    before = edition(ACCOUNTS)
    client.force_login(officer)
    client.get("/viec-cua-toi")
    client.logout()
    assert edition(ACCOUNTS) == before


def test_who_was_disabled_a_moment_ago_sees_nothing_more(client: Client, officer: Account) -> None:
    client.force_login(officer)
    assert client.get("/viec-cua-toi").status_code == 200
    RoleAssignment.objects.filter(account=officer).update(valid_to=date(2022, 2, 1))
    assert client.get("/viec-cua-toi").status_code == 404
