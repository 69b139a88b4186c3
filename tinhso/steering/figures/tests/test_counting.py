"""Figures that a metric counts: each is as many records as its count holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.models import UnitCount
from tinhso.kernel.metrics.recipes import Metric
from tinhso.kernel.metrics.tests.counting import METRIC
from tinhso.steering.figures.actions.tie import Days, tie
from tinhso.steering.figures.counting import count_for
from tinhso.steering.figures.models import CountedValue, Measure, Tie, Value
from tinhso.steering.figures.tests.conftest import FIRST, JUNE
from tinhso.steering.figures.tests.counted import figures
from tinhso.steering.figures.totals import totals
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
Declare = Callable[[Metric], None]


def test_each_units_figure_is_as_many_records_as_its_count_holds(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator
) -> None:
    [counted] = count_for(indicator.programme, FIRST, JUNE)
    assert figures(indicator) == {"huyen-mau": "2/3 van-ban-co-tep@1", "huyen-khac": "0/1 van-ban-co-tep@1"}
    assert (counted.written, counted.left_out, counted.refused) == (2, 0, "")
    for each in CountedValue.objects.select_related("value"):
        line = UnitCount.objects.get(count=each.count, unit=each.value.unit)
        assert (each.value.numerator, each.value.denominator) == (
            Decimal(line.numerator),
            Decimal(line.denominator or 0),
        )


def test_the_provinces_figure_is_the_sum_of_both_sides(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator
) -> None:
    count_for(indicator.programme, FIRST, JUNE)
    amount = totals(indicator.programme, JUNE)[indicator.pk]["district"].on(JUNE)
    assert (amount.numerator, amount.denominator, amount.known) == (Decimal(2), Decimal(4), 2)


def test_a_unit_without_records_has_no_figure_which_is_not_zero(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator
) -> None:
    documents[3].delete()
    count_for(indicator.programme, FIRST, JUNE)
    assert figures(indicator) == {"huyen-mau": "2/3 van-ban-co-tep@1"}


def test_a_number_is_counted_as_a_number(
    indicator: Indicator, measure: Measure, coordinator: Account, declare: Declare, documents: Sequence[IssuedDocument]
) -> None:
    Measure.objects.filter(indicator=indicator).update(kind="number")
    declare(replace(METRIC, versions=(replace(METRIC.versions[0], denominator=None),)))
    tie(indicator, METRIC.code, Days(FIRST), by=coordinator)
    count_for(indicator.programme, FIRST, JUNE)
    found = Value.objects.filter(indicator=indicator).values_list("unit__key", "number")
    assert list(found) == [("huyen-mau", Decimal(2))]
