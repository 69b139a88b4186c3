"""Im lặng: the silent units as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.silence import quiet_units
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.tallies import Figure
from tinhso.steering.pages.task_filter import tasks_of
from tinhso.steering.programmes.counts import UnitCount, by_unit
from tinhso.steering.programmes.states import TaskState


@dataclass(frozen=True, slots=True)
class Silent:
    """One silent unit: what it leads, how much of it is late, and its last word (None: never a word).

    Its addresses are made when it is shown: the board shows the first few of hundreds.
    """

    about: Asked
    counted: UnitCount
    name: str
    last_word: datetime | None

    @property
    def address(self) -> str:
        """The unit's own page."""
        return reverse("units:unit", args=(self.counted.unit.unit.key,))

    @property
    def tasks(self) -> Figure:
        """Everything it leads."""
        return Figure(self.counted.total, self._link())

    @property
    def overdue(self) -> Figure:
        """What of it is late."""
        return Figure(self.late, self._link(tinh_trang=TaskState.OPEN_OVERDUE.value))

    @property
    def late(self) -> int:
        """How much of it is late."""
        return self.counted.states[TaskState.OPEN_OVERDUE]

    @property
    def named(self) -> bool:
        """Whether the plan names the unit itself, not only a group of units."""
        return self.counted.own > 0

    def _link(self, **further: str) -> str:
        unit, day = f"u{self.counted.unit.unit_id}", self.about.day.isoformat()
        return self.about.link("tasks", don_vi=unit, vai_tro="lead", ngay=day, **further)


def silent_units(about: Asked, roster: Roster, counted: Iterable[UnitCount] | None = None) -> list[Silent]:
    """The silent, those named themselves first, the most overdue first; two queries beside the counts."""
    counts = by_unit(tasks_of(about), about.day, roster) if counted is None else counted
    found = quiet_units(about.programme, counts, roster, day=about.day)
    return [Silent(about, each.counted, roster.called(each.counted.unit), each.last_word) for each in found]
