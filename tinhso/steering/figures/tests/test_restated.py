"""A series read as it was reported, and under the units of today."""

from datetime import date
from decimal import Decimal

import pytest

from tests.cast import unit
from tinhso.kernel.organisations.models import Kind, Reorganisation, Succession, Unit, UnitVersion
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.lines import Lines
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.tests.conftest import DECEMBER, JUNE, execute
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.figures.totals import totals
from tinhso.steering.figures.unit_series import lines_of
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
AUGUST, OCTOBER = date(2022, 8, 1), date(2022, 10, 1)


def decide(old: Unit, new: Unit, day: date, share: str | None, *, ends: bool) -> None:
    decision = Reorganisation.objects.create(key=f"qd-{day}-{old}", title="Sắp xếp", effective_on=day)
    part = None if share is None else Decimal(share)
    manner = Succession.Manner.MERGE if ends else Succession.Manner.SPLIT
    Succession.objects.create(reorganisation=decision, manner=manner, predecessor=old, successor=new, share=part)
    if ends:
        UnitVersion.objects.filter(unit=old).update(valid_to=day)


def restated(indicator: Indicator, day: date = DECEMBER) -> Lines:
    return lines_of(indicator, Measure.objects.get(indicator=indicator), day=day, restated=True)


def of(numerator: int, denominator: int, known: int = 1) -> Amount:
    return Amount(Decimal(numerator), Decimal(denominator), known=known)


@pytest.fixture
def given(indicator: Indicator, measure: Measure, district: Unit, other_district: Unit) -> Indicator:
    give(indicator, district, ratio(1, 10))
    give(indicator, other_district, ratio(80, 90))
    return indicator


def test_before_a_merger_the_successor_has_the_sum_of_both_and_the_ratio_of_the_sums(
    given: Indicator, district: Unit, other_district: Unit
) -> None:
    decide(district, other_district, AUGUST, None, ends=True)
    give(given, other_district, ratio(85, 100), to_on=DECEMBER)
    line = restated(given).units[other_district.pk]
    assert line.series.on(JUNE).exactly() == 81
    assert line.series.on(DECEMBER) == of(85, 100)
    assert line.units == {district.pk, other_district.pk}
    assert not line.is_estimate
    assert district.pk not in restated(given).units


def test_a_whole_merger_moves_no_sum_of_the_province_on_any_day(
    given: Indicator, district: Unit, other_district: Unit
) -> None:
    decide(district, other_district, AUGUST, "1", ends=True)
    give(given, other_district, ratio(85, 100), to_on=DECEMBER)
    reported = totals(given.programme, DECEMBER)[given.pk]["district"]
    told = restated(given).by_level["district"]
    for day in (JUNE, date(2022, 7, 31), AUGUST, DECEMBER):
        assert told.on(day) == reported.on(day)


def test_what_was_split_by_shares_is_an_estimate_at_the_units_and_exact_in_their_sum(
    given: Indicator, district: Unit, other_district: Unit
) -> None:
    decide(district, other_district, AUGUST, "0.4", ends=False)
    found = restated(given)
    assert found.units[district.pk].series.on(JUNE).exactly() == 10
    assert found.units[district.pk].series.on(JUNE).denominator == 6
    assert found.units[other_district.pk].series.on(JUNE) == of(804, 940, known=2).times(Decimal("0.1"))
    assert found.units[district.pk].is_estimate
    assert found.units[other_district.pk].is_estimate
    assert found.levels["district"].series.on(JUNE) == of(81, 100, known=2)
    assert not found.levels["district"].is_estimate


def test_an_estimate_is_over_when_the_unit_gives_its_own_figure(
    given: Indicator, district: Unit, other_district: Unit
) -> None:
    decide(district, other_district, AUGUST, "0.4", ends=False)
    for each in (district, other_district):
        give(given, each, ratio(5, 10), to_on=DECEMBER)
    found = restated(given)
    assert found.units[district.pk].series.on(DECEMBER) == of(5, 10)
    assert not found.units[district.pk].is_estimate


def test_a_split_without_shares_leaves_the_figure_where_it_was_and_says_so(
    given: Indicator, district: Unit, other_district: Unit
) -> None:
    decide(district, other_district, AUGUST, None, ends=False)
    found = restated(given)
    assert found.units[district.pk].series.on(JUNE) == of(1, 10)
    assert found.unclear == {district.pk}


def test_only_decisions_up_to_the_day_looked_at_are_followed(
    given: Indicator, district: Unit, other_district: Unit
) -> None:
    decide(district, other_district, AUGUST, "1", ends=True)
    assert set(restated(given, date(2022, 7, 31)).units) == {district.pk, other_district.pk}
    assert set(restated(given, AUGUST).units) == {other_district.pk}


def test_two_events_of_one_year_are_followed_one_after_the_other(
    given: Indicator, province: Unit, district: Unit, other_district: Unit
) -> None:
    third = unit("huyen-moi", "Huyện Mới", kind=Kind.DISTRICT, parent=province)
    execute(given, third)
    decide(district, other_district, AUGUST, "1", ends=True)
    give(given, other_district, ratio(90, 100), to_on=date(2022, 9, 14))
    decide(other_district, third, OCTOBER, None, ends=True)
    line = restated(given).units[third.pk].series
    told = [(day, amount.exactly()) for day, amount in line.known]
    assert told == [(JUNE, 81), (AUGUST, of(80, 90).exactly()), (date(2022, 9, 14), 90)]
