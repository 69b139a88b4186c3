"""The indicators of a programme at a round's cut-off, in the round before, a year before, by level and by unit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.executing import level_place, naming_day
from tinhso.steering.figures.levels import Level, level_of
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.said import said_last
from tinhso.steering.figures.totals import Series, totals
from tinhso.steering.figures.unit_figure import Said, UnitFigure
from tinhso.steering.figures.unit_figures import figures_of_units
from tinhso.steering.figures.verdicts import Standing, Verdict, standing_of, verdict_of_all, whole
from tinhso.steering.programmes.fetching import indicators_by_key
from tinhso.steering.programmes.models import Indicator, Programme


@dataclass(frozen=True, slots=True)
class Days:
    """The days of which figures are told: the cut-off, or today before it; the cut-off of the round before of the kind;
    a year before; ``ends_on`` is the programme's last."""

    now: date
    before: date | None
    year_ago: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Course:
    """What a series came to on each of the days."""

    now: Amount
    before: Amount
    year_ago: Amount


@dataclass(frozen=True, slots=True)
class TargetFact:
    """A target with how it stands and its figures."""

    standing: Standing
    course: Course


@dataclass(frozen=True, slots=True)
class IndicatorFact:
    """An indicator with its figures. ``levels`` are told where several make up the whole; ``units`` are those that
    give figures, and those that have ended and whose figures still count."""

    indicator: Indicator
    measure: Measure
    whole: Course
    targets: Sequence[TargetFact]
    levels: Mapping[Level, Course]
    units: Sequence[UnitFigure]

    @property
    def verdict(self) -> Verdict:
        """How it stands: as the worst of its targets."""
        return verdict_of_all(each.standing.verdict for each in self.targets)


def measured(programme: Programme, days: Days) -> list[IndicatorFact]:
    """The indicators in the order of the plan, as known now; a constant number of queries."""
    keys = Indicator.objects.filter(programme=programme).current().in_document_order().values_list("pk", flat=True)
    indicators = list(indicators_by_key(keys).values())
    roster = Roster.on(naming_day(programme, days.now))
    measures, found = measures_of(indicators, roster), totals(programme, days.now)
    units = _units(programme, indicators, measures, day=days.now)
    return [
        _fact(each, measures[each.pk], found.get(each.pk, {}), days=days, units=units[each.pk]) for each in indicators
    ]


def _fact(
    indicator: Indicator, measure: Measure, levels: dict[str, Series], *, days: Days, units: Sequence[UnitFigure]
) -> IndicatorFact:
    standings = [
        standing_of(each, levels, measure, day=days.now, ends_on=days.ends_on) for each in indicator.targets.all()
    ]
    parts = [Level(each) for each in measure.reporting]
    return IndicatorFact(
        indicator,
        measure,
        whole=_course(whole(levels, measure), days),
        targets=[TargetFact(each, _course(each.series, days)) for each in standings],
        levels={level: _course(levels.get(level, Series()), days) for level in parts} if len(parts) > 1 else {},
        units=units,
    )


def _course(series: Series, days: Days) -> Course:
    return Course(series.on(days.now), series.on(days.before) if days.before else Amount(), series.on(days.year_ago))


def _units(
    programme: Programme, indicators: Sequence[Indicator], measures: Mapping[int, Measure], *, day: date
) -> dict[int, list[UnitFigure]]:
    """Indicator → who gives its figures and who gave one that still counts, by level and name."""
    named = figures_of_units(programme, indicators, day=day)
    said = said_last(measures, day=day, known_at=None)
    listed = {key: list(found.units) for key, found in named.items()}
    gone = {key: _others(listed[key], said[key]) for key in listed}
    versions = Roster.on(day).versions_of({unit for units in gone.values() for unit in units})
    for key, units in gone.items():
        levels = frozenset(measures[key].reporting)
        listed[key] += [
            UnitFigure(versions[unit], said[key][unit], begun=True)
            for unit in units
            if unit in versions and level_of(versions[unit].kind) in levels
        ]
        listed[key].sort(key=lambda each: (level_place(each.version), each.version.sort_key))
    return listed


def _others(listed: Iterable[UnitFigure], said: Mapping[int, Said]) -> list[int]:
    there = {each.version.unit_id for each in listed}
    return [unit for unit in said if unit not in there]
