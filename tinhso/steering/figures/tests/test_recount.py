"""Whatever is entered, corrected, withdrawn and reorganised, in any order: the sums are those of a plain recount."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.amounts import NOTHING
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.tests.deeds import END, MOMENT, MONTHS, Deed, happening
from tinhso.steering.figures.tests.recounting import Sums, recount
from tinhso.steering.figures.tests.worlds import played
from tinhso.steering.figures.totals import Series, totals
from tinhso.steering.figures.unit_series import lines_of
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
#: A few small worlds on a machine that does other things too.
FEW = settings(
    deadline=None,
    max_examples=20,
    # To make a failing example smaller takes minutes with a database.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
DEEDS = st.integers(0, 10**9).map(happening)
TIMINGS = st.sampled_from(Measure.Timing.values)
AGGREGATIONS = st.sampled_from([Measure.Aggregation.SUM, Measure.Aggregation.SUM, Measure.Aggregation.LATEST])


def told(series: Mapping[int, Series] | Mapping[str, Series], day: date) -> Sums:
    return {where: each.on(day) for where, each in series.items() if each.on(day) != NOTHING}


DAYS = [day + timedelta(days=more) for day in MONTHS for more in (-1, 0, 10, 20)] + [END]


@FEW
@given(deeds=DEEDS, timing=TIMINGS, aggregation=AGGREGATIONS, known=st.integers(0, 15))
def test_the_sums_of_every_level_and_day_are_those_of_a_plain_recount(
    indicator: Indicator, executing: tuple[Unit, ...], deeds: list[Deed], timing: str, aggregation: str, known: int
) -> None:
    with played(indicator, executing, deeds, timing=timing, aggregation=aggregation) as (world, measure):
        for known_at in (None, MOMENT + timedelta(days=5 * known)):
            found = totals(indicator.programme, END, known_at=known_at).get(indicator.pk, {})
            for day in DAYS:
                plain = recount(world, measure, day=day, known_at=known_at, under=None)
                assert told(found, day) == {level: each for level, each in plain.items() if isinstance(level, str)}


@FEW
@given(deeds=DEEDS, timing=TIMINGS, aggregation=AGGREGATIONS, known=st.integers(0, 15), under=st.sampled_from(DAYS))
def test_restated_sums_of_every_unit_are_those_of_a_plain_recount(
    indicator: Indicator,
    executing: tuple[Unit, ...],
    deeds: list[Deed],
    timing: str,
    aggregation: str,
    known: int,
    under: date,
) -> None:
    with played(indicator, executing, deeds, timing=timing, aggregation=aggregation) as (world, measure):
        for known_at in (None, MOMENT + timedelta(days=5 * known)):
            lines = lines_of(indicator, measure, day=under, restated=True, known_at=known_at)
            units = {unit: line.series for unit, line in lines.units.items()}
            for day in (each for each in DAYS if each <= under):
                assert told(units, day) | told(lines.by_level, day) == recount(
                    world, measure, day=day, known_at=known_at, under=under
                )


@FEW
@given(deeds=DEEDS, timing=TIMINGS, aggregation=AGGREGATIONS)
def test_what_was_reported_is_told_alike_by_units_and_by_levels(
    indicator: Indicator, executing: tuple[Unit, ...], deeds: list[Deed], timing: str, aggregation: str
) -> None:
    with played(indicator, executing, deeds, timing=timing, aggregation=aggregation) as (_world, measure):
        lines = lines_of(indicator, measure, day=END, restated=False)
        found = totals(indicator.programme, END).get(indicator.pk, {})
        for day in DAYS:
            assert told(lines.by_level, day) == told(found, day)
