"""What is expected of a target on a day: from which figures a forecast is made, or why none is."""

from datetime import date
from fractions import Fraction

from tinhso.steering.figures.forecast import FEWEST, Bounds, Point, forecast
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.outlook import Outlook, Silence
from tinhso.steering.figures.totals import Series
from tinhso.steering.figures.verdicts import Standing, Verdict

#: A line is drawn on at most so many times as far as its points reach.
FARTHEST = 4
#: A day on which so small a part of the units had given a figure says nothing of where all are heading.
ENOUGH = Fraction(3, 4)


def outlook(standing: Standing, measure: Measure, *, day: date, ends_on: date) -> Outlook:
    """The target as of ``day``; the points are those of its series up to then."""
    due_on = standing.target.by_on or ends_on
    points = comparable(standing.series, standing.scale)
    if measure.timing == Measure.Timing.IN_PERIOD:
        points = [point for point in points if point[0].year == due_on.year]
    silence = _silence(standing, measure, points, day=day, due_on=due_on)
    if silence:
        return Outlook(standing, due_on, None, silence)
    found = forecast(points, due_on, _bounds(measure, points, standing.scale))
    return Outlook(standing, due_on, found, Silence.NONE)


def comparable(series: Series, scale: int) -> list[Point]:
    """The days of a series on which about as many units had given a figure as on its last."""
    known = [(day, amount, figure) for day, amount in series.known if (figure := amount.exactly(scale)) is not None]
    enough = ENOUGH * known[-1][1].known if known else 0
    return [(day, figure) for day, amount, figure in known if amount.known >= enough]


def _silence(standing: Standing, measure: Measure, points: list[Point], *, day: date, due_on: date) -> Silence:
    if standing.verdict == Verdict.NOT_MEASURED:
        return Silence.NOT_MEASURED
    if day >= due_on or (points and points[-1][0] >= due_on):
        return Silence.DUE
    if len(points) < FEWEST:
        return Silence.NEW_YEAR if measure.timing == Measure.Timing.IN_PERIOD else Silence.TOO_FEW
    last = points[-1][0]
    return Silence.TOO_FAR if due_on - last > FARTHEST * (last - points[0][0]) else Silence.NONE


def _bounds(measure: Measure, points: list[Point], scale: int) -> Bounds:
    """A share lies between nothing and all; what was never below nought is not expected to fall below."""
    is_share = measure.share_of_whole or measure.kind == Measure.Kind.YES_NO
    low = Fraction() if all(value >= 0 for _day, value in points) else None
    return Bounds(low, Fraction(scale) if is_share else None)
