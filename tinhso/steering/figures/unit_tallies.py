"""Over all indicators of a programme: which units are behind, and in how many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.steering.figures.ranking import Ranking
from tinhso.steering.figures.unit_figure import UnitFigure


@dataclass(frozen=True, slots=True)
class UnitTally:
    """Of which indicators a unit is behind, has said nothing, has reached the target, is not concerned, or not yet."""

    version: UnitVersion
    behind: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    reached: list[int] = field(default_factory=list)
    excused: list[int] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)


def tallies(of_indicators: Mapping[int, Iterable[Ranking]]) -> list[UnitTally]:
    """Every unit over all indicators; the furthest behind first, then those that have said least."""
    found: dict[int, UnitTally] = {}

    def of(unit: UnitFigure) -> UnitTally:
        return found.setdefault(unit.version.unit_id, UnitTally(unit.version))

    for indicator, listed in of_indicators.items():
        for ranking in listed:
            for placed in ranking.behind:
                of(placed.unit).behind.append(indicator)
            for placed in ranking.reached:
                of(placed.unit).reached.append(indicator)
            for name in ("unknown", "excused", "waiting"):
                for unit in getattr(ranking, name):
                    getattr(of(unit), name).append(indicator)
    return sorted(found.values(), key=lambda each: (-len(each.behind), -len(each.unknown), each.version.sort_key))
