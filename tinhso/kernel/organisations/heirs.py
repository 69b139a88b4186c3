"""Who stands on a day for what a unit was on an earlier one, with which part of it, through all decisions between.

Figures are read under the units of a day by it. A transfer of a function carries nothing along, and of a split whose
shares are not known nothing is guessed: the whole stays with its unit (decision 94).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

ALL = Decimal(1)


@dataclass(frozen=True, slots=True)
class Part:
    """A unit with the part of another that it stands for; 1 is all of it."""

    unit: int
    share: Decimal


#: (unit, day of effect) → who stands for it from then on, itself with what remains; the shares come to 1.
Moves = Mapping[tuple[int, date], Sequence[Part]]


@dataclass(frozen=True, slots=True)
class Heirs:
    """All decisions by the day on which they took effect."""

    moves: Moves
    unclear: frozenset[tuple[int, date]]
    """Units that were split on a day without shares that come to a whole."""
    _days: Sequence[date]
    _known: dict[tuple[int, int, int], tuple[Part, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, moves: Moves, unclear: frozenset[tuple[int, date]] = frozenset()) -> "Heirs":
        """With the days found."""
        return cls(moves, unclear, sorted({day for _unit, day in moves}))

    def parts(self, unit: int, after: date, until: date) -> tuple[Part, ...]:
        """Who stands on ``until`` for what the unit was on ``after``; the shares come to 1."""
        first = sum(day <= after for day in self._days)
        last = sum(day <= until for day in self._days)
        key = (unit, first, last)
        if key not in self._known:
            self._known[key] = self._walked(unit, self._days[first:last])
        return self._known[key]

    def is_unclear(self, unit: int, after: date, until: date) -> bool:
        """Whether a split between the two days says not how much went where."""
        return any(each == unit and after < day <= until for each, day in self.unclear)

    def _walked(self, unit: int, days: Sequence[date]) -> tuple[Part, ...]:
        held = {unit: ALL}
        for day in days:
            passed: dict[int, Decimal] = defaultdict(Decimal)
            for each, share in held.items():
                for part in self._passed(each, day, frozenset((each,))):
                    passed[part.unit] += share * part.share
            held = passed
        return tuple(Part(each, share) for each, share in held.items())

    def _passed(self, unit: int, day: date, seen: frozenset[int]) -> Iterator[Part]:
        """Of two mergers on one day, one into the other's unit, both are gone; what stays takes nothing further."""
        for part in self.moves.get((unit, day), (Part(unit, ALL),)):
            onward = self.moves.get((part.unit, day), ())
            if part.unit in seen or not onward or any(each.unit == part.unit for each in onward):
                yield part
                continue
            for each in self._passed(part.unit, day, seen | {part.unit}):
                yield Part(each.unit, part.share * each.share)
