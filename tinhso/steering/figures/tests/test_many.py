"""Many figures at once, and what they cost."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.large import large_figures, large_programme
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.enter_many import Line, enter_many
from tinhso.steering.figures.giving import Cell, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import AlreadyGiven, SpansOverlap
from tinhso.steering.figures.tests.conftest import DECEMBER, JUNE, SEPTEMBER
from tinhso.steering.figures.tests.giving import YEAR, give, ratio
from tinhso.steering.figures.totals import totals
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db


def line(indicator: Indicator, unit: Unit, numerator: int, *, by: Account | None = None) -> Line:
    return Line(Cell(indicator, unit, YEAR, JUNE), ratio(numerator, 10), Whence(by=by))


def test_many_figures_are_entered_all_or_none_and_sent_twice_once(
    indicator: Indicator, district: Unit, other_district: Unit, officer: Account
) -> None:
    lines = [line(indicator, district, 5), line(indicator, other_district, 6)]
    assert enter_many(indicator, lines) == 2
    assert enter_many(indicator, lines) == 0
    with pytest.raises(AlreadyGiven):
        enter_many(indicator, [line(indicator, district, 7)])
    with pytest.raises(NotAllowed):
        enter_many(
            indicator, [line(indicator, district, 5, by=officer), line(indicator, other_district, 6, by=officer)]
        )


@pytest.mark.parametrize("standing", [True, False])
def test_what_happened_in_a_period_is_not_counted_twice(
    indicator: Indicator, measure: Measure, district: Unit, standing: bool
) -> None:
    """Whether the other days stand already, or come in the same file."""
    Measure.objects.update(timing=Measure.Timing.IN_PERIOD)
    first, second = (
        Line(Cell(indicator, district, YEAR, day), ratio(5, 10), Whence(by=None)) for day in (JUNE, SEPTEMBER)
    )
    if standing:
        enter_many(indicator, [first])
    with pytest.raises(SpansOverlap, match="14/6/2022"):
        enter_many(indicator, [second] if standing else [first, second])
    assert Value.objects.count() == int(standing)


def test_the_totals_of_a_whole_province_are_two_queries_and_equal_a_recount() -> None:
    programme = large_programme(tasks=1, indicators=10, units=60)
    large_figures(programme, [JUNE, SEPTEMBER, DECEMBER])
    with CaptureQueriesContext(connection) as queries:
        found = totals(programme, SEPTEMBER)
    assert len(queries) == 2
    for indicator in programme.indicators.all():
        told = found[indicator.pk]["province"].on(SEPTEMBER)
        latest = Value.objects.filter(indicator=indicator, to_on=SEPTEMBER)
        assert told.numerator == sum((value.numerator or Decimal()) for value in latest)
        assert told.known == latest.count() > 0


@pytest.mark.parametrize("ask", ["latest", "moment"])
def test_what_is_asked_most_goes_by_an_index(indicator: Indicator, measure: Measure, district: Unit, ask: str) -> None:
    give(indicator, district, ratio(5, 10))
    asked: dict[str, Callable[[], str]] = {
        "latest": lambda: Value.objects.filter(indicator=indicator, unit=district, to_on__lte=JUNE).explain(),
        "moment": lambda: Value.objects.filter(unit=district, recorded_at__gte=timezone.now()).explain(),
    }
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table of one row is rather read whole; the question is whether the index could serve.
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert not re.search(r"Seq Scan on figures_value|SCAN figures_value(?! USING)", asked[ask]())
