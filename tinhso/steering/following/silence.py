"""Im lặng: units that have open work to lead and have said nothing of it for too long."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import NamedTuple

from django.db.models import Max, OuterRef, Subquery
from django.utils import timezone

from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.models import Value
from tinhso.steering.following.models import Deed
from tinhso.steering.programmes.counts import UnitCount
from tinhso.steering.programmes.models import Programme
from tinhso.steering.programmes.states import TaskState

_OPEN = (TaskState.OPEN_OVERDUE, TaskState.OPEN_IN_TIME, TaskState.OPEN_UNDATED)


class Quiet(NamedTuple):
    """One silent unit: how the tasks stand that it leads, and its last word (None: never a word)."""

    counted: UnitCount
    last_word: datetime | None


def end_of(day: date) -> datetime:
    """The last moment of a day."""
    return timezone.make_aware(datetime.combine(day, time.max))


def quiet_units(programme: Programme, counted: Iterable[UnitCount], roster: Roster, *, day: date) -> list[Quiet]:
    """The silent, those named themselves first, the most overdue first; two queries beside the counts."""
    # The first days of the calendar have too few before them.
    since = date.fromordinal(max(day.toordinal() - programme.silence_days, date.min.toordinal()))
    words, quiet = _last_words(programme, end_of(day)), end_of(since)
    found = [
        Quiet(each, last)
        for each in counted
        if sum(each.states[state] for state in _OPEN)
        for last in [_last_word(each.unit.unit_id, words, roster)]
        if last is None or last < quiet
    ]
    # The counts come in the order of the Vietnamese alphabet, which stays within what is equal here.
    return sorted(found, key=_worst_first)


def _worst_first(each: Quiet) -> tuple[bool, int, int]:
    counted = each.counted
    return counted.own == 0, -counted.states[TaskState.OPEN_OVERDUE], -counted.total


def _last_words(programme: Programme, until: datetime) -> dict[int, datetime]:
    """Unit → when anybody last recorded anything for it by the day looked at."""
    deeds = Deed.objects.in_programme(programme).filter(unit__isnull=False, recorded_at__lte=until)
    words = dict(deeds.order_by().values_list("unit").annotate(last=Max("recorded_at")))
    for unit, last in _last_figures(programme, until):
        words[unit] = max(last, words.get(unit, last))
    return words


def _last_figures(programme: Programme, until: datetime) -> Iterable[tuple[int, datetime]]:
    """The newest figure of each unit, found by the index for each: there are hundreds of units, and hundreds of
    thousands of figures."""
    own = Value.objects.of_programme(programme).filter(unit=OuterRef("pk"), recorded_at__lte=until)
    newest = Subquery(own.order_by("-recorded_at").values("recorded_at")[:1])
    return Unit.objects.order_by().annotate(last=newest).filter(last__isnull=False).values_list("pk", "last")


def _last_word(unit: int, words: dict[int, datetime], roster: Roster) -> datetime | None:
    """What a unit said, or one that it follows."""
    said = [words[span.origin] for span in roster.answering.spans_of(unit) if span.origin in words]
    return max(said, default=None)
