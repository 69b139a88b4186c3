"""What a person may do follows from the roles held on that day."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from tests.cast import SINCE
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import GRANTS, Role, Verb
from tinhso.kernel.accounts.standing import NotAllowed, NotSignedIn, person, standing, units_where
from tinhso.kernel.organisations.models import Unit, UnitVersion

TODAY = date(2022, 6, 20)

pytestmark = pytest.mark.django_db


def keys(account: Account, verb: Verb, on: date = TODAY) -> set[str]:
    return set(units_where(account, verb, on).values_list("key", flat=True))


def test_every_role_says_what_it_may() -> None:
    assert set(GRANTS) == set(Role)


def test_the_coordinator_starts_programmes_and_the_officer_of_a_unit_does_not(
    coordinator: Account, officer: Account
) -> None:
    assert standing(coordinator, TODAY).may(Verb.START_PROGRAMME)
    with pytest.raises(NotAllowed, match=r"^Tài khoản của bạn không được lập chương trình\.$"):
        standing(officer, TODAY).require(Verb.START_PROGRAMME)


def test_only_the_administrator_reads_the_log(administrator: Account, chair: Account, coordinator: Account) -> None:
    allowed = [standing(each, TODAY).may(Verb.READ_AUDIT) for each in (administrator, chair, coordinator)]
    assert allowed == [True, False, False]


def test_a_citizen_may_nothing_inside(citizen: Account) -> None:
    assert standing(citizen, TODAY).verbs() == frozenset()


def test_a_role_begins_on_its_first_day_and_ends_before_the_last_bound(officer: Account) -> None:
    RoleAssignment.objects.filter(account=officer).update(valid_to=date(2022, 7, 1))
    days = (date(2021, 12, 31), SINCE, date(2022, 6, 30), date(2022, 7, 1))
    assert [standing(officer, day).may(Verb.REPORT) for day in days] == [False, True, True, False]


def test_an_officer_of_a_district_reports_for_its_communes(officer: Account, commune: Unit) -> None:
    assert keys(officer, Verb.REPORT) == {"huyen-mau", "xa-mau"}


def test_an_officer_reports_for_no_other_unit(other_officer: Account, commune: Unit) -> None:
    assert keys(other_officer, Verb.REPORT) == {"huyen-khac"}


def test_a_verb_that_the_role_lacks_reaches_no_unit(officer: Account) -> None:
    assert keys(officer, Verb.DECIDE) == set()


def test_a_commune_that_moved_belongs_to_its_new_district_from_that_day(
    officer: Account, other_officer: Account, commune: Unit, other_district: Unit
) -> None:
    moved = date(2022, 9, 1)
    version = UnitVersion.objects.get(unit=commune)
    UnitVersion.objects.filter(pk=version.pk).update(valid_to=moved)
    version.pk, version.parent, version.valid_from = None, other_district, moved
    version.save(force_insert=True)
    assert "xa-mau" in keys(officer, Verb.REPORT, date(2022, 8, 31))
    assert "xa-mau" not in keys(officer, Verb.REPORT, moved)
    assert "xa-mau" in keys(other_officer, Verb.REPORT, moved)


def test_a_role_reaches_its_units_until_the_day_it_ends_and_not_on_it(officer: Account) -> None:
    RoleAssignment.objects.filter(account=officer).update(valid_to=date(2022, 9, 1))
    assert "huyen-mau" in keys(officer, Verb.REPORT, date(2022, 8, 31))
    assert keys(officer, Verb.REPORT, date(2022, 9, 1)) == set()


def test_a_permission_is_part_of_the_one_query_that_fetches(
    officer: Account, commune: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        names = list(UnitVersion.objects.filter(unit__in=units_where(officer, Verb.REPORT, TODAY)))
    assert len(names) == 2


def test_roles_are_asked_for_once_a_request(
    officer: Account, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # The edition, the roles, and whether anybody delegated one.
    with django_assert_num_queries(3):
        assert all(standing(officer, TODAY).may(Verb.REPORT) for _ in range(3))


def test_nobody_is_no_person(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user = AnonymousUser()
    with pytest.raises(NotSignedIn):
        person(request)
