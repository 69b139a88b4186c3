"""The open tasks that a person's units lead, by when they are due, and how much each of their people has to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.models import PersonalWork, ProgressEntry
from tinhso.steering.following.serving import serving
from tinhso.steering.following.waiting import Desk, Led

#: How far ahead "sắp đến hạn" looks.
SOON = timedelta(days=30)


class Due(StrEnum):
    """When a task is due, in the order in which it is told."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"
    STANDING = "standing"


@dataclass(slots=True)
class Load:
    """What one person has on his desk; ``gone`` is his work where he no longer serves here."""

    person: Account
    open: int = 0
    overdue: int = 0
    gone: list[PersonalWork] = field(default_factory=list)


def led_by_due(desk: Desk) -> Mapping[Due, list[int]]:
    """The keys of the open tasks of the person's units, by when they are due, each list in its order."""
    parts: dict[Due, list[int]] = {due: [] for due in Due}
    for each in sorted(desk.led, key=_by_date):
        if each.completed_on is None or each.completed_on > desk.day:
            parts[_due(each, desk.day)].append(each.task)
    return parts


def last_entries(tasks: Iterable[int]) -> dict[int, ProgressEntry]:
    """Task → what was last said of it: of an entry only what, and of which day."""
    wanted = list(tasks)
    if not wanted:
        return {}
    entries = ProgressEntry.objects.in_force().filter(task__in=wanted).order_by("day", "pk").only("task", "day", "said")
    return {entry.task_id: entry for entry in entries}


def loads(team: Iterable[PersonalWork], day: date) -> list[Load]:
    """Who of the unit has how much; the work of those who have left stands by itself."""
    given = list(team)
    found, staying = dict[int, Load](), serving({work.person_id for work in given}, day)
    for work in given:
        load = found.setdefault(work.person_id, Load(work.person))
        load.open += 1
        load.overdue += bool(work.due_on and work.due_on < day)
        if work.person_id not in staying:
            load.gone.append(work)
    return sorted(found.values(), key=lambda load: (-len(load.gone), -load.overdue, -load.open))


def _due(each: Led, day: date) -> Due:
    if each.standing:
        return Due.STANDING
    if each.due_on is None:
        return Due.UNDATED
    if each.due_on < day:
        return Due.OVERDUE
    return Due.SOON if each.due_on <= day + SOON else Due.LATER


def _by_date(each: Led) -> tuple[bool, date, int, int]:
    return each.due_on is None, each.due_on or date.max, each.position, each.task
