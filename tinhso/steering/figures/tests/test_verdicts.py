"""How a figure stands to its target."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.totals import Series
from tinhso.steering.figures.verdicts import Standing, Verdict, reaches, standing_of
from tinhso.steering.programmes.models import Target

END = date(2022, 12, 31)
RATIO = Measure(kind=Measure.Kind.RATIO, levels="province,district,commune")


def of(numerator: int, denominator: int) -> Amount:
    return Amount(Decimal(numerator), Decimal(denominator), known=1)


def stands(target: Target, day: date, **levels: Series) -> Standing:
    return standing_of(target, levels, RATIO, day=day, ends_on=END)


@pytest.mark.parametrize(
    ("comparator", "figure", "reached"),
    [
        (">=", "90", True),
        (">", "90", False),
        (">", "90.01", True),
        ("<=", "90", True),
        ("<", "90", False),
        ("=", "90", True),
        ("=", "90.01", False),
        ("~", "86", True),
        ("~", "80", False),
    ],
)
def test_more_than_ninety_is_not_ninety(comparator: str, figure: str, reached: bool) -> None:
    assert reaches(Fraction(figure), Target(value=Decimal(90), comparator=comparator)) is reached


def test_a_figure_is_compared_unrounded() -> None:
    target = Target(value=Decimal(90), unit="%", comparator=">=")
    assert stands(target, END, district=Series(((END, of(8999, 10000)),))).verdict == Verdict.OPEN


def test_three_thresholds_of_one_line_look_each_at_its_own_level() -> None:
    levels = {"province": Series(((END, of(91, 100)),)), "district": Series(((END, of(80, 100)),))}
    thresholds = {"province": 90, "district": 80, "commune": 50}
    verdicts = [
        stands(Target(value=Decimal(value), unit="%", comparator=">", level=level), END, **levels).verdict
        for level, value in thresholds.items()
    ]
    assert verdicts == [Verdict.REACHED, Verdict.OPEN, Verdict.UNKNOWN]


def test_a_target_that_begins_later_is_not_yet_judged() -> None:
    target = Target(value=Decimal(100), unit="%", level="district", from_on=date(2022, 12, 1))
    assert stands(target, date(2022, 6, 30)).verdict == Verdict.NOT_BEGUN
    assert stands(target, END).verdict == Verdict.UNKNOWN


def test_what_is_reached_after_its_day_is_reached_late() -> None:
    target = Target(value=Decimal(50), unit="%", by_on=date(2022, 6, 30))
    slow = Series(((date(2022, 6, 14), of(4, 10)), (date(2022, 9, 14), of(5, 10))))
    verdicts = [stands(target, day, district=slow).verdict for day in (date(2022, 6, 30), date(2022, 8, 1), END)]
    assert verdicts == [Verdict.OPEN, Verdict.MISSED, Verdict.REACHED_LATE]


def test_where_it_applies_to_nobody_there_is_no_verdict() -> None:
    excused = Series(((date(2022, 6, 14), Amount(excused=2)),))
    assert stands(Target(value=Decimal(50), unit="%"), END, commune=excused).verdict == Verdict.NOT_APPLICABLE
