"""What figures come to: sums of numerators and denominators, as of a day, as known at a moment."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.giving import Given, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.conftest import DECEMBER, JUNE, SEPTEMBER, target
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.figures.totals import Series, totals
from tinhso.steering.figures.verdicts import whole
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db


def province(indicator: Indicator, day: date, *, known_at: datetime | None = None) -> Amount:
    """The province's figure on the day."""
    return series(indicator, day, known_at=known_at).on(day)


def series(indicator: Indicator, day: date, *, known_at: datetime | None = None) -> Series:
    levels = totals(indicator.programme, day, known_at=known_at).get(indicator.pk, {})
    return whole(levels, Measure.objects.get(indicator=indicator))


def test_the_provinces_ratio_is_made_from_sums_never_from_an_average(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    give(indicator, district, ratio(1, 10))
    give(indicator, other_district, ratio(90, 90))
    assert province(indicator, JUNE).exactly() == 91


def test_levels_that_do_not_make_up_the_province_are_not_added(
    indicator: Indicator, district: Unit, commune: Unit
) -> None:
    give(indicator, district, ratio(5, 10))
    give(indicator, commune, ratio(1, 1))
    Measure.objects.update(levels="district")
    assert province(indicator, JUNE) == Amount(Decimal(5), Decimal(10), known=1)


def test_no_figure_is_not_nought(indicator: Indicator, measure: Measure, district: Unit) -> None:
    assert province(indicator, JUNE).exactly() is None
    give(indicator, district, ratio(0, 10))
    assert province(indicator, JUNE).exactly() == 0


def test_a_unit_to_which_it_does_not_apply_is_left_out_of_the_denominator(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    give(indicator, district, ratio(5, 10))
    give(indicator, other_district, Given(not_applicable=True))
    assert province(indicator, JUNE) == Amount(Decimal(5), Decimal(10), known=1, excused=1)


def test_a_late_unit_keeps_its_last_cumulative_figure(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    give(indicator, district, ratio(2, 10))
    give(indicator, other_district, ratio(4, 10))
    give(indicator, district, ratio(6, 10), to_on=SEPTEMBER)
    told = series(indicator, SEPTEMBER)
    assert [(day, amount.exactly()) for day, amount in told.points] == [(JUNE, Fraction(30)), (SEPTEMBER, Fraction(50))]
    assert told.before(SEPTEMBER).exactly() == 30


def test_what_happens_in_periods_adds_up_in_the_year(indicator: Indicator, measure: Measure, district: Unit) -> None:
    Measure.objects.update(timing=Measure.Timing.IN_PERIOD)
    give(indicator, district, ratio(2, 10), from_on=JUNE, to_on=JUNE)
    give(indicator, district, ratio(6, 10), from_on=SEPTEMBER, to_on=SEPTEMBER)
    assert province(indicator, DECEMBER).exactly() == 40
    assert not province(indicator, date(2023, 1, 1)).is_known


def test_the_latest_figure_stands_for_the_province_where_figures_are_not_added(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    Measure.objects.update(kind=Measure.Kind.NUMBER, aggregation=Measure.Aggregation.LATEST)
    give(indicator, district, Given(number=Decimal(12)))
    give(indicator, other_district, Given(number=Decimal("7.5")), to_on=SEPTEMBER)
    assert province(indicator, JUNE).exactly() == 12
    assert province(indicator, SEPTEMBER).exactly() == Fraction(15, 2)


def test_district_counters_count_nothing_before_their_day(
    indicator: Indicator, measure: Measure, district: Unit
) -> None:
    target(indicator, 100, level="district", from_on=date(2022, 12, 1))
    give(indicator, district, ratio(9, 10))
    assert not province(indicator, JUNE).is_known
    give(indicator, district, ratio(3, 10), from_on=date(2022, 12, 1), to_on=DECEMBER)
    assert province(indicator, DECEMBER).exactly() == 30


def test_what_was_known_on_a_day_is_told_as_it_was(indicator: Indicator, measure: Measure, district: Unit) -> None:
    first, second = datetime(2022, 6, 20, tzinfo=UTC), datetime(2022, 9, 20, tzinfo=UTC)
    old = give(indicator, district, ratio(5, 10), whence=Whence(by=None, at=first))
    correct(old, ratio(4, 10), Whence(by=None, note="cộng nhầm", at=second))
    assert not province(indicator, JUNE, known_at=datetime(2022, 6, 14, tzinfo=UTC)).is_known
    assert province(indicator, JUNE, known_at=datetime(2022, 9, 14, tzinfo=UTC)).exactly() == 50
    assert province(indicator, JUNE).exactly() == 40


def test_a_unit_that_ends_takes_its_figure_with_it(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    give(indicator, district, ratio(2, 10))
    give(indicator, other_district, ratio(4, 10))
    UnitVersion.objects.filter(unit=district).update(valid_to=date(2022, 8, 1))
    assert province(indicator, JUNE).exactly() == 30
    assert province(indicator, SEPTEMBER) == Amount(Decimal(4), Decimal(10), known=1)


def test_what_comes_later_does_not_bring_back_the_figure_of_a_unit_that_had_ended(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    Measure.objects.update(kind=Measure.Kind.NUMBER, aggregation=Measure.Aggregation.LATEST)
    give(indicator, district, Given(number=Decimal(12)))
    UnitVersion.objects.filter(unit=district).update(valid_to=date(2022, 8, 1))
    assert not province(indicator, SEPTEMBER).is_known
    give(indicator, other_district, Given(number=Decimal(7)), to_on=DECEMBER)
    assert not province(indicator, SEPTEMBER).is_known
    assert province(indicator, DECEMBER).exactly() == 7


def test_of_two_sources_for_one_cell_the_first_stands_until_somebody_decides(
    indicator: Indicator, measure: Measure, district: Unit
) -> None:
    give(indicator, district, ratio(5, 10))
    give(indicator, district, ratio(7, 10), whence=Whence(by=None, source=Value.Source.IMPORTED, reference="a.csv:2"))
    assert province(indicator, JUNE).exactly() == 50
    assert [value.numerator for value in Value.objects.known_at().latest_of_each_unit()] == [5]
