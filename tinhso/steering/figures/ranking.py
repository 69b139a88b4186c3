"""Units in the order of their figures, each against the target of its level; who has none stands apart.

A target of a share holds for every unit of its level. One of a number holds for the sum: units are put in order, but
none is behind. Comparators are strict and figures exact; equal figures share a place.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.unit_figure import OfUnits, UnitFigure
from tinhso.steering.figures.unit_target import target_for
from tinhso.steering.figures.verdicts import reaches, scale_of
from tinhso.steering.programmes.models import Target


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit with its place, 1 the best; ``reached`` None where no target holds for a single unit; ``is_older`` where
    others of the level have told of a later day."""

    place: int
    unit: UnitFigure
    figure: Fraction
    reached: bool | None
    to_on: date
    is_older: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """The units of one level: those with a figure in their order, and apart those without a place."""

    level: Level
    target: Target | None
    placed: Sequence[Placed]
    unknown: Sequence[UnitFigure]
    excused: Sequence[UnitFigure]
    waiting: Sequence[UnitFigure]

    @property
    def older(self) -> list[Placed]:
        """Those that stand in the order by a figure of an earlier day than the newest."""
        return [each for each in self.placed if each.is_older]

    @property
    def behind(self) -> list[Placed]:
        """Those whose figure does not reach the target."""
        return [each for each in self.placed if each.reached is False]

    @property
    def reached(self) -> list[Placed]:
        """Those whose figure does."""
        return [each for each in self.placed if each.reached]


def rankings(found: OfUnits, *, day: date, ends_on: date) -> list[Ranking]:
    """One for each level that has units, from the province down."""
    by_level: dict[Level, list[UnitFigure]] = defaultdict(list)
    for unit in found.units:
        by_level[unit.level].append(unit)
    return [_ranking(level, by_level[level], found, day=day, ends_on=ends_on) for level in Level if level in by_level]


def _ranking(level: Level, units: Sequence[UnitFigure], found: OfUnits, *, day: date, ends_on: date) -> Ranking:
    target = target_for(level, found, day=day, ends_on=ends_on)
    begun = [unit for unit in units if unit.begun]
    return Ranking(
        level,
        target,
        placed=_placed(begun, target, found.measure),
        unknown=[unit for unit in begun if unit.said is None],
        excused=[unit for unit in begun if unit.said and unit.said.amount.excused],
        waiting=[unit for unit in units if not unit.begun],
    )


def _placed(units: Iterable[UnitFigure], target: Target | None, measure: Measure) -> list[Placed]:
    """By the better figure, then by name; nothing where figures cannot be compared."""
    if not measure.is_number:
        return []
    scale = scale_of(target, measure)
    known = [
        (figure, unit, unit.said.to_on)
        for unit in units
        if unit.said and (figure := unit.said.amount.exactly(scale)) is not None
    ]
    best = -1 if measure.better == Measure.Better.UP else 1
    known.sort(key=lambda each: (best * each[0], each[1].version.sort_key))
    places: dict[Fraction, int] = {}
    for place, (figure, _unit, _day) in enumerate(known, start=1):
        places.setdefault(figure, place)
    newest = max((day for _figure, _unit, day in known), default=date.min)
    return [
        Placed(places[figure], unit, figure, _reached(figure, target), to_on=day, is_older=day < newest)
        for figure, unit, day in known
    ]


def _reached(figure: Fraction, target: Target | None) -> bool | None:
    return None if target is None else reaches(figure, target)
