"""The units that give an indicator's figures, each with its latest one, the one before, or none."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property

from tinhso.kernel.organisations.edition import edition
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.keeping import Kept
from tinhso.steering.figures.clashes import clashing_units
from tinhso.steering.figures.executing import executing_units
from tinhso.steering.figures.levels import Level, level_of
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.stamps import stamp_of
from tinhso.steering.pages.asked import address_of
from tinhso.steering.programmes.edition import PROGRAMMES
from tinhso.steering.programmes.models import Indicator

_PLACES = {level: place for place, level in enumerate(Level.values)}
#: So many indicators are kept with the table of their units.
MOST = 100
Given = Mapping[int, Sequence[Value]]


@dataclass(frozen=True, eq=False)
class UnitRow:
    """One unit of the table, kept and shared. ``executes`` when the indicator is the unit's, ``begun`` when its level
    is counted yet, ``clashes`` when two sources say something of the same days."""

    version: UnitVersion
    value: Value | None
    previous: Value | None
    measure: Measure
    executes: bool
    begun: bool
    clashes: bool

    @cached_property
    def name(self) -> str:
        """The body's name on the day."""
        return body_name(self.version)

    @property
    def address(self) -> str:
        """The unit's own page."""
        return address_of("units:unit", self.version.unit.key)

    @cached_property
    def level(self) -> Level:
        """The level whose figures it adds to."""
        return Level(self.value.level) if self.value else level_of(self.version.kind)

    @property
    def expected(self) -> bool:
        """Whether the unit should have given a figure by the day."""
        return self.executes and self.begun

    @property
    def is_known(self) -> bool:
        """Whether it has said anything, "không áp dụng" too."""
        return self.value is not None

    @property
    def figure(self) -> Fraction | None:
        """By which it is sorted."""
        value = self.value
        if value is None or value.not_applicable:
            return None
        if value.numerator is not None and value.denominator:
            return Fraction(value.numerator) / Fraction(value.denominator)
        return Fraction(value.number) if value.number is not None else None


_kept: Kept[tuple[int, date, date], Sequence[UnitRow]] = Kept(MOST)


def unit_rows(
    indicator: Indicator, measure: Measure, roster: Roster, *, day: date, known_at: datetime | None = None
) -> Sequence[UnitRow]:
    """The units by level and name, kept while no figure, programme or unit changes: one query then, three at first, one
    more for the names of those that have ended."""
    stamp = stamp_of(indicator) if known_at is None else None
    if stamp is None:
        return _read(indicator, measure, roster, day=day, known_at=known_at)
    label = (stamp, edition(PROGRAMMES))
    return _kept.one((indicator.pk, roster.day, day), label, lambda: _read(indicator, measure, roster, day=day))


def _read(
    indicator: Indicator, measure: Measure, roster: Roster, *, day: date, known_at: datetime | None = None
) -> Sequence[UnitRow]:
    expected = {version.unit_id: version for version in executing_units(indicator.assignments.all(), measure, roster)}
    given, clashing = _given(indicator, day=day, known_at=known_at), set(clashing_units(indicator, known_at=known_at))
    names = {**roster.versions_of(given), **expected}
    waiting = _waiting(indicator, day)
    rows = [
        UnitRow(
            version,
            *_two(given.get(unit, [])),
            measure,
            executes=unit in expected,
            begun=level_of(version.kind) not in waiting,
            clashes=unit in clashing,
        )
        for unit, version in names.items()
    ]
    return sorted(rows, key=_place)


def in_order(rows: Iterable[UnitRow], order: str) -> list[UnitRow]:
    """Sorted by one of ORDERS, or backwards with "-"; units without a figure stand last either way."""
    listed = list(rows)
    key = ORDERS.get(order.lstrip("-"))
    if key is None:
        return listed
    known = [row for row in listed if key(row) is not None]
    known.sort(key=lambda row: (key(row), row.version.sort_key), reverse=order.startswith("-"))
    return known + [row for row in listed if key(row) is None]


def _waiting(indicator: Indicator, day: date) -> set[str]:
    """The levels of which nothing is counted before a later day."""
    targets = [target for target in indicator.targets.all() if target.level]
    begun = {target.level for target in targets if target.from_on is None or target.from_on <= day}
    return {target.level for target in targets} - begun


def _given(indicator: Indicator, *, day: date, known_at: datetime | None) -> Given:
    """Unit → its values, the latest first."""
    given: dict[int, list[Value]] = defaultdict(list)
    for value in Value.objects.known_at(known_at).of_indicator(indicator).up_to(day).latest_of_each_unit(2):
        given[value.unit_id].append(value)
    return given


def _two(values: Sequence[Value]) -> tuple[Value | None, Value | None]:
    return next(iter(values), None), next(iter(values[1:]), None)


def _place(row: UnitRow) -> tuple[int, str]:
    return _PLACES[row.value.level if row.value else level_of(row.version.kind)], row.version.sort_key


#: What the table may be sorted by.
ORDERS: Mapping[str, Callable[[UnitRow], str | Fraction | date | None]] = {
    "name": lambda row: row.version.sort_key,
    "value": lambda row: row.figure,
    "day": lambda row: row.value.to_on if row.value else None,
}
