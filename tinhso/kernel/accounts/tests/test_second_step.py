"""The second step: codes of the app and recovery codes, each taken once; secrets are sealed."""

import pytest
from pytest_django import Settings

from tests.authenticator import App, with_app
from tinhso.kernel.accounts import recovery, sealed, second_step
from tinhso.kernel.accounts.models import Account, RecoveryCode, SecondStep, SecondStepRemoval, Session
from tinhso.kernel.accounts.second_step import WrongCode, take
from tinhso.kernel.accounts.standing import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def app(officer: Account) -> App:
    return with_app(officer)[0]


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_clock_may_be_half_a_minute_off(officer: Account, app: App, steps: int) -> None:
    take(officer, app.code(steps=steps))


@pytest.mark.parametrize("steps", [-3, 3])
def test_and_no_more(officer: Account, app: App, steps: int) -> None:
    with pytest.raises(WrongCode):
        take(officer, app.code(steps=steps))


def test_no_code_is_taken_twice_nor_one_from_before(officer: Account, app: App) -> None:
    take(officer, app.code())
    for steps in (0, -1):
        with pytest.raises(WrongCode):
            take(officer, app.code(steps=steps))


def test_it_is_on_only_after_a_first_code(officer: Account) -> None:
    with pytest.raises(WrongCode):
        second_step.set_up(officer, second_step.propose(officer), "000000")
    assert not second_step.is_set_up(officer)


def test_a_secret_proposed_to_another_is_none(officer: Account, head: Account) -> None:
    assert second_step.opened(officer, second_step.propose(head)) is None


def test_the_secret_is_sealed_and_opens_with_the_key_of_this_installation_only(
    officer: Account, app: App, settings: Settings
) -> None:
    kept = SecondStep.objects.get().secret
    assert sealed.unseal(kept, purpose="second step")
    assert sealed.unseal(kept, purpose="recovery codes") is None
    settings.SECRET_KEY = "một khóa khác"
    assert sealed.unseal(kept, purpose="second step") is None


def test_a_former_key_still_opens(settings: Settings) -> None:
    kept = sealed.seal("bí mật", purpose="thử")
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "khóa mới"
    assert sealed.unseal(kept, purpose="thử") == "bí mật"


def test_a_recovery_code_opens_once_however_it_is_typed(officer: Account) -> None:
    _, codes = with_app(officer)
    take(officer, f" {codes[0].upper().replace('-', ' ')}")
    with pytest.raises(WrongCode):
        take(officer, codes[0])
    assert recovery.left(officer) == recovery.MANY - 1


def test_recovery_codes_are_not_kept_and_not_another_persons(officer: Account, head: Account) -> None:
    _, codes = with_app(officer)
    with_app(head)
    assert not {*codes} & {*RecoveryCode.objects.values_list("fingerprint", flat=True)}
    with pytest.raises(WrongCode):
        take(head, codes[0])


def test_new_recovery_codes_replace_the_former(officer: Account) -> None:
    _, former = with_app(officer)
    recovery.renew(officer)
    with pytest.raises(WrongCode):
        take(officer, former[0])


def test_a_role_may_ask_for_it(coordinator: Account, officer: Account, settings: Settings) -> None:
    settings.SECOND_STEP_ROLES = ["coordinator"]
    assert (second_step.is_required(coordinator), second_step.is_required(officer)) == (True, False)


def test_taking_it_away_needs_a_reason_and_the_right(officer: Account, app: App, administrator: Account) -> None:
    with pytest.raises(second_step.RemovalUnexplained):
        second_step.take_away(officer, "  ", by=administrator)
    with pytest.raises(NotAllowed):
        second_step.take_away(officer, "mất điện thoại", by=officer)
    second_step.take_away(officer, "mất điện thoại", by=administrator)
    assert not second_step.is_set_up(officer)
    assert SecondStepRemoval.objects.get().reason == "mất điện thoại"
    assert not Session.listed.of(officer).exists()
