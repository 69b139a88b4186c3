"""The fixed cast of the tests: one person for each role, in a small province of five units. Everybody is invented.

Ask for a person by name (``officer``, ``head`` …) and sign in with ``client.force_login(officer)``. ``nobody`` has
not signed in.
"""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tinhso.kernel.accounts.delegation.delegate import Mandate, delegate
from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.organisations.models import Kind, Post, Unit, UnitVersion
from tinhso.lib.text import fold, sort_key

#: Every unit, post and role of the cast holds from this day on.
SINCE = date(2022, 1, 1)


def unit(key: str, name: str, *, kind: Kind, parent: Unit | None = None) -> Unit:
    """A unit that stands since 01/01/2022."""
    made = Unit.objects.create(key=key)
    UnitVersion.objects.create(
        unit=made, name=name, kind=kind, parent=parent, valid_from=SINCE, folded=fold(name), sort_key=sort_key(name)
    )
    return made


def person(username: str, name: str, *, role: Role, at: Unit | None, title: str = "") -> Account:
    """A person with one role since 01/01/2022, whom nobody can sign in as with a password."""
    account = Account.objects.create_account(username, display_name=name)
    post = Post.objects.create(unit=at, title=title, valid_from=SINCE) if at and title else None
    RoleAssignment.objects.create(account=account, role=role, unit=at, post=post, valid_from=SINCE)
    return account


def mandate(giver: Account, to: Account, *verbs: Verb) -> Mandate:
    """That ``to`` may act for the giver a week from today, in what is named, else in all."""
    today = timezone.localdate()
    return Mandate(
        held=RoleAssignment.objects.get(account=giver),
        delegate=to,
        first_day=today,
        last_day=today + timedelta(days=7),
        paper_number="15/UQ-UBND",
        paper_date=today,
        verbs=frozenset(verbs),
    )


def lend(giver: Account, to: Account, *verbs: Verb) -> Delegation:
    """It is signed by the giver."""
    return delegate(mandate(giver, to, *verbs), by=giver)


@pytest.fixture
def province(db: None) -> Unit:
    return unit("tinh-mau", "Tỉnh Mẫu", kind=Kind.PROVINCE)


@pytest.fixture
def department_in_charge(province: Unit) -> Unit:
    return unit("so-thuong-truc", "Sở Thường trực Mẫu", kind=Kind.DEPARTMENT, parent=province)


@pytest.fixture
def district(province: Unit) -> Unit:
    return unit("huyen-mau", "Huyện Mẫu", kind=Kind.DISTRICT, parent=province)


@pytest.fixture
def commune(district: Unit) -> Unit:
    return unit("xa-mau", "Xã Mẫu", kind=Kind.COMMUNE, parent=district)


@pytest.fixture
def other_district(province: Unit) -> Unit:
    return unit("huyen-khac", "Huyện Khác", kind=Kind.DISTRICT, parent=province)


@pytest.fixture
def coordinator(department_in_charge: Unit) -> Account:
    """Officer of the department in charge."""
    return person("coordinator", "Nguyễn Thị Thử", role=Role.COORDINATOR, at=department_in_charge)


@pytest.fixture
def officer(district: Unit) -> Account:
    """Officer of the unit: of Huyện Mẫu, to which Xã Mẫu belongs."""
    return person("officer", "Trần Văn Thử", role=Role.UNIT_OFFICER, at=district)


@pytest.fixture
def other_officer(other_district: Unit) -> Account:
    """Officer of another unit."""
    return person("other-officer", "Lê Thị Mẫu", role=Role.UNIT_OFFICER, at=other_district)


@pytest.fixture
def head(district: Unit) -> Account:
    """Head of the unit."""
    return person("head", "Phạm Văn Mẫu", role=Role.HEAD_OF_UNIT, at=district, title="Chủ tịch UBND")


@pytest.fixture
def member(department_in_charge: Unit) -> Account:
    """Member of the committee who watches an indicator."""
    return person("member", "Hoàng Thị Mẫu", role=Role.MEMBER, at=department_in_charge, title="Giám đốc")


@pytest.fixture
def chair(province: Unit) -> Account:
    return person("chair", "Vũ Văn Mẫu", role=Role.CHAIR, at=province, title="Chủ tịch UBND")


@pytest.fixture
def registrar(department_in_charge: Unit) -> Account:
    """Officer who keeps a register."""
    return person("registrar", "Bùi Thị Thử", role=Role.REGISTRAR, at=department_in_charge)


@pytest.fixture
def administrator(department_in_charge: Unit) -> Account:
    return person("administrator", "Ngô Văn Thử", role=Role.ADMINISTRATOR, at=department_in_charge)


@pytest.fixture
def citizen(db: None) -> Account:
    return person("citizen", "Đặng Thị Thử", role=Role.CITIZEN, at=None)


@pytest.fixture
def nobody() -> None:
    """Has not signed in."""
