"""A plain recount of an indicator's figures from the records, written apart from the code that it checks.

For one day and one moment it goes through all records and asks of each whether it stands then.
"""

from collections import defaultdict
from datetime import date, datetime
from decimal import Decimal

from tinhso.steering.figures.amounts import NOTHING, Amount
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.deeds import COMMUNES_COUNT
from tinhso.steering.figures.tests.worlds import World

#: Unit or level → what it comes to.
Sums = dict[int | str, Amount]


def recount(world: World, measure: Measure, *, day: date, known_at: datetime | None, under: date | None) -> Sums:
    """What stands on one day, by level and by unit, from all records; ``under`` restates."""
    sums: Sums = defaultdict(lambda: NOTHING)
    counted = [value for value in Value.objects.all() if value.level != "commune" or value.from_on >= COMMUNES_COUNT]
    standing = [value for value in counted if stood(value, known_at) and value.to_on <= day]
    for value in standing:
        if is_over(world, value, measure, day=day) or any(beats(other, value, measure) for other in standing):
            continue
        held = followed(world, value, under)
        for unit, share in held.items():
            sums[unit] += part_of(value, share)
        levels = {unit: value.level if unit == value.unit_id else world.levels[unit] for unit in held}
        for level in set(levels.values()):
            sums[level] += part_of(value, sum((held[unit] for unit in held if levels[unit] == level), Decimal()))
    return {where: amount for where, amount in sums.items() if amount != NOTHING}


def part_of(value: Value, share: Decimal) -> Amount:
    parts = (value.numerator or 0) * share, (value.denominator or 0) * share
    return Amount(*parts, known=int(not value.not_applicable), excused=int(value.not_applicable))


def is_over(world: World, value: Value, measure: Measure, *, day: date) -> bool:
    """What holds until further notice holds no longer than its unit."""
    gone = world.ended.get(value.unit_id)
    return measure.timing == Measure.Timing.CUMULATIVE and gone is not None and value.to_on < gone <= day


def stood(value: Value, known_at: datetime | None) -> bool:
    if value.withdrawn:
        return False
    if known_at is None:
        return value.superseded_at is None
    return value.recorded_at <= known_at and (value.superseded_at is None or value.superseded_at > known_at)


def beats(other: Value, value: Value, measure: Measure) -> bool:
    """Whether the other stands in the value's place."""
    if measure.aggregation != Measure.Aggregation.LATEST and other.unit_id != value.unit_id:
        return False
    if measure.timing == Measure.Timing.IN_PERIOD and other.to_on != value.to_on:
        return False
    return (other.to_on, value.from_on, value.pk) > (value.to_on, other.from_on, other.pk)


def followed(world: World, value: Value, under: date | None) -> dict[int, Decimal]:
    """Who has taken over the value's unit: mergers of a day one after the other, what is split all at once."""
    held = {value.unit_id: Decimal(1)}
    for day in sorted({day for day, _unit, _successor, _share in world.decided}):
        if under is None or not value.to_on < day <= under:
            continue
        before = dict(held)
        for when, unit, successor, share in world.decided:
            if when != day or unit not in held:
                continue
            moved = (held[unit] if share == 1 else before.get(unit, Decimal())) * share
            held[unit] -= moved
            held[successor] = held.get(successor, Decimal()) + moved
    return {unit: share for unit, share in held.items() if share}
