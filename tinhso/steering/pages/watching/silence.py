"""Im lặng: units that have open work to lead and have said nothing of it for too long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, OuterRef, Subquery
from django.urls import reverse

from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.models import Value
from tinhso.steering.following.models import Deed
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.tallies import Figure
from tinhso.steering.pages.task_filter import tasks_of
from tinhso.steering.pages.watching.looking import end_of
from tinhso.steering.programmes.counts import UnitCount, by_unit
from tinhso.steering.programmes.states import TaskState

_OPEN = (TaskState.OPEN_OVERDUE, TaskState.OPEN_IN_TIME, TaskState.OPEN_UNDATED)


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
    words, quiet = _last_words(about), end_of(about) - timedelta(days=about.programme.silence_days)
    found = [
        Silent(about, each, roster.called(each.unit), last)
        for each in counts
        if sum(each.states[state] for state in _OPEN)
        for last in [_last_word(each.unit.unit_id, words, roster)]
        if last is None or last < quiet
    ]
    # The counts come in the order of the Vietnamese alphabet, which stays within what is equal here.
    return sorted(found, key=lambda each: (not each.named, -each.late, -each.counted.total))


def _last_words(about: Asked) -> dict[int, datetime]:
    """Unit → when anybody last recorded anything for it by the day looked at."""
    until = end_of(about)
    deeds = Deed.objects.in_programme(about.programme).filter(unit__isnull=False, recorded_at__lte=until)
    words = dict(deeds.order_by().values_list("unit").annotate(last=Max("recorded_at")))
    for unit, last in _last_figures(about, until):
        words[unit] = max(last, words.get(unit, last))
    return words


def _last_figures(about: Asked, until: datetime) -> Iterable[tuple[int, datetime]]:
    """The newest figure of each unit, found by the index for each: there are hundreds of units, and hundreds of
    thousands of figures."""
    own = Value.objects.of_programme(about.programme).filter(unit=OuterRef("pk"), recorded_at__lte=until)
    newest = Subquery(own.order_by("-recorded_at").values("recorded_at")[:1])
    return Unit.objects.order_by().annotate(last=newest).filter(last__isnull=False).values_list("pk", "last")


def _last_word(unit: int, words: dict[int, datetime], roster: Roster) -> datetime | None:
    """What a unit said, or one that it follows."""
    said = [words[span.origin] for span in roster.answering.spans_of(unit) if span.origin in words]
    return max(said, default=None)
