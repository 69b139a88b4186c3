"""A unit's line of descent: from whom it comes and who follows it, each link with its decision, as far as it goes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Self

from tinhso.kernel.organisations.history import CONTINUES, Lineage
from tinhso.kernel.organisations.models import Succession, UnitVersion

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Names:
    """How the units of a line were called, read in one query."""

    versions: dict[int, list[UnitVersion]]

    @classmethod
    def of(cls, lineage: Lineage, unit_id: int) -> Self:
        """The names of everybody who can stand in the line of a unit."""
        links = [*_all(lineage, unit_id, "predecessor_id"), *_all(lineage, unit_id, "successor_id")]
        ids = {end for link in links for end in (link.predecessor_id, link.successor_id) if end is not None}
        found: dict[int, list[UnitVersion]] = {}
        for version in UnitVersion.objects.filter(unit__in=ids).select_related("unit"):
            found.setdefault(version.unit_id, []).append(version)
        return cls(found)

    def before(self, link: Succession) -> UnitVersion | None:
        """The predecessor by its last name."""
        return self._on(link.predecessor_id, link, ONE_DAY)

    def after(self, link: Succession) -> UnitVersion | None:
        """The successor by its first name; none when the unit was dissolved."""
        return self._on(link.successor_id, link, timedelta())

    def _on(self, unit_id: int | None, link: Succession, earlier: timedelta) -> UnitVersion | None:
        day = link.reorganisation.effective_on - earlier
        return next((version for version in self.versions.get(unit_id or 0, ()) if version.holds_on(day)), None)


@dataclass(slots=True)
class Knot:
    """A link of the line with the unit at its far end, and what lies beyond that."""

    link: Succession
    unit: UnitVersion | None
    further: list["Knot"] = field(default_factory=list)


def forebears(lineage: Lineage, names: Names, unit_id: int) -> list[Knot]:
    """From whom the unit comes, and functions that it received."""
    return _knots(lineage, unit_id, "predecessor_id", names=names)


def heirs(lineage: Lineage, names: Names, unit_id: int) -> list[Knot]:
    """Who follows the unit, and functions that it gave away."""
    return _knots(lineage, unit_id, "successor_id", names=names)


def _knots(
    lineage: Lineage, unit_id: int, towards: str, *, names: Names, seen: frozenset[int] = frozenset()
) -> list[Knot]:
    found = []
    for link in _own(lineage, unit_id, towards):
        other = getattr(link, towards)
        goes_on = link.manner in CONTINUES and other is not None and other not in seen
        further = _knots(lineage, other, towards, names=names, seen=seen | {unit_id}) if goes_on else []
        found.append(Knot(link, names.before(link) if towards == "predecessor_id" else names.after(link), further))
    return found


def _own(lineage: Lineage, unit_id: int, towards: str) -> list[Succession]:
    near = "successor_id" if towards == "predecessor_id" else "predecessor_id"
    return [link for link in lineage.links_of(unit_id) if getattr(link, near) == unit_id]


def _all(lineage: Lineage, unit_id: int, towards: str) -> Iterator[Succession]:
    seen, edge = {unit_id}, [unit_id]
    while edge:
        links = [link for unit in edge for link in _own(lineage, unit, towards)]
        yield from links
        edge = list({getattr(link, towards) for link in links} - seen - {None})
        seen.update(edge)
