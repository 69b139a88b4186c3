"""How an indicator is measured, proposed from what the plan says."""

from datetime import date

import pytest

from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.measuring import kept_measure
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.tests.conftest import target
from tinhso.steering.programmes.models import Indicator, Target

pytestmark = pytest.mark.django_db


def proposed(indicator: Indicator) -> Measure:
    return kept_measure(indicator, Roster.on(date(2022, 6, 30)))


def test_a_share_is_given_as_numerator_and_denominator_by_those_who_execute(indicator: Indicator) -> None:
    measure = proposed(indicator)
    assert (measure.kind, measure.share_of_whole, measure.is_proposed) == (Measure.Kind.RATIO, True, True)
    assert measure.reporting == ("province", "district", "commune")


def test_levels_without_a_threshold_of_their_own_are_not_asked(indicator: Indicator) -> None:
    Target.objects.filter(indicator=indicator).delete()
    for level in ("province", "district"):
        target(indicator, 90, level=level)
    assert proposed(indicator).reporting == ("province", "district")


def test_where_nobody_here_executes_one_figure_stands_for_the_province(indicator: Indicator, province: Unit) -> None:
    indicator.assignments.all().delete()
    assert proposed(indicator).reporting == ("whole",)
