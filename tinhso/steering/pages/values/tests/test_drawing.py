"""The way of a figure over time: a small line in a list, and a chart with the target as a line across it."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.tests.conftest import JUNE, SEPTEMBER
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.figures.totals import Series
from tinhso.steering.pages.values.drawing import BOTTOM, HEIGHT, SPARK_EDGE, SPARK_HEIGHT, SPARK_WIDTH, TOP, spark
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
MARCH = date(2022, 3, 14)


def series(*shares: tuple[date, int]) -> Series:
    return Series(
        tuple((day, Amount(numerator=Decimal(share), denominator=Decimal(100), known=1)) for day, share in shares)
    )


def test_a_small_line_goes_over_its_days_from_the_lowest_to_the_highest() -> None:
    dots = spark(series((MARCH, 40), (JUNE, 70), (SEPTEMBER, 60)), scale=100)
    assert [dot.value for dot in dots] == [40, 70, 60]
    assert (dots[0].x, dots[-1].x) == (SPARK_EDGE, SPARK_WIDTH - SPARK_EDGE)
    assert dots[0].x < dots[1].x < dots[2].x
    assert (dots[0].y, dots[1].y) == (SPARK_HEIGHT - SPARK_EDGE, SPARK_EDGE)
    assert dots[1].y < dots[2].y < dots[0].y


@pytest.mark.parametrize("told", [series(), series((JUNE, 40))])
def test_one_figure_is_no_way(told: Series) -> None:
    assert spark(told, scale=100) == ()


def test_a_figure_that_stays_is_a_level_line_in_the_middle() -> None:
    assert {dot.y for dot in spark(series((MARCH, 40), (JUNE, 40)), scale=100)} == {SPARK_HEIGHT / 2}


@pytest.fixture
def given(indicator: Indicator, measure: Measure, district: Unit) -> Indicator:
    """40 % in June, 55 % in September; 50 % are to be reached."""
    give(indicator, district, ratio(40, 100))
    give(indicator, district, ratio(55, 100), to_on=SEPTEMBER)
    return indicator


def shown(client: Client, view: str, *args: int, day: str = "31/12/2022") -> str:
    page = client.get(reverse(view, args=args), {"ngay": day}).content.decode()
    return page.replace("\N{NO-BREAK SPACE}", " ")


def level(share: float) -> float:
    """Where a share stands in the chart, whose scale goes from 0 to 100 per cent."""
    return TOP + (HEIGHT - TOP - BOTTOM) * (100 - share) / 100


def test_the_chart_of_an_indicator_has_its_target_as_a_line_that_the_figure_crosses(
    client: Client, chair: Account, given: Indicator
) -> None:
    client.force_login(chair)
    page = shown(client, "pages:indicator", given.programme_id, given.pk)
    target = re.search(r'class="chart-target" x1="60" x2="624" y1="([\d.]+)" y2="([\d.]+)"', page)
    assert target
    assert [float(each) for each in target.groups()] == [level(50), level(50)]
    assert re.search(r'class="chart-target-words"[^>]*>≥ 50 %<', page)
    line = re.search(r'class="chart-line" points="([^"]+)"', page)
    assert line
    points = [tuple(map(float, point.split(","))) for point in line[1].split()]
    assert [y for _x, y in points] == [level(40), level(55)]
    assert points[0][0] < points[1][0]


def test_the_board_tells_the_actual_beside_the_target_with_its_way(
    client: Client, chair: Account, given: Indicator
) -> None:
    client.force_login(chair)
    name = re.escape(given.name)
    board = shown(client, "pages:board", given.programme_id)
    row = re.search(rf"<td class=\"code\">I.2</td>.*?{name}.*?</tr>", board, re.DOTALL)
    assert row
    for told in ("55,0 % / ≥ 50 %", "kỳ trước 40,0 %", "bullet-actual", "bullet-target", "Đạt"):
        assert told in row[0]
    assert 'class="spark"' in row[0]
    assert f"Diễn biến {given.name}: từ 40 đến 55" in row[0]
    early = shown(client, "pages:board", given.programme_id, day="30/6/2022")
    assert "40,0 % / ≥ 50 %" in early
    assert 'class="spark"' not in early
