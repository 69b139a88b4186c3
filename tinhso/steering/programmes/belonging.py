"""To whom an item belongs on a day: open work to who answers then, finished work to who answered when it was done."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, Q, When
from django.db.models.functions import Coalesce

from tinhso.kernel.organisations.answering import Span
from tinhso.kernel.organisations.memberships import Membership
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.models import Assignment
from tinhso.steering.programmes.models.assignments import AssignmentQuerySet

Days = tuple[date, date | None]
"""From a day until the day before another (None: still)."""


def of_unit(unit: int, roster: Roster, role: str = "") -> AssignmentQuerySet:
    """The assignments that are the unit's on the roster's day: given to itself, to its posts, to those it follows, to
    groups that mean it. What was finished before it took over is not among them; what it finished itself still is."""
    followed, meant = defaultdict(set), defaultdict(set)
    for span in roster.answering.spans_of(unit):
        followed[span.since, span.until].add(span.origin)
    for each in roster.memberships.of_unit.get(unit, ()):
        meant[each.since, each.until].add(each.group)
    wanted = Q(pk__in=())
    for days, units in followed.items():
        wanted |= _given_to(units, roster.day) & _worked_in(days, roster.day)
    for days, groups in meant.items():
        wanted |= Q(group__in=groups) & _worked_in(days, roster.day)
    return Assignment.objects.current().in_roles(*((role,) if role else ())).filter(wanted)


def given_on(day: date) -> Case:
    """The unit to which an assignment is given, for ``annotate``: handed over by then (not after its task was done),
    named, or of the post named; NULL for a group."""
    return Case(When(_handed(day), then=F("handed_to")), default=Coalesce(F("unit"), F("post__unit")))


@dataclass(frozen=True, slots=True)
class Held:
    """A task with whom it was given to, and who has it on the roster's day."""

    task: int
    body: int | None
    group: int | None
    wording: str
    holders: tuple[Span | Membership, ...]


def tasks_held(assignments: AssignmentQuerySet, roster: Roster) -> Iterable[Held]:
    """The tasks of assignments with their holders; one query. An unsure wording has no body, no group, no holder."""
    rows = assignments.filter(task__isnull=False).annotate(body=given_on(roster.day))
    for task, body, group, wording, done_on in rows.values_list(
        "task", "body", "group", "wording", "task__completed_on"
    ):
        day = min(done_on or roster.day, roster.day)
        yield Held(task or 0, body, group, wording, tuple(_holders(body, group, day=day, roster=roster)))


def _holders(body: int | None, group: int | None, *, day: date, roster: Roster) -> list[Span] | list[Membership]:
    if body is not None:
        return roster.answering.answerers(body, day)
    return roster.memberships.units(group, day) if group is not None else []


def _handed(day: date) -> Q:
    before_it_was_done = Q(task__completed_on__isnull=True) | Q(task__completed_on__gte=F("handed_on"))
    return Q(handed_on__isnull=False, handed_on__lte=day) & before_it_was_done


def _given_to(units: Collection[int], day: date) -> Q:
    kept = Q(handed_on__isnull=True) | Q(handed_on__gt=day) | Q(task__completed_on__lt=F("handed_on"))
    named = Q(unit__in=units) | Q(post__unit__in=units)
    return (named & kept) | (Q(handed_to__in=units) & _handed(day))


def _worked_in(days: Days, day: date) -> Q:
    """The condition "open on the day, which lies in these days, or finished in them"."""
    since, until = days
    if since > day:
        return Q(pk__in=())
    begun = Q() if since == date.min else Q(task__completed_on__gte=since)
    if until is not None and until <= day:
        return begun & Q(task__completed_on__lt=until)
    return Q() if since == date.min else begun | Q(task__completed_on__isnull=True)
