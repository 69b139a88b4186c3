"""What a person is to a task today: of the lead, of a unit that helps, of those who watch it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.models import Notice, UnitRequest
from tinhso.steering.following.reach import followed, reach
from tinhso.steering.following.refusals import NotYourTask
from tinhso.steering.programmes.fetching import fetched_with
from tinhso.steering.programmes.models import Assignment, Programme, Task
from tinhso.steering.programmes.models.assignments import AssignmentQuerySet

Units = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The units of the task through which the person has a part in it; all empty for somebody who only reads.

    ``judges`` are the units through which the person watches the task and decides on more time, ``confirms`` those
    through which he confirms that it is done, as the programme's settings say. ``decides`` is the chair's right.
    ``stands_in`` is true for an officer of who watches the task, or of the coordinating unit, where the lead has nobody
    here (a bank, a telecom).
    """

    leads: Units
    heads: Units
    helps: Units
    asked: Units
    judges: Units
    confirms: Units
    stands_in: bool
    decides: bool
    mentioned: bool

    @property
    def works(self) -> Units:
        """Units through which the person may report: as lead, as helper, as asked by the lead."""
        return self.leads | self.helps | self.asked

    @property
    def speaks(self) -> bool:
        """Whether the person may take part in the discussion."""
        return bool(self.works or self.heads or self.judges or self.decides or self.mentioned)


def part_in(task: Task, account: Account, day: date) -> Part:
    """A constant number of queries."""
    named = units_entitled(task, day)
    reports = reach(account, Verb.REPORT, day)
    leads, stands_in = reports & named[Assignment.Role.LEAD], False
    watching = _watching(task, named)
    if not leads and reports & watching and not served_among(named[Assignment.Role.LEAD], day):
        leads, stands_in = reports & watching, True
    heads = reach(account, Verb.APPROVE_REPORT, day) & named[Assignment.Role.LEAD]
    judges = reach(account, Verb.CONFIRM, day) & watching
    asked = frozenset(UnitRequest.objects.filter(task=task).order_by().values_list("asked", flat=True))
    return Part(
        leads=leads,
        heads=heads,
        helps=reports & named[Assignment.Role.COOPERATOR],
        asked=reports & asked,
        judges=judges,
        confirms=(heads if _head_confirms(task) else judges) & _confirming(task, named),
        stands_in=stands_in,
        decides=standing(account, day).may(Verb.DECIDE),
        mentioned=Notice.objects.filter(task=task, account=account, kind=Notice.Kind.MENTION).exists(),
    )


def units_named(task: Task, day: date) -> dict[str, Units]:
    """Role → the units that the task's assignments mean on the day: themselves, of their posts, of their groups."""
    current = Roster.on(day).memberships
    return _named(_certain(task), day, lambda group: {each.unit for each in current.units(group, day)})


def units_entitled(task: Task, day: date) -> dict[str, Units]:
    """As ``units_named``, with the former members of groups that have ended: who may still act for such a unit is told
    by the days of his role there."""
    return _named(_certain(task), day, _members_ever(day))


def leads_entitled(tasks: Collection[int], day: date) -> dict[int, Units]:
    """Task → its leads as ``units_entitled`` has them, for several tasks; one query."""
    rows: dict[int, list[Assignment]] = defaultdict(list)
    for row in _rows().filter(task__in=tasks, role=Assignment.Role.LEAD):
        rows[row.task_id or 0].append(row)
    members = _members_ever(day)
    return {task: _named(own, day, members)[Assignment.Role.LEAD] for task, own in rows.items()}


def _members_ever(day: date) -> Callable[[int], set[int]]:
    roster = Roster.on(day)

    def members(group: int) -> set[int]:
        ever = roster.memberships.of_group.get(group, ())
        return {each.unit for each in ever if each.holds_on(day) or each.unit not in roster.units}

    return members


def _named(rows: Iterable[Assignment], day: date, members: Callable[[int], set[int]]) -> dict[str, Units]:
    meant: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if unit := row.body_on(day):
            meant[row.role].add(unit)
        elif row.group_id:
            meant[row.role] |= members(row.group_id)
    return defaultdict(frozenset, {role: frozenset(units) for role, units in meant.items()})


def _certain(task: Task) -> Iterable[Assignment]:
    """Those that came with a task fetched whole, else one query."""
    if fetched_with(task, "assignments"):
        return (row for row in task.assignments.all() if row.certainty == Assignment.Certainty.CERTAIN)
    return _rows().filter(task=task)


def _rows() -> AssignmentQuerySet:
    """Those of which it is certain whom they mean; of each only that, its task and its role."""
    found = Assignment.objects.current().filter(certainty=Assignment.Certainty.CERTAIN)
    columns = ("task", "role", "unit", "group", "handed_to", "handed_on", "post__unit")
    return found.order_by().select_related("post").only(*columns)


def confirming_units(task: Task, day: date) -> Units:
    """The units whose people confirm that the task is done."""
    return _confirming(task, units_named(task, day)) - {0}


def watching_units(task: Task, day: date) -> Units:
    """The units whose people watch the task, the coordinating one among them."""
    return _watching(task, units_named(task, day))


def served_among(units: Units, day: date) -> Units:
    """Those of the units for which somebody here reports, or for a unit that follows them; one query."""
    held = RoleAssignment.objects.granting(Verb.REPORT).valid_on(day).filter(account__is_active=True)
    present = held.exclude(unit=None).values_list("unit", flat=True).distinct()
    return units & followed(list(present), Roster.on(day))


def refuse_outsider(units: object, *, what: str, whose: str) -> None:
    """Raises NotYourTask when the person has no such part: no units through which, no right."""
    if not units:
        raise NotYourTask(what=what, whose=whose)


def _watching(task: Task, named: dict[str, Units]) -> Units:
    coordinating = task.programme.coordinating_unit_id
    return named[Assignment.Role.WATCHER] | (frozenset({coordinating}) if coordinating else frozenset())


def _confirming(task: Task, named: dict[str, Units]) -> Units:
    """As the programme's settings say; a task that nobody watches is the coordinating unit's."""
    confirmer, watchers = task.programme.confirmer, named[Assignment.Role.WATCHER]
    if _head_confirms(task):
        return named[Assignment.Role.LEAD]
    by_coordinator = confirmer == Programme.Confirmer.COORDINATOR or not watchers
    return frozenset({task.programme.coordinating_unit_id or 0}) if by_coordinator else watchers


def _head_confirms(task: Task) -> bool:
    return task.programme.confirmer == Programme.Confirmer.HEAD
