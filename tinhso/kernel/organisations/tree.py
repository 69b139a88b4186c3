"""The tree of units as it stood on a day, in one query."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from tinhso.kernel.organisations.edition import kept_for_edition
from tinhso.kernel.organisations.models import Kind, UnitVersion

_PLACE = {kind: place for place, kind in enumerate(Kind.values)}


@dataclass(slots=True)
class Branch:
    """A unit on the day with the units under it, by kind and then by the Vietnamese alphabet."""

    version: UnitVersion
    children: list["Branch"] = field(default_factory=list)

    def everything_below(self) -> Iterator[UnitVersion]:
        """All units under this one, at any depth."""
        for child in self.children:
            yield child.version
            yield from child.everything_below()

    def by_kind(self) -> list[tuple[str, list["Branch"]]]:
        """The children in runs of one kind: ("Huyện", […])."""
        return by_kind(self.children)

    def count(self) -> int:
        """How many units stand below."""
        return sum(1 for _ in self.everything_below())


def by_kind(branches: Iterable[Branch]) -> list[tuple[str, list[Branch]]]:
    """Branches in their order, in runs of one kind with its label: ("Huyện", […])."""
    runs = groupby(branches, key=lambda branch: branch.version.kind)
    return [(str(Kind(kind).label), list(run)) for kind, run in runs]


@kept_for_edition
def tree_on(day: date) -> list[Branch]:
    """The units without a superior on that day, each with its tree; kept and shared, so nobody may change it."""
    return plant(UnitVersion.objects.valid_on(day).select_related("unit").in_order())


def plant(versions: Iterable[UnitVersion]) -> list[Branch]:
    """The tree of versions given; one whose superior is not among them stands at the top."""
    branches = {version.unit_id: Branch(version) for version in versions}
    below: dict[int | None, list[Branch]] = defaultdict(list)
    for branch in branches.values():
        parent = branch.version.parent_id
        below[parent if parent in branches else None].append(branch)
    for unit_id, branch in branches.items():
        branch.children = _in_order(below[unit_id])
    return _in_order(below[None])


def _in_order(branches: list[Branch]) -> list[Branch]:
    return sorted(branches, key=lambda branch: (_PLACE[branch.version.kind], branch.version.sort_key))
