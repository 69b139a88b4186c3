"""Who gives an indicator's figures on a day, by the keys that a file says, worked out once for each state of the
organisations."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.edges import days_of_change
from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.executing import Reporter, executing_units, ids, naming_day
from tinhso.steering.figures.levels import level_of
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.refusals import NoSuchReporter
from tinhso.steering.figures.taking import refuse_taken
from tinhso.steering.programmes.fetching import listed_indicators
from tinhso.steering.programmes.models import Indicator, Programme

#: A unit's row and its level.
Place = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where figures of one indicator are given on days of one state: unit's key → its place, or why not."""

    indicator: Indicator
    measure: Measure
    units: Mapping[str, Place]
    barred: frozenset[str]


class Desks:
    """Desks of a programme for one person, each worked out when a line first asks for it."""

    def __init__(self, programme: Programme, *, by: Account | None) -> None:
        found = listed_indicators(Indicator.objects.current().filter(programme=programme))
        self._indicators = {each.code: each for each in found}
        self._programme, self._reporter = programme, Reporter.of(by) if by else None
        self._edges = days_of_change()
        self._keys = set(Unit.objects.values_list("key", flat=True))
        self._rosters: dict[date, Roster] = {}
        self._measures: dict[int, Measure] = {}
        self._made: dict[tuple[str, date], Desk] = {}
        self._known: dict[tuple[str, date], Desk] = {}

    def desk(self, code: str, day: date) -> Desk:
        """Raises a refusal that says which indicator there is not."""
        found = self._known.get((code, day))
        if found is None:
            since = self._since(naming_day(self._programme, day))
            found = self._made.get((code, since)) or self._desk(code, since)
            self._made[code, since] = self._known[code, day] = found
        return found

    def refusal(self, desk: Desk, key: str, day: date) -> TinhsoError | str:
        """Why the unit of this key gives no figure there."""
        if key in desk.barred:
            return NotAllowed(what="nhập số liệu của đơn vị này")
        if key in self._keys:
            return NoSuchReporter(day=write_date(naming_day(self._programme, day)))
        return f"không có đơn vị mã “{key}”."

    def _since(self, day: date) -> date:
        """The first day from which on the organisations were as on this day."""
        place = bisect_right(self._edges, day)
        return self._edges[place - 1] if place else day

    def _desk(self, code: str, day: date) -> Desk:
        indicator = self._indicators.get(code)
        if indicator is None:
            raise NoSuchLine(f"không có chỉ tiêu mã “{code}”.")
        roster = self._rosters.get(day) or Roster.on(day)
        self._rosters[day] = roster
        measure = self._measures.get(indicator.pk) or measures_of([indicator], roster)[indicator.pk]
        self._measures[indicator.pk] = measure
        refuse_taken(measure)
        people = list(indicator.assignments.all())
        units = executing_units(people, measure, roster)
        allowed = ids(self._reporter.may_enter(people, measure, roster)) if self._reporter else ids(units)
        places = {each.unit.key: (each.unit_id, str(level_of(each.kind))) for each in units if each.unit_id in allowed}
        return Desk(indicator, measure, places, frozenset(each.unit.key for each in units) - places.keys())


class NoSuchLine(ValueError):
    """What a line names does not exist."""
