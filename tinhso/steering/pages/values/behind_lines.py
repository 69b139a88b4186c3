"""A unit over all indicators of a programme, as its page tells it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page

from tinhso.kernel.organisations.naming import body_name
from tinhso.steering.figures.levels import level_of
from tinhso.steering.figures.unit_tallies import UnitTally
from tinhso.steering.programmes.models import Indicator


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit with its counts; its indicators when it is opened."""

    tally: UnitTally
    listed: Sequence[tuple[str, Sequence[Indicator]]]

    @property
    def key(self) -> str:
        """How an address names the unit."""
        return f"u{self.tally.version.unit_id}"

    @property
    def name(self) -> str:
        """The body's name on the day."""
        return body_name(self.tally.version)

    @property
    def level(self) -> str:
        """Its level in words."""
        return str(level_of(self.tally.version.kind).label)


@dataclass(frozen=True, slots=True)
class BehindView:
    """The page; ``opened`` is the unit whose indicators are listed."""

    page: Page[UnitLine]
    opened: UnitLine | None
    levels: Sequence[tuple[str, str]]
    count: int
