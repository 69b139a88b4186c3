"""An indicator's series in both readings: as reported, and under the units of the day looked at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.numbers import whole_number
from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.lines import Line, Lines, together
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.unit_series import lines_of
from tinhso.steering.pages.asked import Asked
from tinhso.steering.programmes.models import Indicator

_NONE = Line((), frozenset())


@dataclass(frozen=True, slots=True)
class Readings:
    """An indicator's series in both readings, and what of them is asked for: a unit, a level, else the province."""

    indicator: Indicator
    measure: Measure
    reported: Lines
    restated: Lines
    roster: Roster
    versions: Mapping[int, UnitVersion]
    level: str
    unit: int
    day: date

    def line(self, *, restated: bool) -> Line:
        """The series asked for."""
        lines = self.restated if restated else self.reported
        if self.unit:
            return lines.units.get(self.unit, _NONE)
        if self.level:
            return lines.levels.get(self.level, _NONE)
        return together(lines.levels[level] for level in self.measure.adding if level in lines.levels)

    @property
    def about(self) -> str:
        """Whose series it is, in words."""
        if self.unit:
            return ", ".join(self.names_of([self.unit]))
        return str(Level(self.level).label) if self.level in Level.values else "Toàn tỉnh"

    def names_of(self, units: Iterable[int]) -> list[str]:
        """Names on the day, of ended units with their last day."""
        return sorted(self.roster.called(self.versions[unit]) for unit in units if unit in self.versions)


def readings_of(indicator: Indicator, about: Asked, *, known_at: datetime | None, level: str, unit: str) -> Readings:
    """Both readings up to the day looked at; a constant number of queries."""
    measure = measures_of([indicator], Roster.on(about.naming_day))[indicator.pk]
    reported, restated = (
        lines_of(indicator, measure, day=about.day, restated=each, known_at=known_at) for each in (False, True)
    )
    roster, key = Roster.on(about.day), whole_number(unit.removeprefix("u"))
    versions = roster.versions_of({*reported.units, *restated.units, *([key] if key else [])})
    return Readings(
        indicator, measure, reported, restated, roster=roster, versions=versions, level=level, unit=key, day=about.day
    )
