"""The part of a tree that a preview shows: the units that change, with all that stands above them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from tinhso.kernel.organisations.models import Kind, UnitVersion
from tinhso.lib.text import sort_key

_PLACE = {kind: place for place, kind in enumerate(Kind.values)}


@dataclass(slots=True)
class Twig:
    """A unit with those below it that are shown; ``changes`` tells whether it is shown for its own sake."""

    version: UnitVersion
    changes: bool
    children: list["Twig"] = field(default_factory=list)


def grow(standing: Mapping[str, UnitVersion], wanted: Collection[str]) -> list[Twig]:
    """The twigs from the top. Units are told apart by key: one that is only rehearsed has no row."""
    shown = set(wanted)
    for key in wanted:
        shown.update(_above(standing, key))
    below: dict[str, list[Twig]] = defaultdict(list)
    twigs = {key: Twig(standing[key], key in wanted) for key in shown}
    for twig in sorted(twigs.values(), key=lambda twig: (_PLACE[twig.version.kind], sort_key(twig.version.name))):
        parent = twig.version.parent.key if twig.version.parent else ""
        below[parent if parent in twigs else ""].append(twig)
    for key, twig in twigs.items():
        twig.children = below[key]
    return below[""]


def _above(standing: Mapping[str, UnitVersion], key: str) -> set[str]:
    found: set[str] = set()
    parent = standing[key].parent
    while parent and parent.key in standing and parent.key not in found:
        found.add(parent.key)
        parent = standing[parent.key].parent
    return found
