"""A value with all that was said of its cell, as its page tells it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.programmes.models import Indicator
from tinhso.steering.reporting.models import SentFigure


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value with all that its source said of the cell, the newest first, what others say of it, and the reports that
    gave or confirmed it."""

    value: Value
    indicator: Indicator
    measure: Measure
    unit: str
    chain: Sequence[Value]
    rivals: Sequence[Value]
    may_correct: bool
    sent_in: Sequence[SentFigure]

    @property
    def level(self) -> Level:
        """The level to which it adds."""
        return Level(self.value.level)

    @property
    def counts(self) -> bool:
        """Whether its level makes up the province's figure."""
        return self.level in self.measure.reporting
