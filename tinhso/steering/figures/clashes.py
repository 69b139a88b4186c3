"""Cells for which two sources say something, until a person withdraws one of them."""

from datetime import datetime

from django.db.models import Count

from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Indicator


def clashing_units(indicator: Indicator, *, known_at: datetime | None = None) -> list[int]:
    """The units of which a cell has figures from more than one source, as known now or at a moment; one query."""
    cells = Value.objects.known_at(known_at).of_indicator(indicator).order_by().values("unit", "from_on", "to_on")
    clashes = cells.annotate(sources=Count("source", distinct=True)).filter(sources__gt=1)
    return sorted({cell["unit"] for cell in clashes})
