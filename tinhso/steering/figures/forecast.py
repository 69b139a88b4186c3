"""Where figures are heading: a robust line through the last of them, drawn on to a day. Arithmetic only, no figure.

The line is that of Theil and Sen: the median of the paces between every two days, so that one wrong or late figure
of five does not bend it. The range is what the slower and the faster paces would give.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations
from statistics import median

#: So many of the last points are looked at; with fewer than three there is no way to tell a trend from chance.
MOST, FEWEST = 8, 3
#: Of the paces, a tenth at either end is left out of the range.
_TAIL = Fraction(1, 10)
Point = tuple[date, Fraction]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which figures of this kind lie; None: no bound."""

    low: Fraction | None = None
    high: Fraction | None = None

    def hold(self, value: Fraction) -> Fraction:
        """The nearest value that is possible."""
        value = value if self.low is None else max(value, self.low)
        return value if self.high is None else min(value, self.high)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the figure will be on a day if it goes on as over ``points``, between ``low`` and ``high``."""

    on: date
    value: Fraction
    low: Fraction
    high: Fraction
    points: tuple[Point, ...]
    is_held: bool
    """Whether the bounds cut something off."""


def forecast(points: Sequence[Point], on: date, bounds: Bounds) -> Forecast | None:
    """``points`` are in the order of their days, one a day, all before ``on``; None with fewer than three."""
    last = tuple(points[-MOST:])
    if len(last) < FEWEST or last[-1][0] >= on:
        return None
    paces = sorted((later[1] - former[1]) / _days(former[0], later[0]) for former, later in combinations(last, 2))
    at = _line(last, median(paces), on)
    spread = median(abs(value - at(day)) for day, value in last)
    slow, fast = (_line(last, pace, on)(on) for pace in _middle(paces))
    told = at(on), slow - spread, fast + spread
    value, low, high = (bounds.hold(each) for each in told)
    return Forecast(on, value, low, high=high, points=last, is_held=(value, low, high) != told)


def _line(points: Sequence[Point], pace: Fraction, on: date) -> Callable[[date], Fraction]:
    """The line of that pace which leaves as many points above it as below."""
    end = median(value + pace * _days(day, on) for day, value in points)
    return lambda day: end - pace * _days(day, on)


def _middle(paces: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    """The slowest and the fastest pace, without a tenth at either end."""
    cut = int(_TAIL * len(paces))
    return paces[cut], paces[len(paces) - 1 - cut]


def _days(first: date, last: date) -> int:
    return (last - first).days
