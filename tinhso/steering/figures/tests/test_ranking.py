"""Units in their order, each against the target of its level; who has no figure stands apart."""

from datetime import date
from decimal import Decimal

import pytest

from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.giving import Given
from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.ranking import Ranking, rankings
from tinhso.steering.figures.tests.conftest import JUNE, SEPTEMBER, target
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.figures.unit_figures import figures_of_units
from tinhso.steering.figures.unit_tallies import tallies
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.steering.programmes.models import Indicator, Target

pytestmark = pytest.mark.django_db
END = date(2022, 12, 31)


def ranked(indicator: Indicator, day: date = JUNE) -> dict[Level, Ranking]:
    found = whole_indicator(indicator.programme, indicator.pk)
    assert found
    of_units = figures_of_units(indicator.programme, [found], day=day)[indicator.pk]
    return {each.level: each for each in rankings(of_units, day=day, ends_on=END)}


def places(ranking: Ranking) -> list[tuple[int, str, bool | None]]:
    return [(each.place, each.unit.version.unit.key, each.reached) for each in ranking.placed]


def test_the_better_figure_stands_first_whatever_the_size(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    give(indicator, district, ratio(400, 1000))
    give(indicator, other_district, ratio(5, 10))
    assert places(ranked(indicator)[Level.DISTRICT]) == [(1, "huyen-khac", True), (2, "huyen-mau", False)]
    Measure.objects.update(better=Measure.Better.DOWN)
    assert [key for _place, key, _reached in places(ranked(indicator)[Level.DISTRICT])] == ["huyen-mau", "huyen-khac"]


def test_equal_figures_share_a_place_and_more_than_fifty_is_not_fifty(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    Target.objects.filter(indicator=indicator).update(comparator=">")
    give(indicator, district, ratio(1, 2))
    give(indicator, other_district, ratio(50, 100))
    assert [(place, reached) for place, _key, reached in places(ranked(indicator)[Level.DISTRICT])] == [
        (1, False),
        (1, False),
    ]


def test_who_has_given_nothing_and_to_whom_it_does_not_apply_have_no_place(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    give(indicator, district, Given(not_applicable=True))
    found = ranked(indicator)[Level.DISTRICT]
    assert not found.placed
    assert [unit.version.unit for unit in found.unknown] == [other_district]
    assert [unit.version.unit for unit in found.excused] == [district]


def test_each_level_has_its_own_target_and_its_own_day(
    indicator: Indicator, measure: Measure, district: Unit, commune: Unit
) -> None:
    Measure.objects.update(levels="district,commune")
    target(indicator, 30, level="district")
    target(indicator, 80, level="commune", from_on=date(2022, 12, 1))
    give(indicator, district, ratio(40, 100))
    found = ranked(indicator)
    assert [each.target and each.target.value for each in found.values()] == [30, None]
    assert places(found[Level.DISTRICT]) == [(1, "huyen-mau", True)]
    assert [unit.version.unit for unit in found[Level.COMMUNE].waiting] == [commune]


def test_a_place_tells_its_day_and_which_stand_by_an_older_figure(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    """Older than the newest of the level, whatever came first in time or place."""
    give(indicator, district, ratio(90, 100))
    give(indicator, other_district, ratio(10, 100))
    assert not ranked(indicator, END)[Level.DISTRICT].older
    give(indicator, other_district, ratio(20, 100), to_on=SEPTEMBER)
    found = ranked(indicator, END)[Level.DISTRICT]
    assert [(each.unit.version.unit, each.to_on) for each in found.placed] == [
        (district, JUNE),
        (other_district, SEPTEMBER),
    ]
    assert [each.unit.version.unit for each in found.older] == [district]


def test_a_target_of_a_sum_holds_for_no_single_unit(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    Measure.objects.update(kind=Measure.Kind.NUMBER)
    give(indicator, district, Given(number=Decimal(30)))
    found = ranked(indicator)[Level.DISTRICT]
    assert places(found) == [(1, "huyen-mau", None)]
    assert not found.behind


def test_over_all_indicators_the_unit_furthest_behind_stands_first(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    give(indicator, district, ratio(90, 100))
    give(indicator, other_district, ratio(10, 100))
    found = tallies({indicator.pk: ranked(indicator).values()})
    assert [(each.version.unit, len(each.behind), len(each.reached)) for each in found] == [
        (other_district, 1, 0),
        (district, 0, 1),
    ]


def test_what_was_given_since_is_ranked(indicator: Indicator, measure: Measure, district: Unit) -> None:
    give(indicator, district, ratio(10, 100))
    assert not ranked(indicator)[Level.DISTRICT].reached
    give(indicator, district, ratio(90, 100), to_on=date(2022, 9, 14))
    assert not ranked(indicator)[Level.DISTRICT].reached
    assert ranked(indicator, END)[Level.DISTRICT].reached
