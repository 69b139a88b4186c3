"""Ủy quyền: who may let whom act for him, in what, for how long; and that it ends by itself."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import cast
from tests.cast import person
from tinhso.kernel.accounts.delegation.delegate import Mandate, delegate
from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.delegation.refusals import (
    BeyondTerm,
    DelegationRefused,
    HandedOn,
    NeverDelegated,
    NotHeld,
    NotInUnit,
    NotYours,
    Overlapping,
    WrongDays,
)
from tinhso.kernel.accounts.delegation.take_back import take_back
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.accounts.standing import NotAllowed, standing, units_where
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db
#: The tests live in the week before and after this day.
TODAY = timezone.localdate()
WEEK = timedelta(days=7)


@pytest.fixture
def deputy(commune: Unit) -> Account:
    """An officer of a commune below the head's district."""
    return person("deputy", "Đỗ Văn Thử", role=Role.UNIT_OFFICER, at=commune)


@pytest.fixture
def mandate(head: Account, deputy: Account) -> Mandate:
    """The head of Huyện Mẫu lets the officer of Xã Mẫu act for him for a week."""
    return cast.mandate(head, deputy)


def may(account: Account, verb: Verb, on: date) -> bool:
    return standing(Account.objects.get(pk=account.pk), on).may(verb)


def keys(account: Account, verb: Verb, on: date = TODAY) -> set[str]:
    return set(units_where(account, verb, on).values_list("key", flat=True))


def test_the_delegate_does_what_the_holder_may_where_the_holder_may(mandate: Mandate, head: Account) -> None:
    assert keys(mandate.delegate, Verb.APPROVE_REPORT) == set()
    delegate(mandate, by=head)
    assert may(mandate.delegate, Verb.APPROVE_REPORT, TODAY)
    assert keys(mandate.delegate, Verb.APPROVE_REPORT) == {"huyen-mau", "xa-mau"}


def test_it_begins_on_its_first_day_and_ends_by_itself_after_the_last(mandate: Mandate, head: Account) -> None:
    delegate(replace(mandate, first_day=TODAY + WEEK, last_day=TODAY + WEEK), by=head)
    days = [TODAY + WEEK + timedelta(days=shift) for shift in (-1, 0, 1)]
    assert [may(mandate.delegate, Verb.APPROVE_REPORT, day) for day in days] == [False, True, False]
    assert [bool(keys(mandate.delegate, Verb.APPROVE_REPORT, day)) for day in days] == [False, True, False]


def test_the_day_ends_at_midnight_in_vietnam(mandate: Mandate, head: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    delegate(replace(mandate, last_day=TODAY), by=head)
    midnight = datetime(TODAY.year, TODAY.month, TODAY.day, 17, tzinfo=UTC)
    for moment, allowed in ((midnight - timedelta(seconds=1), True), (midnight, False)):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        assert standing(Account.objects.get(pk=mandate.delegate.pk)).may(Verb.APPROVE_REPORT) is allowed


def test_taken_back_it_ends_at_once(mandate: Mandate, head: Account) -> None:
    made = delegate(mandate, by=head)
    assert take_back(made, by=head, reason="Về sớm")
    assert not may(mandate.delegate, Verb.APPROVE_REPORT, TODAY)
    assert keys(mandate.delegate, Verb.APPROVE_REPORT) == set()
    assert not take_back(made, by=head)


def test_named_verbs_give_nothing_else(mandate: Mandate, head: Account) -> None:
    delegate(replace(mandate, verbs=frozenset({Verb.APPROVE_REPORT})), by=head)
    assert keys(mandate.delegate, Verb.APPROVE_REPORT) == {"huyen-mau", "xa-mau"}
    assert keys(mandate.delegate, Verb.REPORT) == {"xa-mau"}
    assert not may(mandate.delegate, Verb.KEEP_POSTS, TODAY)


def test_nobody_gives_what_he_has_not(mandate: Mandate, head: Account) -> None:
    with pytest.raises(NotHeld, match="không có quyền quyết định"):
        delegate(replace(mandate, verbs=frozenset({Verb.DECIDE})), by=head)


def test_what_was_delegated_is_not_delegated_further(mandate: Mandate, head: Account, officer: Account) -> None:
    delegate(mandate, by=head)
    with pytest.raises(HandedOn):
        delegate(replace(mandate, delegate=officer, first_day=TODAY + 2 * WEEK), by=mandate.delegate)


def test_a_delegate_cannot_give_rights_to_others(mandate: Mandate, head: Account) -> None:
    delegate(mandate, by=head)
    assert not may(mandate.delegate, Verb.KEEP_DELEGATIONS, TODAY)
    assert keys(mandate.delegate, Verb.KEEP_DELEGATIONS) == set()


def test_nobody_delegates_beyond_his_own_term(mandate: Mandate, head: Account) -> None:
    RoleAssignment.objects.filter(account=head).update(valid_to=TODAY + WEEK)
    mandate.held.refresh_from_db()
    with pytest.raises(BeyondTerm):
        delegate(mandate, by=head)
    delegate(replace(mandate, last_day=TODAY + WEEK - timedelta(days=1)), by=head)


def test_when_the_role_ends_early_so_does_what_was_delegated(mandate: Mandate, head: Account) -> None:
    delegate(mandate, by=head)
    RoleAssignment.objects.filter(account=head).update(valid_to=TODAY + timedelta(days=1))
    assert not may(mandate.delegate, Verb.APPROVE_REPORT, TODAY + timedelta(days=1))


def test_the_same_is_not_delegated_twice_on_one_day(mandate: Mandate, head: Account, officer: Account) -> None:
    delegate(mandate, by=head)
    with pytest.raises(Overlapping, match="Đỗ Văn Thử"):
        delegate(replace(mandate, delegate=officer, first_day=mandate.last_day), by=head)
    delegate(
        replace(mandate, delegate=officer, first_day=mandate.last_day + timedelta(days=1), last_day=TODAY + 2 * WEEK),
        by=head,
    )


def test_two_verbs_may_go_to_two_people(mandate: Mandate, head: Account, officer: Account) -> None:
    delegate(replace(mandate, verbs=frozenset({Verb.APPROVE_REPORT})), by=head)
    delegate(replace(mandate, delegate=officer, verbs=frozenset({Verb.KEEP_POSTS})), by=head)
    assert keys(officer, Verb.KEEP_POSTS) == {"huyen-mau", "xa-mau"}


def test_sent_twice_it_is_one(mandate: Mandate, head: Account) -> None:
    assert delegate(mandate, by=head) == delegate(mandate, by=head)


def test_the_delegate_works_at_the_unit_or_below(mandate: Mandate, head: Account, other_officer: Account) -> None:
    with pytest.raises(NotInUnit):
        delegate(replace(mandate, delegate=other_officer), by=head)


def test_nobody_acts_for_himself(mandate: Mandate, head: Account) -> None:
    with pytest.raises(DelegationRefused, match="chính mình"):
        delegate(replace(mandate, delegate=head), by=head)


def test_the_past_is_not_delegated(mandate: Mandate, head: Account) -> None:
    with pytest.raises(WrongDays):
        delegate(replace(mandate, first_day=TODAY - timedelta(days=1)), by=head)


@pytest.mark.parametrize(("number", "later"), [(" ", 0), ("15/UQ-UBND", 1)])
def test_there_is_a_paper_signed_before_it_begins(mandate: Mandate, head: Account, number: str, later: int) -> None:
    unsigned = replace(mandate, paper_number=number, paper_date=TODAY + timedelta(days=later))
    with pytest.raises(DelegationRefused):
        delegate(unsigned, by=head)


def test_a_head_enters_it_for_his_unit_and_nobody_for_another(
    mandate: Mandate, head: Account, officer: Account, other_officer: Account
) -> None:
    other = replace(mandate, held=RoleAssignment.objects.get(account=officer))
    delegate(other, by=head)
    with pytest.raises(NotYours):
        delegate(mandate, by=other_officer)


def test_administration_is_not_delegated(mandate: Mandate, administrator: Account, coordinator: Account) -> None:
    held = RoleAssignment.objects.get(account=administrator)
    with pytest.raises(NeverDelegated):
        delegate(replace(mandate, held=held, delegate=coordinator), by=administrator)


def test_a_closed_account_lends_nothing(mandate: Mandate, head: Account) -> None:
    delegate(mandate, by=head)
    Account.objects.filter(pk=head.pk).update(is_active=False)
    assert not may(mandate.delegate, Verb.APPROVE_REPORT, TODAY)
    assert keys(mandate.delegate, Verb.APPROVE_REPORT) == set()


def test_own_and_delegated_roles_are_asked_for_in_four_queries(
    mandate: Mandate, head: Account, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    delegate(mandate, by=head)
    with django_assert_num_queries(4):
        held = standing(mandate.delegate, TODAY)
        assert [role.role for role in held.roles] == ["unit_officer"]
        assert [each.held.account.username for each in held.lent] == ["head"]


def test_who_may_not_is_still_refused(mandate: Mandate, head: Account) -> None:
    delegate(mandate, by=head)
    with pytest.raises(NotAllowed):
        standing(mandate.delegate, TODAY).require(Verb.DECIDE)


def test_a_delegation_says_its_days_and_scope(mandate: Mandate, head: Account) -> None:
    made = delegate(replace(mandate, verbs=frozenset({Verb.REPORT, Verb.APPROVE_REPORT})), by=head)
    kept = Delegation.objects.get(pk=made.pk)
    assert kept.verbs == {Verb.REPORT, Verb.APPROVE_REPORT}
    assert kept.last_day == TODAY + WEEK
