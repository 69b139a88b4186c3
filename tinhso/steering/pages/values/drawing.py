"""Figures over time as lines: where each point stands in a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tinhso.steering.figures.totals import Series
from tinhso.steering.figures.verdicts import Standing

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
    """A line with its target and its scale, in the units of the picture."""

    dots: tuple[Dot, ...]
    scale: tuple[tuple[float, float], ...]
    target: float | None
    first: date
    last: date

    @property
    def line(self) -> str:
        """The points as SVG wants them."""
        return _line(self.dots)


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


def chart(standing: Standing, *, first: date, last: date) -> Chart:
    """The series of a target between two days, percentages on a scale of 0 to 100."""
    values = _values(standing.series, scale=standing.scale)
    target = float(standing.target.value)
    low, high = (0.0, 100.0) if standing.scale == 100 else _range([0.0, target, *(value for _day, value in values)])
    high = max([high, target, *(value for _day, value in values)])
    span = max((last - first).days, 1)
    dots = tuple(
        Dot(day, value, x=_x(day, first=first, span=span), y=_y(value, low=low, high=high)) for day, value in values
    )
    steps = tuple(low + (high - low) * step / STEPS for step in range(STEPS + 1))
    scale = tuple((value, _y(value, low=low, high=high)) for value in steps)
    return Chart(dots, scale, _y(target, low=low, high=high), first=first, last=last)


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
