"""The figure that each unit gave last, for many indicators at once; who has given none, and of whom none is due."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from tinhso.kernel.organisations.edition import edition
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.keeping import Kept
from tinhso.steering.figures.executing import executing_units, naming_day
from tinhso.steering.figures.levels import level_of
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.said import said_last
from tinhso.steering.figures.stamps import stamps_of
from tinhso.steering.figures.unit_figure import OfUnits, Said, UnitFigure
from tinhso.steering.programmes.edition import PROGRAMMES
from tinhso.steering.programmes.models import Indicator, Programme, Target

#: So many indicators are kept with the figures of their units: some days of some programmes.
MOST = 500


_kept: Kept[tuple[int, date], OfUnits] = Kept(MOST)


def figures_of_units(
    programme: Programme, indicators: Iterable[Indicator], *, day: date, known_at: datetime | None = None
) -> dict[int, OfUnits]:
    """Indicator → the units charged with it on the day and what each said last; a constant number of queries.

    The indicators come with targets and assignments (``listed_indicators``). Kept while nothing changes.
    """
    found = {each.pk: each for each in indicators}
    if known_at is not None:
        return _read(programme, found.values(), day=day, known_at=known_at)
    stamps, present = stamps_of(programme), edition(PROGRAMMES)
    labels = {(key, day): (stamps[key], present) for key in found if key in stamps}

    def read(stale: Collection[tuple[int, date]]) -> dict[tuple[int, date], OfUnits]:
        wanted = [found[key] for key, _day in stale]
        fresh = _read(programme, wanted, day=day, known_at=None)
        return {(key, day): answer for key, answer in fresh.items()}

    return {key: answer for (key, _day), answer in _kept.many(labels, read).items()}


def waiting_levels(targets: Iterable[Target], day: date) -> frozenset[str]:
    """The levels of which nothing is counted before a later day."""
    leveled = [target for target in targets if target.level]
    begun = {target.level for target in leveled if target.from_on is None or target.from_on <= day}
    return frozenset(target.level for target in leveled) - begun


def _read(
    programme: Programme, indicators: Collection[Indicator], *, day: date, known_at: datetime | None
) -> dict[int, OfUnits]:
    roster = Roster.on(naming_day(programme, day))
    measures = measures_of(indicators, roster)
    said = said_last(measures, day=day, known_at=known_at)
    return {each.pk: _of_units(each, measures[each.pk], roster, said=said[each.pk], day=day) for each in indicators}


def _of_units(
    indicator: Indicator, measure: Measure, roster: Roster, *, said: Mapping[int, Said], day: date
) -> OfUnits:
    targets = list(indicator.targets.all())
    waiting = waiting_levels(targets, day)
    units = [
        UnitFigure(version, said.get(version.unit_id), begun=level_of(version.kind) not in waiting)
        for version in executing_units(indicator.assignments.all(), measure, roster)
    ]
    return OfUnits(measure, targets, units)
