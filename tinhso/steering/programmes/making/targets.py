"""The row of a target."""

from datetime import date
from decimal import Decimal

from tinhso.steering.intake import reading as read
from tinhso.steering.programmes.making.making import Making
from tinhso.steering.programmes.models import Indicator, Target


def make_target(making: Making, item: read.Target, *, place: int, indicator: Indicator) -> Target:
    by_on, from_on = _day(item.by), _day(item.from_)
    value, value_to = Decimal(str(item.value)), None if item.value_to is None else Decimal(str(item.value_to))
    return Target(
        programme=making.programme,
        position=place,
        indicator=indicator,
        value=value if value_to is None else min(value, value_to),
        value_to=value_to if value_to is None else max(value, value_to),
        unit=item.unit or "",
        comparator=item.comparator,
        by_on=by_on,
        # A day of effect behind the day of the target would be a slip of the pen; the wording keeps it.
        from_on=from_on if from_on is None or by_on is None or from_on <= by_on else None,
        each_year=item.each_year,
        level=item.level or "",
        scope=item.scope or "",
        wording=item.text,
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
