"""The values of an indicator that are counted, by what is counted of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from tinhso.steering.figures.amounts import ZERO, Amount
from tinhso.steering.figures.measuring import targets_of
from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Indicator, Target


class Row(NamedTuple):
    """A value by what is counted of it."""

    pk: int
    unit: int
    level: str
    from_on: date
    to_on: date
    amount: Amount


def counted(indicator: Indicator, day: date, known_at: datetime | None) -> list[Row]:
    """The values up to the day, without those that begin before their level is counted; two queries."""
    return _counted(_rows(indicator, day, known_at), targets_of(indicator))


def _rows(indicator: Indicator, day: date, known_at: datetime | None) -> Sequence[Row]:
    columns = ("pk", "unit_id", "level", "from_on", "to_on", "numerator", "denominator", "number", "not_applicable")
    found = Value.objects.known_at(known_at).of_indicator(indicator).up_to(day).order_by()
    return [
        Row(pk, unit, level, from_on, to_on, _amount(numerator, denominator, number, excused=excused))
        for pk, unit, level, from_on, to_on, numerator, denominator, number, excused in found.values_list(*columns)
    ]


def _amount(numerator: Decimal | None, denominator: Decimal | None, number: Decimal | None, *, excused: bool) -> Amount:
    counted = numerator or ZERO, denominator or ZERO
    return Amount(*counted, number=number or ZERO, known=int(not excused), excused=int(excused))


def _counted(rows: Iterable[Row], targets: Iterable[Target]) -> list[Row]:
    """Without those that begin before their level, or every level, is counted."""
    days: dict[str, list[date | None]] = defaultdict(list)
    for target in targets:
        days[target.level].append(target.from_on)
    begins = {
        level: min(known)
        for level, found in days.items()
        if len(known := [each for each in found if each]) == len(found)
    }
    return [row for row in rows if all(row.from_on >= begins.get(level, row.from_on) for level in (row.level, ""))]
