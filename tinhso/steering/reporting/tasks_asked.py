"""Which unit reports on which task: who leads it, and for a lead outside the administration who stands in."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.belonging import Held, tasks_held
from tinhso.steering.programmes.models import Assignment, Task

TasksOfUnits = Mapping[int, Mapping[int, str]]
"""Unit → its tasks in the plan's order → the bodies in whose place it speaks, "" where the task is its own."""


@dataclass(slots=True)
class _Leads:
    """The leads of a task: units that report themselves, and the words for those that have nobody here."""

    units: list[int] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TasksAsked:
    """Finds who is asked on the roster's day; ``speaks`` tells the units that report themselves."""

    roster: Roster
    speaks: Callable[[UnitVersion], bool]

    def by_unit(self, programmes: Collection[int], first_day: date) -> TasksOfUnits:
        """The tasks of the programmes; not what was done before ``first_day``.

        A task that only bodies outside lead, none of which has somebody here, is reported by who watches it, else by
        the first that helps, else by the department in charge. Four queries at most.
        """
        leads = self._leads(programmes, first_day)
        alone = [task for task, led in leads.items() if led.silent and not led.units]
        standing_in = self._standing_in(alone) if alone else {}
        found: dict[int, dict[int, str]] = defaultdict(dict)
        for task, led in leads.items():
            behalf = "" if led.units else ", ".join(dict.fromkeys(led.silent))
            for unit in led.units or standing_in.get(task, ()):
                found[unit][task] = behalf
        return found

    def _leads(self, programmes: Collection[int], first_day: date) -> Mapping[int, _Leads]:
        wanted = Assignment.objects.current().in_roles(Assignment.Role.LEAD)
        wanted = wanted.filter(task__programme__in=programmes, task__withdrawn_at=None)
        wanted = wanted.exclude(task__completed_on__lt=first_day)
        found: dict[int, _Leads] = defaultdict(_Leads)
        rows = wanted.order_by("task__programme", "task__position", "task", "pk")
        for held in tasks_held(rows, self.roster):
            speaking = self._speaking(held)
            found[held.task].units += speaking
            if not speaking and any(holder.unit in self.roster.units for holder in held.holders):
                found[held.task].silent.append(held.wording)
        return found

    def _standing_in(self, tasks: Collection[int]) -> Mapping[int, Iterable[int]]:
        """Task → who speaks in the place of its lead."""
        coordinating = Task.objects.filter(pk__in=tasks).order_by().values_list("pk", "programme__coordinating_unit")
        found: dict[int, Iterable[int]] = {task: [unit] for task, unit in coordinating if unit}
        found |= {task: units[:1] for task, units in self._named(tasks, Assignment.Role.COOPERATOR).items()}
        return found | self._named(tasks, Assignment.Role.WATCHER)

    def _named(self, tasks: Collection[int], role: Assignment.Role) -> dict[int, list[int]]:
        """Task → the units named one by one, in the order of the plan; what is all units' duty is nobody's."""
        rows = Assignment.objects.current().in_roles(role).filter(task__in=tasks, group=None)
        found: dict[int, list[int]] = defaultdict(list)
        for held in tasks_held(rows.order_by("task", "position", "pk"), self.roster):
            found[held.task] += self._speaking(held)
        return {task: units for task, units in found.items() if units}

    def _speaking(self, held: Held) -> list[int]:
        versions = (self.roster.units.get(holder.unit) for holder in held.holders)
        return [version.unit_id for version in versions if version and self.speaks(version)]
