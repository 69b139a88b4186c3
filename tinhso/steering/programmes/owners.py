"""Whom the names in a plan mean on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Meaning:
    """The columns that name one unit, post or group; or several such for a person to choose from."""

    certainty: str
    columns: dict[str, int]
    candidates: tuple[dict[str, int], ...] = ()


def meanings_of(names: Iterable[str], day: date) -> dict[str, Meaning]:
    """Every name with what it means on that day."""
    return {name: Meaning("unknown", {}) for name in set(names)}
