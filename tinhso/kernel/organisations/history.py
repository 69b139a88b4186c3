"""Names on a day, and the chain of units before and after one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from tinhso.kernel.organisations.models import Succession, Unit, UnitVersion

#: A transferred function moves work; it does not make one unit the continuation of another.
CONTINUES = (Succession.Manner.MERGE, Succession.Manner.SPLIT)


def version_on(unit: Unit, day: date) -> UnitVersion | None:
    """The unit's name and place on that day, None when it did not exist."""
    return unit.versions.valid_on(day).first()


def versions_on(unit_ids: Iterable[int], day: date) -> dict[int, UnitVersion]:
    """Names and places of many units on a day, by unit id, in one query."""
    found = UnitVersion.objects.valid_on(day).filter(unit__in=unit_ids).select_related("unit")
    return {version.unit_id: version for version in found}


@dataclass(slots=True)
class Lineage:
    """All successions, read once: who came before and after whom."""

    _before: dict[int, list[Succession]] = field(default_factory=lambda: defaultdict(list))
    _after: dict[int, list[Succession]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def read(cls) -> Self:
        """One query for the whole province."""
        lineage = cls()
        for link in Succession.objects.select_related("reorganisation", "predecessor", "successor"):
            lineage._after[link.predecessor_id].append(link)
            if link.successor_id is not None:
                lineage._before[link.successor_id].append(link)
        return lineage

    def predecessors(self, unit_id: int) -> list[Succession]:
        """Every link that leads to the unit, nearest first, through any number of decisions."""
        return list(self._walk(unit_id, self._before, towards="predecessor_id"))

    def successors(self, unit_id: int) -> list[Succession]:
        """Every link that leads on from the unit, nearest first; a dissolution ends the way."""
        return list(self._walk(unit_id, self._after, towards="successor_id"))

    def links_of(self, unit_id: int) -> list[Succession]:
        """The unit's own links, before and after, transfers included, in order of time."""
        own = [*self._before[unit_id], *self._after[unit_id]]
        return sorted(own, key=lambda link: (link.reorganisation.effective_on, link.pk))

    def _walk(self, start: int, links: dict[int, list[Succession]], *, towards: str) -> Iterator[Succession]:
        seen, edge = {start}, [start]
        while edge:
            steps = [link for unit_id in edge for link in links[unit_id] if link.manner in CONTINUES]
            yield from steps
            edge = list(dict.fromkeys(getattr(link, towards) for link in steps if getattr(link, towards) not in seen))
            seen.update(edge)
