"""Over which days a figure of a round tells, and from which day a level is counted at all."""

from datetime import date

from tinhso.steering.figures.models import Measure
from tinhso.steering.programmes.models import Indicator
from tinhso.steering.reporting.models import Round

Span = tuple[date, date]
"""First and last day."""


def span_of(round_: Round, indicator: Indicator, measure: Measure, *, level: str, begins: date) -> Span:
    """The days of a figure in the round: all of the round's where it counts what happened in them; what is counted up
    to the cut-off begins with the programme (``begins``), or on the day from which the level is counted. Both ends the
    cut-off where the level is not counted before it."""
    if measure.timing == Measure.Timing.IN_PERIOD:
        return max(round_.first_day, counted_from(indicator, level) or round_.first_day), round_.last_day
    return min(counted_from(indicator, level) or begins, round_.last_day), round_.last_day


def counted_from(indicator: Indicator, level: str) -> date | None:
    """The day from which figures of the level are counted, where its targets, or those of all levels, name one.

    The indicator comes with its targets. II.3: district counters from 01/12/2022.
    """
    found = [_earliest([row.from_on for row in indicator.targets.all() if row.level == each]) for each in (level, "")]
    return max((each for each in found if each), default=None)


def _earliest(days: list[date | None]) -> date | None:
    """As the sums have it: a level of which one target counts from the first day is counted from the first day."""
    named = [day for day in days if day]
    return min(named) if named and len(named) == len(days) else None
