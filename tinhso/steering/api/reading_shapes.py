"""How figures are read through the API: points of series, forecasts, places, clashes."""

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone
from ninja import Schema
from pydantic import Field

from tinhso.steering.api.programmes import DayQuery
from tinhso.steering.figures.lines import Line
from tinhso.surfaces.api.examples import shown_as

_POINT = {"on": "2022-06-14", "numerator": "812", "denominator": "1000", "number": None, "units": 10, "estimate": False}


class KnownQuery(DayQuery):
    """As of which day, and what was known by which."""

    known_on: date | None = Field(
        None, description="Chỉ những gì đã ghi đến hết ngày này. Only what was recorded by the end of this day."
    )

    @property
    def known_at(self) -> datetime | None:
        """The last moment of the day; None: now."""
        return timezone.make_aware(datetime.combine(self.known_on, time.max)) if self.known_on else None


class PointShown(Schema):
    """What stands from a day on. A ratio is its numerator and denominator; nothing known is null, not 0."""

    model_config = shown_as(_POINT)

    on: date
    numerator: Decimal | None
    denominator: Decimal | None
    number: Decimal | None
    units: int = Field(description="Số đơn vị đã cho số. How many units gave a figure.")
    estimate: bool = Field(description="Có số chia theo tỷ lệ. Holds a value that was shared out.")


def points(line: Line) -> list[PointShown]:
    """The days of a series on which it changed."""
    return [
        PointShown(
            on=day,
            numerator=amount.numerator if amount.denominator else None,
            denominator=amount.denominator if amount.denominator else None,
            number=amount.number if amount.is_known and not amount.denominator else None,
            units=amount.known,
            estimate=parts > 0,
        )
        for day, amount, parts in line.points
    ]


def decimal(value: Fraction) -> Decimal:
    """With six decimals, rounded down, as figures are kept."""
    return Decimal(value * 1_000_000 // 1) / 1_000_000


def keys_of(units: Iterable[int], keys: dict[int, str]) -> list[str]:
    """The keys of units, in order."""
    return sorted(keys[unit] for unit in units if unit in keys)
