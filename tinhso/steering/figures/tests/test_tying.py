"""Which indicator is counted by which metric: settled by who settles a measure."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.metrics.recipes import Metric
from tinhso.kernel.metrics.tests.counting import METRIC
from tinhso.steering.figures.actions.tie import Days, tie
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.tests.conftest import FIRST, JUNE
from tinhso.steering.figures.tests.counted import refusal
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
Declare = Callable[[Metric], None]


def test_who_settles_a_measure_ties_it_and_nobody_else(
    indicator: Indicator, measure: Measure, officer: Account, coordinator: Account, declare: Declare
) -> None:
    declare(METRIC)
    assert refusal(tie, indicator, METRIC.code, Days(FIRST), by=officer) == "not_allowed"
    first = tie(indicator, METRIC.code, Days(FIRST), by=coordinator)
    assert tie(indicator, METRIC.code, Days(FIRST), by=coordinator) == first
    assert refusal(tie, indicator, METRIC.code, Days(JUNE), by=coordinator) == "figure.ties_overlap"
    assert refusal(tie, indicator, METRIC.code, Days(JUNE, FIRST), by=coordinator) == "figure.tie_days"
    assert refusal(tie, indicator, "khong-co", Days(JUNE), by=coordinator) == "metric.unknown"


def test_a_metric_that_gives_something_else_is_not_tied(
    indicator: Indicator, measure: Measure, coordinator: Account, declare: Declare
) -> None:
    number = replace(METRIC, versions=(replace(METRIC.versions[0], denominator=None),))
    declare(number)
    assert refusal(tie, indicator, METRIC.code, Days(FIRST), by=coordinator) == "figure.metric_unfit"
    declare(replace(METRIC, subject="duty"))
    assert refusal(tie, indicator, METRIC.code, Days(FIRST), by=coordinator) == "figure.metric_unfit"
