"""What each unit said last of an indicator."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tinhso.steering.figures.amounts import ZERO, Amount
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.unit_figure import Said

_COLUMNS = ("indicator_id", "unit_id", "pk", "to_on", "numerator", "denominator", "number", "not_applicable")


def said_last(measures: Mapping[int, Measure], *, day: date, known_at: datetime | None) -> dict[int, dict[int, Said]]:
    """Indicator → unit → what it said last, where the indicator's figures are given; one query."""
    takers: dict[int, list[int]] = defaultdict(list)
    for indicator, measure in measures.items():
        takers[measure.taken_from_id or indicator].append(indicator)
    found: dict[int, dict[int, Said]] = defaultdict(dict)
    values = Value.objects.known_at(known_at).filter(indicator__in=takers).up_to(day).latest_of_each_unit()
    for row in values.values(*_COLUMNS):
        for indicator in takers[row["indicator_id"]]:
            found[indicator][row["unit_id"]] = Said(row["pk"], row["to_on"], _amount(row))
    return found


def _amount(row: Mapping[str, Any]) -> Amount:
    numerator, denominator, number = (row[name] or ZERO for name in ("numerator", "denominator", "number"))
    excused = row["not_applicable"]
    return Amount(numerator, denominator, number=number, known=int(not excused), excused=int(excused))
