"""Every unit issues its sub-plan by 10/5/2022: who did in time, who late, who not."""

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.record_duty import record_duty
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.tests.duties import MAY_9, MAY_10, MAY_11, issued, refusal, stand
from tinhso.steering.programmes.models import Duty, Programme

pytestmark = pytest.mark.django_db


def test_in_time_late_and_not(
    duty: Duty, district: Unit, other_district: Unit, officer: Account, other_officer: Account
) -> None:
    record_duty(duty, district, issued(MAY_10), hand=Hand(officer))
    record_duty(duty, other_district, issued(MAY_11), hand=Hand(other_officer))
    assert stand(duty) == {"huyen-mau": "in_time", "huyen-khac": "late", "huyen-ba": "missing"}
    assert stand(duty, MAY_9)["huyen-ba"] == "waiting"


def test_the_day_named_is_late_where_the_programme_says_so(duty: Duty, district: Unit, officer: Account) -> None:
    record_duty(duty, district, issued(MAY_10), hand=Hand(officer))
    Programme.objects.filter(pk=duty.programme_id).update(named_day_is_late=True)
    assert stand(Duty.objects.select_related("programme").get(pk=duty.pk))["huyen-mau"] == "late"


def test_a_duty_with_a_rhythm_takes_no_document(duty: Duty, district: Unit, officer: Account) -> None:
    Duty.objects.filter(pk=duty.pk).update(frequency="quarterly")
    assert refusal(record_duty, duty, district, issued(), hand=Hand(officer)) == "duty.not_once"
