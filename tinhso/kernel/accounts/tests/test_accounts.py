"""Opening accounts, giving roles, and the accounts for trying out."""

import io
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from pytest_django import Settings

from tinhso.kernel.accounts import keeping
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.opening import NoSuchPlace, RoleRefused, give_role, new_password, open_account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer() -> Account:
    return open_account("nguoi-moi", display_name="Người Mới", password="mat-khau-rieng-9")


def demo(settings: Settings, home: Path) -> str:
    settings.HOME = home
    output = io.StringIO()
    call_command("demo_accounts", stdout=output)
    return output.getvalue()


def test_a_name_with_capitals_or_marks_is_refused() -> None:
    with pytest.raises(ValidationError, match="chữ thường không dấu"):
        open_account("Nguyễn", display_name="Nguyễn", password="x")


def test_a_name_is_given_once(newcomer: Account) -> None:
    with pytest.raises(ValidationError, match="đã tồn tại"):
        open_account("nguoi-moi", display_name="Người Khác", password="x")


def test_the_name_typed_with_capitals_and_blanks_is_the_same_person(newcomer: Account) -> None:
    assert Account.objects.get_by_natural_key("  Nguoi-Moi ") == newcomer


def test_a_role_given_twice_is_held_once(newcomer: Account, district: Unit) -> None:
    for _ in range(2):
        give_role(newcomer, Role.UNIT_OFFICER, unit="huyen-mau", title="", since=date(2022, 1, 1))
    assert RoleAssignment.objects.of(newcomer).count() == 1


def test_a_role_needs_a_unit_that_is_kept_here(newcomer: Account) -> None:
    with pytest.raises(NoSuchPlace, match="so-khong-co"):
        give_role(newcomer, Role.UNIT_OFFICER, unit="so-khong-co", title="", since=date(2022, 1, 1))


def test_an_officer_holds_the_role_at_some_unit(newcomer: Account) -> None:
    with pytest.raises(RoleRefused, match="phải gắn với một đơn vị"):
        give_role(newcomer, Role.UNIT_OFFICER, unit="", title="", since=date(2022, 1, 1))


def test_the_second_who_saves_is_told(newcomer: Account, administrator: Account) -> None:
    keeping.describe(newcomer, "Tên Một", "", version=1, by=administrator)
    with pytest.raises(keeping.SavedMeanwhile):
        keeping.describe(newcomer, "Tên Hai", "", version=1, by=administrator)
    assert Account.objects.get(pk=newcomer.pk).display_name == "Tên Một"


def test_an_administrator_cannot_lock_himself_out(administrator: Account) -> None:
    with pytest.raises(keeping.OwnAccount):
        keeping.close(administrator, version=1, by=administrator)


def test_nobody_else_keeps_accounts(newcomer: Account, coordinator: Account) -> None:
    with pytest.raises(NotAllowed):
        keeping.renew_password(newcomer, by=coordinator)


def test_a_role_ends_after_it_began(officer: Account, administrator: Account) -> None:
    held = RoleAssignment.objects.get(account=officer)
    with pytest.raises(keeping.EndsBeforeItBegins):
        keeping.end_role(held, on=held.valid_from, by=administrator)


def test_passwords_made_here_are_never_the_same() -> None:
    assert len({new_password() for _ in range(200)}) == 200


def test_trying_out_needs_the_organisations_first(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(NoSuchPlace):
        demo(settings, tmp_path)
    assert not Account.objects.exists()


def test_every_role_can_be_tried_out_and_the_second_run_says_the_same(settings: Settings, tmp_path: Path) -> None:
    call_command("load_organisations", stdout=io.StringIO())
    first = demo(settings, tmp_path)
    assert set(RoleAssignment.objects.values_list("role", flat=True)) == set(Role.values)
    assert demo(settings, tmp_path) == first
    assert (tmp_path / "demo-accounts.txt").stat().st_mode & 0o777 == 0o600


def test_a_printed_password_opens_the_account(settings: Settings, tmp_path: Path) -> None:
    call_command("load_organisations", stdout=io.StringIO())
    words = next(line.split() for line in demo(settings, tmp_path).splitlines() if "thuong-truc" in line)
    assert Account.objects.get(username="thuong-truc").check_password(words[1])


def test_a_lost_password_file_gives_new_passwords_that_open(settings: Settings, tmp_path: Path) -> None:
    call_command("load_organisations", stdout=io.StringIO())
    first = demo(settings, tmp_path)
    (tmp_path / "demo-accounts.txt").unlink()
    words = next(line.split() for line in demo(settings, tmp_path).splitlines() if "quan-tri" in line)
    assert words[1] not in first
    assert Account.objects.get(username="quan-tri").check_password(words[1])


def test_the_first_administrator_of_a_server_is_made_by_command(department_in_charge: Unit) -> None:
    words = ("an", "--name", "Bùi An", "--role", "administrator", "--unit", "so-thuong-truc")
    output = io.StringIO()
    call_command("add_account", *words, stdout=output)
    name, password = output.getvalue().strip().split(": ")
    assert Account.objects.get(username=name).check_password(password)
    with pytest.raises(CommandError, match="đã tồn tại"):
        call_command("add_account", *words)
