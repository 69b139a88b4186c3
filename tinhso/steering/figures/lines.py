"""The series of a unit or of a level, with the parts of divided values that are in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.totals import Series


class Point(NamedTuple):
    """What stands from a day on, and how many parts of divided values are in it."""

    day: date
    amount: Amount
    parts: int


@dataclass(frozen=True, slots=True)
class Line:
    """A unit's or a level's series; ``units`` are those that gave its values."""

    points: tuple[Point, ...]
    units: frozenset[int]

    @property
    def series(self) -> Series:
        """As sums are told elsewhere."""
        return Series(tuple((point.day, point.amount) for point in self.points))

    def on(self, day: date) -> Point:
        """What stands at the end of the day; nothing before the first."""
        return next((point for point in reversed(self.points) if point.day <= day), Point(day, Amount(), 0))

    @property
    def last(self) -> Point | None:
        """What stands at the end."""
        return self.points[-1] if self.points else None

    @property
    def is_estimate(self) -> bool:
        """Whether what stands at the end holds a part of a divided value."""
        return bool(self.last and self.last.parts)


@dataclass(frozen=True, slots=True)
class Lines:
    """An indicator's series by unit and by level; ``unclear`` units were split without shares and stay undivided."""

    units: Mapping[int, Line] = field(default_factory=dict)
    levels: Mapping[str, Line] = field(default_factory=dict)
    unclear: frozenset[int] = frozenset()

    @property
    def by_level(self) -> dict[str, Series]:
        """The levels as targets look at them."""
        return {level: line.series for level, line in self.levels.items()}


def together(lines: Iterable[Line]) -> Line:
    """The series of several levels as one."""
    parts = list(lines)
    days = sorted({point.day for line in parts for point in line.points})
    points = (_sum(day, [line.on(day) for line in parts]) for day in days)
    return Line(tuple(points), frozenset(unit for line in parts for unit in line.units))


def _sum(day: date, points: Iterable[Point]) -> Point:
    listed = list(points)
    return Point(day, sum((point.amount for point in listed), Amount()), sum(point.parts for point in listed))
