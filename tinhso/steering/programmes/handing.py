"""Work of which a person should decide who goes on with it after a reorganisation, and what was decided."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tinhso.kernel.organisations.answering import Mark
from tinhso.kernel.organisations.models import Succession
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.text import fold
from tinhso.steering.programmes.models import Assignment, Programme

_HANDED = (Assignment.Role.LEAD, Assignment.Role.COOPERATOR, Assignment.Role.WATCHER)
_GIVEN = (Succession.Manner.TRANSFER, Succession.Manner.SPLIT)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An assignment with who has it on the day, why a person is asked, and the unit proposed, if one is.

    ``function`` is that which a unit gave away and whose words the item contains: a proposal of the machine.
    """

    assignment: Assignment
    holders: tuple[int, ...]
    mark: Mark
    proposed: int | None = None
    function: str = ""


@dataclass(frozen=True, slots=True)
class _Given:
    """A function that went to another unit, as the phrases by which work is found."""

    taker: int
    function: str
    phrases: tuple[str, ...]


def waiting(programme: Programme, roster: Roster) -> list[Waiting]:
    """Open work to be decided, in the order of the plan; two queries beside the roster's."""
    given = _given(programme.starts_on, roster)
    return [found for each in _open(programme, roster.day) if (found := _asked(each, given, roster)) is not None]


def handed(programme: Programme) -> list[Assignment]:
    """What is handed over now, with the decisions; two queries."""
    rows = Assignment.objects.current().filter(programme=programme, handed_to__isnull=False)
    listed = rows.select_related("task", "indicator", "handed_to").prefetch_related("handovers__decided_by")
    return list(listed.order_by("position", "pk"))


def _open(programme: Programme, day: date) -> Iterator[Assignment]:
    undone = Q(task__isnull=True) | Q(task__completed_on__isnull=True) | Q(task__completed_on__gt=day)
    named = Q(unit__isnull=False) | Q(post__isnull=False)
    rows = Assignment.objects.current().in_roles(*_HANDED).filter(undone, named, programme=programme, duty=None)
    yield from rows.select_related("task", "indicator", "post").order_by("position", "pk")


def _asked(assignment: Assignment, given: dict[int, list[_Given]], roster: Roster) -> Waiting | None:
    body = assignment.body_on(roster.day)
    spans = roster.answering.answerers(body, roster.day) if body else []
    mark = next((span.mark for span in spans if span.mark), Mark.NONE)
    holders = tuple(span.unit for span in spans)
    if assignment.handed_to_id is None:
        chain = {span.unit for span in roster.answering.spans_after(body or 0, date.min)}
        for each in (one for unit in chain for one in given.get(unit, ())):
            if any(phrase in _words(assignment) for phrase in each.phrases):
                return Waiting(assignment, holders, mark, each.taker, each.function)
    return Waiting(assignment, holders, mark) if mark else None


def _words(assignment: Assignment) -> str:
    item = assignment.task or assignment.indicator
    return fold(item.text) if item else ""


def _given(since: date, roster: Roster) -> dict[int, list[_Given]]:
    rows = Succession.objects.filter(manner__in=_GIVEN, successor__isnull=False).exclude(function="")
    days = rows.filter(reorganisation__effective_on__gt=since, reorganisation__effective_on__lte=roster.day)
    found: dict[int, list[_Given]] = defaultdict(list)
    for link in days:
        takers = roster.answering.answerers(link.successor_id or 0, roster.day)
        if len(takers) == 1:
            phrases = tuple(fold(part.strip()) for part in link.function.split(",") if part.strip())
            found[link.predecessor_id].append(_Given(takers[0].unit, link.function, phrases))
    return found
