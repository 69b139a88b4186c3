"""The settings of a programme: who may set them, what is refused, closing and opening again."""

from dataclasses import replace
from datetime import date

import pytest

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.audit.models import Entry
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.actions.close import close_programme, reopen_programme, require_running
from tinhso.steering.programmes.actions.settings import Settings, change_settings
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Closure, Programme
from tinhso.steering.programmes.refusals import (
    ChangedMeanwhile,
    NoReason,
    ProgrammeClosed,
    SettingRefused,
    WrongPeriod,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(office: Unit) -> Programme:
    return start(stored(small_plan().reading()), by=None)


def settings_of(programme: Programme) -> Settings:
    return Settings(**{field: getattr(programme, field) for field in Settings.__slots__})


def test_a_programme_begins_with_settings_that_ask_for_nothing_more(programme: Programme) -> None:
    assert (programme.confirmer, programme.head_approves, programme.reminder_days, programme.silence_days) == (
        *("watcher", False, 7, 30),
    )


def test_what_is_set_is_kept_and_recorded(programme: Programme, coordinator: Account) -> None:
    wanted = replace(settings_of(programme), name="Chương  trình mới", silence_days=14, head_approves=True)
    change_settings(programme, wanted, by=coordinator, version=programme.version)
    assert (programme.name, programme.silence_days, programme.head_approves) == ("Chương trình mới", 14, True)
    entry = Entry.objects.of_row(programme).first()
    assert entry
    assert (entry.before["silence_days"], entry.after["silence_days"]) == (30, 14)


def test_an_officer_of_a_unit_sets_nothing(programme: Programme, officer: Account) -> None:
    with pytest.raises(NotAllowed):
        change_settings(programme, settings_of(programme), by=officer, version=programme.version)
    with pytest.raises(NotAllowed):
        close_programme(programme, "Hết năm", by=officer)


def test_the_second_who_saves_is_told(programme: Programme, coordinator: Account, administrator: Account) -> None:
    seen = programme.version
    change_settings(programme, settings_of(programme), by=coordinator, version=seen)
    with pytest.raises(ChangedMeanwhile):
        change_settings(programme, settings_of(programme), by=administrator, version=seen)


@pytest.mark.parametrize("days", [0, 61])
def test_a_reminder_comes_within_two_months(programme: Programme, coordinator: Account, days: int) -> None:
    with pytest.raises(SettingRefused):
        change_settings(
            programme, replace(settings_of(programme), reminder_days=days), by=coordinator, version=programme.version
        )


def test_a_programme_does_not_end_before_it_begins(programme: Programme, coordinator: Account) -> None:
    wanted = replace(settings_of(programme), ends_on=date(2000, 1, 1))
    with pytest.raises(WrongPeriod):
        change_settings(programme, wanted, by=coordinator, version=programme.version)


def test_a_closed_programme_takes_no_work_until_it_is_opened_again(programme: Programme, coordinator: Account) -> None:
    close_programme(programme, "Đã tổng kết năm 2022", by=coordinator)
    with pytest.raises(ProgrammeClosed):
        require_running(programme)
    reopen_programme(programme, "Còn hai nhiệm vụ", by=coordinator)
    require_running(programme)
    closure = Closure.objects.get(programme=programme)
    assert (closure.reason, closure.reopening_reason) == ("Đã tổng kết năm 2022", "Còn hai nhiệm vụ")


def test_two_clicks_close_once(programme: Programme, coordinator: Account) -> None:
    assert close_programme(programme, "Hết năm", by=coordinator)
    assert not close_programme(programme, "Hết năm", by=coordinator)
    assert Closure.objects.filter(programme=programme).count() == 1


def test_nothing_is_closed_without_saying_why(programme: Programme, coordinator: Account) -> None:
    with pytest.raises(NoReason):
        close_programme(programme, "  ", by=coordinator)
