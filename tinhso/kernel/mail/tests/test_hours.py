"""Quiet hours: nothing goes in the night, at weekends, on holidays; on a Saturday that is worked it does."""

from datetime import date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.hours import allowed_at
from tinhso.kernel.mail.models import MailWishes
from tinhso.kernel.organisations.models import DecidedDay

pytestmark = pytest.mark.django_db


def at(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=timezone.get_current_timezone())


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        (at(2022, 6, 15, 10, 20), at(2022, 6, 15, 10, 20)),
        (at(2022, 6, 15, 17, 59), at(2022, 6, 15, 17, 59)),
        (at(2022, 6, 15, 18, 0), at(2022, 6, 16, 7, 0)),
        (at(2022, 6, 16, 6, 59), at(2022, 6, 16, 7, 0)),
        (at(2022, 6, 17, 18, 30), at(2022, 6, 20, 7, 0)),
        (at(2022, 6, 18, 10, 0), at(2022, 6, 20, 7, 0)),
        (at(2022, 9, 1, 9, 0), at(2022, 9, 5, 7, 0)),
    ],
)
def test_a_letter_waits_for_the_end_of_the_night_and_of_days_off(moment: datetime, allowed: datetime) -> None:
    assert allowed_at(MailWishes(), moment) == allowed


def test_a_saturday_that_is_worked_instead_is_no_day_off() -> None:
    DecidedDay.objects.create(day=date(2022, 6, 18), effect="worked", occasion="swap", reason="Làm bù", decision="QĐ 1")
    assert allowed_at(MailWishes(), at(2022, 6, 18, 10, 0)) == at(2022, 6, 18, 10, 0)


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    noon = MailWishes(quiet_from=time(11, 30), quiet_until=time(13, 0))
    assert allowed_at(noon, at(2022, 6, 15, 12, 0)) == at(2022, 6, 15, 13, 0)
    never = MailWishes(quiet_from=time(0, 0), quiet_until=time(0, 0), quiet_days_off=False)
    assert allowed_at(never, at(2022, 6, 18, 3, 0)) == at(2022, 6, 18, 3, 0)


def test_a_digest_cannot_be_asked_for_in_quiet_hours(officer: Account) -> None:
    with pytest.raises(ValidationError, match="nằm trong giờ yên lặng"):
        MailWishes(account=officer, digest_at=time(6, 0)).validate_constraints()
