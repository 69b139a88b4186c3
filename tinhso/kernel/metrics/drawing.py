"""Draw the records that a recipe counts, each with the unit for which it counts."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tinhso.kernel.metrics.packing import mark_of
from tinhso.kernel.metrics.recipes import Recipe, Records, Scope
from tinhso.kernel.organisations.answering import Answering
from tinhso.kernel.organisations.roster import Roster

_AT_ONCE = 2_000
Marked = dict[int, bytes]
"""Key of a record → its mark."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Unit → side → its records; a unit stands here when some side has one."""

    recipe: Recipe
    units: Mapping[int, Mapping[str, Marked]] = field(default_factory=dict)

    def size(self, side: str, unit: int | None = None) -> int | None:
        """How many a side has, of all units unless one is named; None where the recipe has no such side."""
        if side not in self.recipe.sides:
            return None
        found = self.units.values() if unit is None else [self.units.get(unit, {})]
        return sum(len(sides.get(side, ())) for sides in found)

    @property
    def digest(self) -> str:
        """Of the keys by unit and side: the same records, the same digest."""
        whole = hashlib.sha256()
        for unit, sides in sorted(self.units.items()):
            for side, records in sorted(sides.items()):
                whole.update(f"{unit} {side} {' '.join(map(str, sorted(records)))}\n".encode())
        return whole.hexdigest()


def draw(recipe: Recipe, scope: Scope) -> Drawn:
    """One query a side; who answers for a unit that has ended by the last day has its records."""
    answering = Roster.on(scope.last).answering
    units: dict[int, dict[str, Marked]] = defaultdict(lambda: defaultdict(dict))
    for side, records in recipe.sides.items():
        for unit, key, mark in _rows(records, scope):
            units[_answerer(unit, answering, scope)][side][key] = mark
    return Drawn(recipe, units)


def _rows(records: Records, scope: Scope) -> Iterator[tuple[int, int, bytes]]:
    shown = [column for column in records.columns if column not in records.personal]
    found = records.rows(scope).exclude(**{records.unit: None}).order_by("pk")
    for key, unit, *values in found.values_list("pk", records.unit, *shown).iterator(_AT_ONCE):
        yield unit, key, mark_of(values)


def _answerer(unit: int, answering: Answering, scope: Scope) -> int:
    """The unit itself while it stands; of several that follow it the first, as a record cannot be divided."""
    spans = answering.answerers(unit, scope.last)
    return spans[0].unit if spans else unit
