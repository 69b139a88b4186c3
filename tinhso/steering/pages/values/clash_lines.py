"""Cells for which two sources say something, as their page tells them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.clashes import Clash, clashes_of
from tinhso.steering.figures.executing import Reporter, ids
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.following.naming import names_of_time
from tinhso.steering.pages.asked import Asked
from tinhso.steering.programmes.fetching import indicators_by_key
from tinhso.steering.programmes.models import Indicator


@dataclass(frozen=True, slots=True)
class ClashLine:
    """One cell as the page tells it; ``note`` is what was typed and not yet taken."""

    clash: Clash
    indicator: Indicator
    measure: Measure
    unit: str
    may_decide: bool
    note: str

    @property
    def place(self) -> str:
        """The anchor of the line."""
        return f"o-{self.clash.indicator}-{self.clash.unit}"


def clash_lines(about: Asked, typed: Mapping[str, str]) -> Sequence[ClashLine]:
    found, roster = clashes_of(about.programme), Roster.on(about.naming_day)
    indicators = indicators_by_key({each.indicator for each in found})
    measures = measures_of(indicators.values(), roster)
    names = names_of_time([(each.unit, each.to_on) for each in found])
    reporter = Reporter.of(about.account)
    enterable = {
        key: ids(reporter.may_enter(each.assignments.all(), measures[key], roster)) for key, each in indicators.items()
    }
    note, chosen = typed.get("note", ""), typed.get("giu", "")
    return [
        ClashLine(
            each,
            indicators[each.indicator],
            measures[each.indicator],
            unit=names[each.unit, each.to_on],
            may_decide=each.unit in enterable[each.indicator] and about.programme.is_running,
            note=note if chosen in {str(value.pk) for value in each.values} else "",
        )
        for each in found
    ]
