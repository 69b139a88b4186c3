"""Sums are kept until a figure, a target, a measure or a unit changes, whatever way it is changed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.conftest import SEPTEMBER
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.figures.totals import Totals, forget, totals
from tinhso.steering.programmes.models import Indicator, Target

pytestmark = pytest.mark.django_db
Changes = Callable[[Indicator, Unit], object]


@pytest.fixture(autouse=True)
def figure(indicator: Indicator, measure: Measure, district: Unit) -> Value:
    forget()
    return give(indicator, district, ratio(5, 10))


def kept_and_fresh(indicator: Indicator) -> tuple[Totals, Totals]:
    """What is told with what is kept, and without it."""
    kept = totals(indicator.programme, SEPTEMBER)
    forget()
    return kept, totals(indicator.programme, SEPTEMBER)


def test_a_second_look_costs_one_question(indicator: Indicator) -> None:
    totals(indicator.programme, SEPTEMBER)
    with CaptureQueriesContext(connection) as queries:
        found = totals(indicator.programme, SEPTEMBER)
    assert (len(queries), list(found[indicator.pk])) == (1, ["district"])


@pytest.mark.parametrize(
    "change",
    [
        lambda indicator, other: give(indicator, other, ratio(1, 1)),
        lambda indicator, _other: Value.objects.filter(indicator=indicator).update(numerator=9),
        lambda indicator, _other: Value.objects.filter(indicator=indicator).delete(),
        lambda indicator, _other: Measure.objects.filter(indicator=indicator).delete(),
        lambda indicator, _other: Target.objects.filter(indicator=indicator).update(from_on=SEPTEMBER),
        lambda _indicator, _other: UnitVersion.objects.update(valid_to=SEPTEMBER - timedelta(days=30)),
    ],
    ids=["entered", "changed by SQL", "removed", "measured no more", "counted from a day", "units ended"],
)
def test_whatever_changes_a_sum_is_seen_at_once(indicator: Indicator, other_district: Unit, change: Changes) -> None:
    before = totals(indicator.programme, SEPTEMBER)
    change(indicator, other_district)
    kept, fresh = kept_and_fresh(indicator)
    assert kept == fresh != before


def test_a_figure_given_up_leaves_no_trace(indicator: Indicator, other_district: Unit) -> None:
    with transaction.atomic():
        give(indicator, other_district, ratio(1, 1))
        totals(indicator.programme, SEPTEMBER)
        transaction.set_rollback(True)
    kept, fresh = kept_and_fresh(indicator)
    assert kept == fresh


def test_a_figure_of_one_indicator_leaves_the_others_as_they_are_kept(indicator: Indicator, figure: Value) -> None:
    other = Indicator.objects.filter(programme=indicator.programme).exclude(pk=indicator.pk)[0]
    totals(indicator.programme, SEPTEMBER)
    figure.pk, figure.indicator = None, other
    figure.save(force_insert=True)
    with CaptureQueriesContext(connection) as queries:
        totals(indicator.programme, SEPTEMBER)
    wanted = [query["sql"] for query in queries if "figures_value" in query["sql"]]
    assert len(wanted) == 1
    assert f"({other.pk})" in wanted[0]
