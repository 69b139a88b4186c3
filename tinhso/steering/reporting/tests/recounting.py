"""The plain recount: what figures come to, from what was told, in the order in which it was told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from tinhso.steering.figures.models import Measure
from tinhso.steering.reporting.tests.playing import MEASURED, Told

Sums = tuple[Decimal, Decimal, Decimal, int]
"""Numerator, denominator, number, and how many figures they are made from."""


def recount(diary: Iterable[Told], code: str, day: date, *, ended: Mapping[str, date]) -> dict[str, Sums]:
    """Level → what the figures of an indicator come to at the end of a day."""
    last = {(each.unit, each.days): each for each in diary if each.code == code and each.days[1] <= day}
    counted = list(last.values())
    if MEASURED[code][1] == Measure.Timing.CUMULATIVE:
        counted = _standing(counted, day, ended)
    by_level: dict[str, list[Told]] = defaultdict(list)
    for each in counted:
        by_level[each.level].append(each)
    return {level: _sum(told) for level, told in by_level.items()}


def _standing(told: Iterable[Told], day: date, ended: Mapping[str, date]) -> list[Told]:
    """Of each unit that is still there the latest."""
    latest = {each.unit: each for each in sorted(told, key=lambda each: each.days[1])}
    return [each for each in latest.values() if ended.get(each.unit, date.max) > day]


def _sum(told: list[Told]) -> Sums:
    return (
        sum((each.given.numerator or Decimal() for each in told), Decimal()),
        sum((each.given.denominator or Decimal() for each in told), Decimal()),
        sum((each.given.number or Decimal() for each in told), Decimal()),
        len(told),
    )
