"""Invented figures of the sample programme: six rounds from March to September, some units late, one correction."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.demonstration.chance import NOTE, chance, moment
from tinhso.steering.demonstration.fates import THIRD, fate_of
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.actions.enter_many import Line, enter_many
from tinhso.steering.figures.executing import executing_units, naming_day
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.levels import Level, level_of
from tinhso.steering.figures.measuring import kept_measure, people_of
from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Indicator, Programme

ROUNDS = (*(date(2022, month, 14) for month in (3, 4, 5, 6, 7)), THIRD)
#: Of a hundred units so many give nothing in a round, by level.
_SILENT = {Level.PROVINCE: 6, Level.DISTRICT: 0, Level.COMMUNE: 14, Level.OUTSIDE: 0, Level.WHOLE: 0}
#: So many of the units have stopped altogether.
_FELL_SILENT = 0.04


@dataclass(frozen=True, slots=True)
class Course:
    """How an indicator goes in per cent, from the first round to the last, and what it counts."""

    first: int
    last: int
    counted: Mapping[Level, int]


_PEOPLE = {Level.DISTRICT: 150_000, Level.WHOLE: 1_400_000, Level.OUTSIDE: 400_000}
_HOMES = {Level.DISTRICT: 42_000, Level.WHOLE: 460_000}
_FILES = {Level.PROVINCE: 900, Level.DISTRICT: 2_400, Level.COMMUNE: 320}
_FEW = {Level.PROVINCE: 40, Level.DISTRICT: 60, Level.COMMUNE: 12, Level.WHOLE: 300}
_FIRMS = {Level.DISTRICT: 900, Level.WHOLE: 9_500, Level.OUTSIDE: 9_500}
#: Code of the indicator → its course. What is missing is counted (online.py) or has no figure yet.
COURSES = {
    "I.1": Course(74, 81, _PEOPLE),
    "I.2": Course(69, 78, _HOMES),
    "I.3": Course(98, 100, {Level.DISTRICT: 240, Level.WHOLE: 2_100}),
    "I.4": Course(88, 97, {Level.DISTRICT: 32, Level.WHOLE: 290}),
    "II.1": Course(58, 79, _FEW),
    "II.2": Course(34, 56, _FILES),
    "II.3": Course(40, 71, {Level.PROVINCE: 700}),
    "II.5": Course(8, 22, {Level.PROVINCE: 20}),
    "II.6": Course(91, 96, _FILES),
    "II.7": Course(72, 88, _FILES),
    "III.1": Course(12, 19, _FIRMS),
    "III.2": Course(83, 100, _FIRMS),
    "III.5": Course(6, 17, _PEOPLE),
    "III.6": Course(71, 84, _PEOPLE),
}


def invent_figures(programme: Programme, *, by: Account) -> int:
    """Every figure of the demonstration; how many. The same every time."""
    count = 0
    counted = Indicator.objects.current().filter(programme=programme, code__in=COURSES).prefetch_related("targets")
    for indicator in counted.in_document_order():
        count += enter_many(indicator, _lines(indicator, COURSES[indicator.code], by=by))
    _correct_one(programme, by=by)
    return count


def _lines(indicator: Indicator, course: Course, *, by: Account) -> Iterator[Line]:
    roster = Roster.on(naming_day(indicator.programme, ROUNDS[-1]))
    units = executing_units(people_of(indicator), kept_measure(indicator, roster), roster)
    for version in units:
        level, counted = level_of(version.kind), course.counted.get(level_of(version.kind))
        if counted is None:
            continue
        key = f"{indicator.code} {version.unit.key}"
        own, size = 18 * chance(key, "rate") - 9, max(round(counted * (0.6 + chance(key, "size"))), 4)
        for place, day in enumerate(ROUNDS):
            if _from_on(indicator, level) <= day and _speaks(version, level, day, key=key):
                share = course.first + (course.last - course.first) * (day - ROUNDS[0]) / (THIRD - ROUNDS[0]) + own
                yield _line(indicator, version, share, size=size + place * size // 30, day=day, by=by)


def _speaks(version: UnitVersion, level: Level, day: date, *, key: str) -> bool:
    """Some leave out a round; a few have said nothing since April; the third quarter's come with the reports."""
    if day == THIRD:
        return level in (Level.WHOLE, Level.OUTSIDE) or fate_of(version.unit.key, day).tells_figures
    fell_silent = day > ROUNDS[1] and level != Level.DISTRICT and chance(version.unit.key, "silent") < _FELL_SILENT
    return not fell_silent and 100 * chance(key, day) >= _SILENT[level]


def _line(indicator: Indicator, version: UnitVersion, share: float, *, size: int, day: date, by: Account) -> Line:
    level = level_of(version.kind)
    numerator = min(round(size * min(share, 100) / 100), size)
    given = Given(numerator=Decimal(max(numerator, 0)), denominator=Decimal(size))
    if indicator.exclusions and "quân sự" in indicator.exclusions and "quân sự" in version.name.lower():
        given = Given(not_applicable=True)
    cell = Cell(indicator, version.unit, _from_on(indicator, level), day)
    return Line(cell, given, Whence(by=by, note=NOTE, at=moment(day + timedelta(days=3), version.unit_id)))


def _from_on(indicator: Indicator, level: Level) -> date:
    """The programme's first day, or the day from which the level is counted."""
    days = [target.from_on for target in indicator.targets.all() if target.from_on and target.level == level]
    return min(days, default=indicator.programme.starts_on)


def _correct_one(programme: Programme, *, by: Account) -> None:
    """A district found that it had counted a commune twice."""
    value = Value.objects.known_at().filter(indicator__programme=programme, indicator__code="I.1", to_on=THIRD)
    wrong = value.select_related("indicator__programme", "unit").order_by("pk").first()
    if wrong and wrong.numerator:
        given = Given(numerator=wrong.numerator - 1_250, denominator=wrong.denominator)
        note = f"Cộng trùng số của một xã. {NOTE}"
        correct(wrong, given, Whence(by=by, note=note, at=moment(ROUNDS[-1] + timedelta(days=9), 0)))
