"""Names by key, exact and near: what a wording may mean on the day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

#: How many of a target's ways to be written are compared with a wording that fits none exactly.
_COMPARED = 2

TargetKind = Literal["unit", "post", "group"]


@dataclass(frozen=True, slots=True)
class Target:
    """A unit, post or group: what a wording is matched to."""

    kind: TargetKind
    pk: int
    name: str


class Index:
    """Targets by the keys of their names; near keys are found by the three-letter pieces they share."""

    def __init__(self) -> None:
        self._targets: dict[str, list[Target]] = defaultdict(list)
        self._pieces: dict[str, list[str]] = defaultdict(list)
        self._near: set[str] = set()

    def add(self, keys: Iterable[str], target: Target) -> None:
        """Enter a target under every way to write it; near wordings are compared with the first two only."""
        for place, key in enumerate(dict.fromkeys(keys)):
            if key and target not in self._targets[key]:
                self._targets[key].append(target)
            if place < _COMPARED and key not in self._near:
                self._near.add(key)
                for piece in _pieces(key):
                    self._pieces[piece].append(key)

    def exact(self, key: str) -> list[Target]:
        """The targets written exactly so."""
        return self._targets.get(key, [])

    def near(self, key: str, *, at_least: float, most: int = 5) -> list[tuple[float, Target]]:
        """Targets with a similar key, most similar first, each with its likeness from ``at_least`` to 1."""
        shared: dict[str, int] = defaultdict(int)
        for piece in _pieces(key):
            for other in self._pieces.get(piece, ()):
                shared[other] += 1
        promising = sorted(shared, key=lambda other: (-shared[other] / (len(other) + len(key)), other))[:8]
        found: dict[Target, float] = {}
        for other in promising:
            likeness = _likeness(other, key, at_least)
            if likeness >= at_least:
                for target in self._targets[other]:
                    found[target] = max(likeness, found.get(target, 0.0))
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0].kind, pair[0].name))
        return [(likeness, target) for target, likeness in ranked[:most]]


def _likeness(one: str, other: str, at_least: float) -> float:
    """0 to 1; 0 without the long comparison where it cannot reach ``at_least``."""
    compared = SequenceMatcher(None, one, other, autojunk=False)
    if compared.real_quick_ratio() < at_least or compared.quick_ratio() < at_least:
        return 0.0
    return compared.ratio()


def _pieces(key: str) -> set[str]:
    padded = f"  {key} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
