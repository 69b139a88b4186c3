"""Who records that a unit has issued its sub-plan."""

import pytest

from tests.cast import lend, person
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.record_duty import record_duty
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.tests.duties import issued, refusal
from tinhso.steering.programmes.models import Duty

pytestmark = pytest.mark.django_db


def test_only_who_reports_for_the_unit_records(
    duty: Duty, district: Unit, commune: Unit, officer: Account, other_officer: Account, chair: Account
) -> None:
    for stranger in (other_officer, chair):
        assert refusal(record_duty, duty, district, issued(), hand=Hand(stranger)) == "duty.not_yours"
    assert refusal(record_duty, duty, commune, issued(), hand=Hand(officer)) == "duty.unit_not_asked"


def test_who_acts_for_the_head_records_in_his_name(duty: Duty, district: Unit, commune: Unit, head: Account) -> None:
    deputy = person("deputy", "Đỗ Văn Thử", role=Role.UNIT_OFFICER, at=commune)
    lend(head, deputy, Verb.REPORT)
    paper = record_duty(duty, district, issued(), hand=Hand(deputy))
    assert (paper.recorded_by, paper.in_name_of) == (deputy, head)
