"""A unit that gives an indicator's figures, with what it said last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.levels import Level, level_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.programmes.models import Target


@dataclass(frozen=True)
class Said:
    """What a unit said last: the value's key, its last day and what it comes to."""

    value: int
    to_on: date
    amount: Amount


@dataclass(frozen=True)
class UnitFigure:
    """A unit that gives an indicator's figures; ``said`` None: nothing yet; ``begun`` when its level is counted."""

    version: UnitVersion
    said: Said | None
    begun: bool

    @cached_property
    def name(self) -> str:
        """The body's name on the day."""
        return body_name(self.version)

    @cached_property
    def level(self) -> Level:
        """Its level of government."""
        return level_of(self.version.kind)


@dataclass(frozen=True)
class OfUnits:
    """An indicator's measure, its targets and the figures of the units that give it."""

    measure: Measure
    targets: Sequence[Target]
    units: Sequence[UnitFigure]
