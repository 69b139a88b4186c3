"""To whom an item belongs on a day: open work to who answers then, finished work to who answered when it was done."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.models import Assignment
from tinhso.steering.programmes.models.assignments import AssignmentQuerySet

Days = tuple[date, date | None]
"""From a day until the day before another (None: still)."""


def of_unit(unit: int, roster: Roster, role: str = "") -> AssignmentQuerySet:
    """The assignments that are the unit's on the roster's day: given to itself, to its posts, to those it follows, to
    groups that mean it. What was finished before it took over is not among them; what it finished itself still is."""
    roles = (role,) if role else ()
    groups = [group.pk for group in roster.groups_with(unit)]
    return Assignment.objects.current().in_roles(*roles).filter(_followed(unit, roster) | Q(group__in=groups))


def _followed(unit: int, roster: Roster) -> Q:
    origins: dict[Days, set[int]] = defaultdict(set)
    for span in roster.answering.spans_of(unit):
        if span.since <= roster.day:
            origins[span.since, span.until].add(span.origin)
    wanted = Q(pk__in=())
    for days, units in origins.items():
        wanted |= (Q(unit__in=units) | Q(post__unit__in=units)) & _worked_in(days, roster.day)
    return wanted


def _worked_in(days: Days, day: date) -> Q:
    """The condition "open on the day, which lies in these days, or finished in them"."""
    since, until = days
    begun = Q() if since == date.min else Q(task__completed_on__gte=since)
    if until is not None and until <= day:
        return begun & Q(task__completed_on__lt=until)
    return Q() if since == date.min else begun | Q(task__completed_on__isnull=True)
