"""Two officers give figures of one unit at the very same moment, each on a connection of his own."""

from datetime import date

import pytest

from tests.together import at_once
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.giving import give, ratio

pytestmark = pytest.mark.django_db(transaction=True)
APRIL, MAY, JUNE = date(2022, 4, 1), date(2022, 5, 31), date(2022, 6, 30)


def test_what_happened_in_a_period_is_not_told_twice_by_two(measure: Measure, district: Unit) -> None:
    Measure.objects.update(timing=Measure.Timing.IN_PERIOD)
    spans = ((APRIL, MAY), (date(2022, 5, 1), JUNE))
    clicks = [
        lambda first=first, last=last: give(measure.indicator, district, ratio(1, 2), from_on=first, to_on=last)
        for first, last in spans * 4
    ]
    assert at_once(*clicks) == ["done"] * 4 + ["figure.spans_overlap"] * 4
    assert Value.objects.count() == 1
