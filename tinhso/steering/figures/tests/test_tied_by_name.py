"""An indicator that a metric names is counted from its programme's first day, unless a person has said otherwise."""

from dataclasses import replace

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.metrics.tests.counting import METRIC
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.correct import withdraw
from tinhso.steering.figures.actions.tie import Days, end_tie, tie
from tinhso.steering.figures.by_clock import turn
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.models import Measure, Tie
from tinhso.steering.figures.tests.conftest import FIRST, JUNE, Declare
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.programmes.actions.close import close_programme
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
NAMED = replace(METRIC, named=("Tỷ lệ báo cáo", "trực tuyến"))


@pytest.fixture
def named(declare: Declare) -> None:
    declare(NAMED)


def ties() -> list[tuple[str, str]]:
    turn(JUNE)
    turn(JUNE)
    return [(each.indicator.code, each.metric) for each in Tie.objects.select_related("indicator")]


def test_what_a_metric_names_is_tied_once_from_the_first_day(named: None, measure: Measure) -> None:
    assert ties() == [("I.2", METRIC.code)]
    made = Tie.objects.get()
    assert (made.from_on, made.to_on, made.tied_by) == (made.indicator.programme.starts_on, None, None)


def test_nobody_has_to_say_first_how_it_is_measured(named: None, indicator: Indicator) -> None:
    assert ties() == [("I.2", METRIC.code)]


@pytest.mark.parametrize("words", [(), ("tỷ lệ báo cáo", "trên giấy")])
def test_what_no_metric_names_is_for_a_person(declare: Declare, measure: Measure, words: tuple[str, ...]) -> None:
    declare(replace(METRIC, named=words))
    assert ties() == []


def test_two_metrics_that_name_it_leave_it_to_a_person(declare: Declare, measure: Measure) -> None:
    declare(NAMED)
    declare(replace(NAMED, code="khac"))
    assert ties() == []


def test_what_was_ended_is_not_begun_again(
    named: None, indicator: Indicator, measure: Measure, coordinator: Account
) -> None:
    end_tie(tie(indicator, METRIC.code, Days(FIRST), by=coordinator), FIRST, by=coordinator)
    assert ties() == [("I.2", METRIC.code)]


@pytest.mark.parametrize("withdrawn", [False, True])
def test_where_a_figure_was_given_people_count(
    named: None, indicator: Indicator, measure: Measure, district: Unit, withdrawn: bool
) -> None:
    value = give(indicator, district, ratio(1, 2))
    if withdrawn:
        withdraw(value, Whence(by=None, note="nhầm"))
    assert ties() == []


def test_what_is_measured_otherwise_is_not_counted(named: None, measure: Measure) -> None:
    Measure.objects.update(kind=Measure.Kind.NUMBER)
    assert ties() == []


def test_a_closed_programme_stays_as_it_is(named: None, measure: Measure, coordinator: Account) -> None:
    close_programme(measure.indicator.programme, "xong", by=coordinator)
    assert ties() == []
