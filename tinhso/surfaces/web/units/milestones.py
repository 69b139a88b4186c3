"""The days on which the tree changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tinhso.kernel.organisations.models import Reorganisation


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day on which the tree changed, with the day before and the decisions."""

    day: date
    before: date
    decisions: list[Reorganisation]


def by_day(decisions: Iterable[Reorganisation]) -> list[Milestone]:
    """Decisions in their order, gathered by day of effect."""
    found: dict[date, list[Reorganisation]] = {}
    for decision in decisions:
        found.setdefault(decision.effective_on, []).append(decision)
    return [Milestone(day, day - timedelta(days=1), told) for day, told in found.items()]
