"""The share of units that issued their sub-plan in time opens to its records."""

from datetime import date
from decimal import Decimal

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.metrics.opening import open_records
from tinhso.kernel.organisations.models import Reorganisation, Succession, Unit, UnitVersion
from tinhso.steering.following.actions.record_duty import record_duty
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.metrics import IN_TIME
from tinhso.steering.following.tests.duties import MAY_9, MAY_10, MAY_11, counted, issued, stand
from tinhso.steering.programmes.models import Duty

pytestmark = pytest.mark.django_db


def test_the_count_opens_to_its_records(
    duty: Duty, district: Unit, other_district: Unit, officer: Account, other_officer: Account
) -> None:
    paper = record_duty(duty, district, issued(MAY_10), hand=Hand(officer))
    record_duty(duty, other_district, issued(MAY_11), hand=Hand(other_officer))
    count = counted(duty)
    assert (count.numerator, count.denominator) == (1, 3)
    opened = {side: open_records(IN_TIME, count, side, by=officer, most=50) for side in ("numerator", "denominator")}
    assert [(each.key, each.cells) for each in opened["numerator"].records] == [
        (paper.pk, ("15", "KH-UBND", "10/5/2022", "10/5/2022"))
    ]
    assert len(opened["denominator"].records) == 3


def test_before_the_last_day_nobody_had_to(duty: Duty, district: Unit, officer: Account) -> None:
    record_duty(duty, district, issued(MAY_9), hand=Hand(officer))
    count = counted(duty, MAY_9)
    assert (count.numerator, count.denominator) == (0, 0)


def test_of_a_unit_that_ended_its_successor_records_and_is_counted_with_both(
    duty: Duty, province: Unit, district: Unit, other_district: Unit, officer: Account, other_officer: Account
) -> None:
    """The deed of the former unit stays its own; the share of both is told at the one that follows it."""
    day = date(2022, 7, 1)
    decision = Reorganisation.objects.create(key="nhap", title="Nhập huyện", effective_on=day)
    UnitVersion.objects.filter(unit=other_district).update(valid_to=day)
    Succession.objects.create(
        reorganisation=decision, predecessor=other_district, successor=district, manner="merge", share=Decimal(1)
    )
    record_duty(duty, other_district, issued(MAY_9), hand=Hand(officer))
    assert stand(duty)["huyen-khac"] == "in_time"
    found = {each.unit.key: (each.numerator, each.denominator) for each in counted(duty, day).units.all()}
    assert found == {"huyen-mau": (1, 2), "huyen-ba": (0, 1)}


def test_a_count_that_was_kept_stands_when_a_paper_comes_later(duty: Duty, district: Unit, officer: Account) -> None:
    before = counted(duty)
    record_duty(duty, district, issued(MAY_9), hand=Hand(officer))
    before.refresh_from_db()
    assert (before.numerator, before.superseded_at, counted(duty, reason="Ghi muộn").corrects) == (0, None, before)
