"""Where a figure is heading, told with its range and with its points, or not at all."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.expecting import outlook
from tinhso.steering.figures.forecast import MOST, Bounds, Forecast, forecast
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.outlook import Outlook, Silence
from tinhso.steering.figures.totals import Series
from tinhso.steering.figures.verdicts import standing_of
from tinhso.steering.programmes.models import Target

START, END = date(2022, 3, 1), date(2022, 12, 31)
SHARE = Measure(kind=Measure.Kind.RATIO, levels="district", share_of_whole=True)
FREE, WHOLE = Bounds(), Bounds(Fraction(0), Fraction(100))


def points(*values: int, every: int = 30) -> list[tuple[date, Fraction]]:
    return [(START + timedelta(days=every * place), Fraction(value)) for place, value in enumerate(values)]


def expected(*values: int, bounds: Bounds = FREE, after: int = 30) -> Forecast:
    told = points(*values)
    found = forecast(told, told[-1][0] + timedelta(days=after), bounds)
    assert found is not None
    return found


def test_what_grows_evenly_is_expected_to_go_on_so() -> None:
    found = expected(40, 45, 50, 55)
    assert {found.value, found.low, found.high} == {Fraction(60)}


def test_one_wrong_figure_does_not_turn_the_line_but_widens_the_range() -> None:
    found = expected(40, 45, 5, 55, 60, 65)
    assert found.value == 70
    assert found.low < 70


def test_two_figures_are_no_trend() -> None:
    assert forecast(points(40, 50), END, FREE) is None


def test_nothing_is_forecast_for_a_day_that_has_a_figure() -> None:
    told = points(40, 45, 50)
    assert forecast(told, told[-1][0], FREE) is None


def test_a_share_is_never_expected_beyond_the_whole() -> None:
    found = expected(70, 85, 99, bounds=WHOLE)
    assert found.is_held
    assert found.value == found.high == 100
    assert expected(30, 15, 2, bounds=WHOLE).low == 0


def test_only_the_last_figures_count() -> None:
    assert expected(*([0] * 5), *range(50, 50 + MOST)).points == tuple(
        points(*([0] * 5), *range(50, 50 + MOST))[-MOST:]
    )


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 100), min_size=3, max_size=12), st.integers(1, 400))
def test_the_range_holds_what_is_expected_whatever_the_figures(values: list[int], after: int) -> None:
    found = expected(*values, bounds=WHOLE, after=after)
    assert 0 <= found.low <= found.value <= found.high <= 100


def looked(*shares: int, day: date = date(2022, 7, 1), known: int = 4, **columns: object) -> Outlook:
    """The outlook of a target of 50 %; every share is of 100."""
    told = tuple((each, Amount(Decimal(str(value)), Decimal(100), known=known)) for each, value in points(*shares))
    target = Target(value=Decimal(50), unit="%", **columns)
    standing = standing_of(target, {"district": Series(told).up_to(day)}, SHARE, day=day, ends_on=END)
    return outlook(standing, SHARE, day=day, ends_on=END)


def test_the_forecast_is_told_with_its_range_its_day_and_its_verdict() -> None:
    words = looked(20, 24, 28, 32).words.replace("\N{NO-BREAK SPACE}", " ")
    assert words == "dự báo 60,6 % (khoảng 60,6–60,6 %) vào ngày 31/12/2022, sẽ đạt"


def test_more_than_fifty_is_not_expected_of_what_comes_to_fifty() -> None:
    even = looked(25, 30, 35, 40, by_on=START + timedelta(days=150), comparator=">")
    assert even.forecast
    assert even.forecast.value == 50
    assert not even.will_reach
    assert looked(25, 30, 35, 40, by_on=START + timedelta(days=150)).will_reach


def test_where_the_target_lies_in_the_range_the_words_say_so() -> None:
    unsure = looked(20, 31, 29, 38, by_on=date(2022, 8, 31))
    assert not unsure.is_sure
    assert "chưa chắc" in unsure.words


def test_why_there_is_no_forecast_is_told() -> None:
    assert looked(20, 30).silence == Silence.TOO_FEW
    assert looked(20, 30, 40, by_on=date(2022, 5, 1)).silence == Silence.DUE
    assert looked(20, 30, 40, by_on=date(2025, 12, 31)).silence == Silence.TOO_FAR
    assert "chưa đủ 3 ngày" in looked(20, 30).words


def test_a_day_on_which_few_units_had_spoken_is_not_compared_with_the_others() -> None:
    amounts = [(day, Amount(Decimal(int(value)), Decimal(100), known=4)) for day, value in points(20, 24, 28)]
    first = (START - timedelta(days=30), Amount(Decimal(90), Decimal(100), known=1))
    target = Target(value=Decimal(50), unit="%", by_on=date(2022, 9, 30))
    series = Series((first, *amounts))
    standing = standing_of(target, {"district": series}, SHARE, day=date(2022, 7, 1), ends_on=END)
    found = outlook(standing, SHARE, day=date(2022, 7, 1), ends_on=END).forecast
    assert found
    assert [day for day, _value in found.points] == [day for day, _value in points(20, 24, 28)]


@pytest.mark.parametrize(("year", "silence"), [(2022, Silence.NONE), (2023, Silence.NEW_YEAR)])
def test_what_counts_in_its_period_is_forecast_within_its_year_only(year: int, silence: Silence) -> None:
    measure = Measure(kind=Measure.Kind.NUMBER, levels="district", timing=Measure.Timing.IN_PERIOD)
    told = tuple((day, Amount(number=Decimal(int(value)), known=4)) for day, value in points(10, 20, 30))
    target, day = Target(value=Decimal(100), by_on=date(year, 9, 30)), date(2022, 7, 1)
    standing = standing_of(target, {"district": Series(told)}, measure, day=day, ends_on=date(year, 12, 31))
    assert outlook(standing, measure, day=day, ends_on=date(year, 12, 31)).silence == silence
