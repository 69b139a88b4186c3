"""Figures over time as lines: where each point stands in a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tinhso.steering.figures.outlook import Outlook
from tinhso.steering.figures.totals import Series

SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE = 96, 24, 3
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 240, 60, 16, 16, 32
#: So many lines with a number stand behind a chart.
STEPS = 4


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a line with what it stands for."""

    day: date
    value: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A line with its target and its scale, in the units of the picture.

    ``ahead`` is where a forecast leads: the last figure, what is expected, the lower and the upper end of its range.
    """

    dots: tuple[Dot, ...]
    scale: tuple[tuple[float, float], ...]
    target: float | None
    first: date
    last: date
    ahead: tuple[Dot, ...] = ()

    @property
    def line(self) -> str:
        """The points as SVG wants them."""
        return _line(self.dots)

    @property
    def range(self) -> str:
        """The corners of what a forecast holds possible."""
        return _line([self.ahead[place] for place in (0, 2, 3)]) if self.ahead else ""


def spark(series: Series, *, scale: int) -> tuple[Dot, ...]:
    """A small line; nothing for fewer than two points, which show no way."""
    values = _values(series, scale=scale)
    if len(values) < 2:
        return ()
    low, high = _range([value for _day, value in values])
    first, span = values[0][0], max((values[-1][0] - values[0][0]).days, 1)
    wide, tall = SPARK_WIDTH - 2 * SPARK_EDGE, SPARK_HEIGHT - 2 * SPARK_EDGE
    return tuple(
        Dot(
            day,
            value,
            x=round(SPARK_EDGE + wide * (day - first).days / span, 1),
            y=round(SPARK_EDGE + tall * (high - value) / (high - low), 1),
        )
        for day, value in values
    )


def chart(outlook: Outlook, *, first: date, last: date) -> Chart:
    """The series of a target between two days with what is expected, percentages on a scale of 0 to 100."""
    standing, last = outlook.standing, max(last, outlook.due_on)
    values, ahead = _values(standing.series, scale=standing.scale), _ahead(outlook)
    target = float(standing.target.value)
    told = [target, *(value for _day, value in [*values, *ahead])]
    low, high = (0.0, 100.0) if standing.scale == 100 else _range([0.0, *told])
    high, span = max([high, *told]), max((last - first).days, 1)

    def dots(points: Sequence[tuple[date, float]]) -> tuple[Dot, ...]:
        return tuple(Dot(day, x, _x(day, first=first, span=span), y=_y(x, low=low, high=high)) for day, x in points)

    steps = tuple(low + (high - low) * step / STEPS for step in range(STEPS + 1))
    scale = tuple((value, _y(value, low=low, high=high)) for value in steps)
    return Chart(dots(values), scale, _y(target, low=low, high=high), first=first, last=last, ahead=dots(ahead))


def _ahead(outlook: Outlook) -> list[tuple[date, float]]:
    found = outlook.forecast
    if found is None:
        return []
    day, value = found.points[-1]
    return [(day, float(value)), *((found.on, float(each)) for each in (found.value, found.low, found.high))]


def _line(dots: Sequence[Dot]) -> str:
    return " ".join(f"{dot.x:g},{dot.y:g}" for dot in dots)


def _values(series: Series, *, scale: int) -> list[tuple[date, float]]:
    return [(day, float(amount.exactly(scale) or 0)) for day, amount in series.known]


def _range(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    return (low, high) if high > low else (low - 1, high + 1)


def _x(day: date, *, first: date, span: int) -> float:
    share = min(max((day - first).days / span, 0), 1)
    return round(LEFT + (WIDTH - LEFT - RIGHT) * share, 1)


def _y(value: float, *, low: float, high: float) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low), 1)
