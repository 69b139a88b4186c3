"""The sub-plans of the demonstration: of 32 units some in time, some late, some none; counted, marked as invented."""

from datetime import date

import pytest

from tinhso.kernel.metrics.models import Count
from tinhso.steering.demonstration.chance import NOTE
from tinhso.steering.following.duty_days import standings
from tinhso.steering.following.models import DutyPaper
from tinhso.steering.programmes.models import Programme

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_some_are_in_time_some_late_some_missing(sample: Programme) -> None:
    duty = sample.duties.current().select_related("programme").get(frequency="once")
    told = [each.standing.value for each in standings(duty, date(2022, 6, 30))]
    assert (len(told), set(told)) == (32, {"in_time", "late", "missing"})
    count = Count.objects.get(subject=f"duty/{duty.pk}")
    assert (count.numerator, count.denominator) == (told.count("in_time"), 32)
    assert not DutyPaper.objects.exclude(document__subject__contains=NOTE).exists()
