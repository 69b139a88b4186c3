"""The department in charge returns a sub-plan, and says of which unit none is asked."""

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.record_duty import ask_again, exempt, record_duty, return_duty
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.tests.duties import MAY_9, counted, issued, refusal, stand
from tinhso.steering.programmes.models import Assignment, Duty

pytestmark = pytest.mark.django_db


def test_what_is_returned_counts_no_more_until_it_is_recorded_anew(
    duty: Duty, district: Unit, officer: Account, coordinator: Account
) -> None:
    paper = record_duty(duty, district, issued(), hand=Hand(officer))
    assert refusal(return_duty, paper, "", Hand(coordinator)) == "reason_missing"
    assert refusal(return_duty, paper, "Thiếu phụ lục", Hand(officer)) == "duty.not_yours"
    return_duty(paper, "Thiếu phụ lục", Hand(coordinator))
    assert (stand(duty)["huyen-mau"], counted(duty).numerator) == ("returned", 0)
    record_duty(duty, district, issued(MAY_9), hand=Hand(officer))
    assert (stand(duty)["huyen-mau"], counted(duty, reason="Gửi lại").numerator) == ("in_time", 1)


def test_nobody_returns_what_is_his_own(duty: Duty, department_in_charge: Unit, coordinator: Account) -> None:
    Assignment.objects.filter(duty=duty, unit__key="huyen-ba").update(unit=department_in_charge)
    paper = record_duty(duty, department_in_charge, issued(), hand=Hand(coordinator))
    assert refusal(return_duty, paper, "Sai", Hand(coordinator)) == "own_claim"


def test_units_of_which_it_is_not_asked_are_in_no_denominator(
    duty: Duty, district: Unit, officer: Account, coordinator: Account
) -> None:
    record_duty(duty, district, issued(), hand=Hand(officer))
    third = Unit.objects.get(key="huyen-ba")
    assert refusal(exempt, duty, third, "Quân sự", hand=Hand(officer)) == "duty.not_yours"
    exemption = exempt(duty, third, "Đơn vị quân sự", hand=Hand(coordinator))
    assert exempt(duty, third, "Đơn vị quân sự", hand=Hand(coordinator)) == exemption
    assert (stand(duty)["huyen-ba"], counted(duty).denominator) == ("exempt", 2)
    ask_again(exemption, Hand(coordinator))
    assert (stand(duty)["huyen-ba"], counted(duty, reason="Phải gửi").denominator) == ("missing", 3)
