"""Cells for which two sources say something, until a person keeps one and withdraws the other.

A source says one thing of a cell at a time: two that stand are of two sources, also when a person corrected one.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from tinhso.lib.keeping import Kept
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.stamps import stamps_of
from tinhso.steering.programmes.models import Indicator, Programme

#: The clashes of so many indicators are kept by a process.
MOST = 1_000
_CELL = ("indicator", "unit", "from_on", "to_on")


@dataclass(frozen=True, slots=True)
class Clash:
    """What the sources say of one cell, in the order of recording: the first is counted meanwhile."""

    indicator: int
    unit: int
    from_on: date
    to_on: date
    values: Sequence[Value]


_kept: Kept[int, Sequence[Clash]] = Kept(MOST)


def clashing_units(indicator: Indicator, *, known_at: datetime | None = None) -> list[int]:
    """The units of which a cell has figures from more than one source, as known now or at a moment; one query."""
    cells = Value.objects.known_at(known_at).of_indicator(indicator).order_by().values("unit", "from_on", "to_on")
    clashes = cells.annotate(said=Count("pk")).filter(said__gt=1)
    return sorted({cell["unit"] for cell in clashes})


def clashes_of(programme: Programme) -> list[Clash]:
    """Those of all present indicators of the programme, kept while no figure changes: one query then."""
    found = _kept.many(stamps_of(programme), _read)
    return [clash for clashes in found.values() for clash in clashes]


def _read(indicators: Collection[int]) -> Mapping[int, Sequence[Clash]]:
    """Two queries: in which cells, and what is said there."""
    standing = Value.objects.known_at().filter(indicator__in=indicators)
    cells = standing.order_by().values_list(*_CELL).annotate(said=Count("pk"))
    wanted = {cell[:4] for cell in cells.filter(said__gt=1)}
    said: dict[tuple[int, int, date, date], list[Value]] = defaultdict(list)
    units = standing.filter(unit__in={unit for _indicator, unit, *_days in wanted}) if wanted else standing.none()
    for value in units.select_related("unit", "entered_by", "file").order_by("pk"):
        said[value.indicator_id, value.unit_id, value.from_on, value.to_on].append(value)
    found: dict[int, list[Clash]] = {indicator: [] for indicator in indicators}
    for cell in sorted(wanted):
        indicator, unit, from_on, to_on = cell
        found[indicator].append(Clash(indicator, unit, from_on, to_on, values=said[cell]))
    return found
