"""The rows of a series: by day as reported beside restated, and by unit."""

from dataclasses import dataclass
from datetime import date

from tinhso.steering.figures.lines import Line
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.wording import parts_of_amount, written_amount
from tinhso.steering.pages.values.readings import Readings


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in words, whether it holds a part of a divided value."""

    words: str
    parts: str
    is_estimate: bool


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day on which one of the readings changed."""

    day: date
    reported: Cell
    restated: Cell


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit's present figure; ``made_of`` names others whose values are in it."""

    unit: int
    name: str
    cell: Cell
    made_of: list[str]

    @property
    def key(self) -> str:
        """How an address names the unit."""
        return f"u{self.unit}"


def day_rows(readings: Readings) -> list[DayRow]:
    """The days on which something changed, the latest first."""
    reported, restated = (readings.line(restated=each) for each in (False, True))
    days = sorted({point.day for line in (reported, restated) for point in line.points}, reverse=True)
    return [DayRow(day, cell(reported, day, readings.measure), cell(restated, day, readings.measure)) for day in days]


def unit_lines(readings: Readings, *, restated: bool) -> list[UnitLine]:
    """The units of a reading by name; of a level where one is asked for."""
    lines = readings.restated if restated else readings.reported
    found = [
        UnitLine(
            unit,
            readings.roster.called(readings.versions[unit]),
            cell(line, readings.day, readings.measure),
            made_of=readings.names_of(line.units - {unit}),
        )
        for unit, line in lines.units.items()
        if unit in readings.versions
    ]
    return sorted(found, key=lambda each: readings.versions[each.unit].sort_key)


def cell(line: Line, day: date, measure: Measure) -> Cell:
    """What stands on the day."""
    point = line.on(day)
    return Cell(written_amount(point.amount, measure), parts_of_amount(point.amount), is_estimate=point.parts > 0)
