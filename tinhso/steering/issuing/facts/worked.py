"""The tasks of a programme at a round's cut-off: how each stands, who leads it, what was done last, what proves it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.models import Completion, Evidence, ProgressEntry
from tinhso.steering.following.naming import names_of_time
from tinhso.steering.issuing.facts.heard import Line
from tinhso.steering.programmes import counts
from tinhso.steering.programmes.fetching import tasks_by_key
from tinhso.steering.programmes.models import Assignment, Programme, Task
from tinhso.steering.programmes.states import TaskState
from tinhso.steering.reporting.models import Round

#: The states of a task that is done.
DONE = (TaskState.DONE_IN_TIME, TaskState.DONE_OVERDUE, TaskState.DONE_UNDATED)


@dataclass(frozen=True, slots=True)
class TaskFact:
    """A task with its state; ``leads`` by their names on the day; ``lines`` what each unit said last;
    ``completion`` how it was done, where it is; ``proofs``."""

    task: Task
    state: TaskState
    leads: Sequence[str]
    lines: Sequence[Line]
    completion: str
    proofs: Sequence[str]

    def was_done_in(self, round_: Round) -> bool:
        """Whether it was done within the round's days."""
        done = self.task.completed_on
        return done is not None and self.state in DONE and round_.first_day <= done <= round_.last_day


def worked(programme: Programme, lines: Mapping[int, Sequence[Line]], *, day: date) -> list[TaskFact]:
    """The tasks in the order of the plan as they stand on the day; a constant number of queries. ``lines`` are those of
    the round's reports; where one says only that nothing has changed, what its unit said last by the day stands."""
    states = counts.states_on(programme.pk, day)
    tasks = sorted(tasks_by_key(states).values(), key=lambda task: (task.position, task.pk))
    said = _said_last(programme, lines, day)
    claims = {task: (key, note) for task, key, note in _completions(programme)}
    leant_on = {line.entry for each in said.values() for line in each} | {key for key, _note in claims.values()}
    proofs = _proofs(programme, leant_on)
    roster = Roster.on(day)
    return [
        TaskFact(
            task,
            states[task.pk],
            _leads(task, roster, day),
            lines=said.get(task.pk, ()),
            completion=claims[task.pk][1] if task.pk in claims and states[task.pk] in DONE else "",
            proofs=proofs.get(task.pk, ()),
        )
        for task in tasks
    ]


def _said_last(programme: Programme, lines: Mapping[int, Sequence[Line]], day: date) -> dict[int, list[Line]]:
    """Task → what its units said, those of the round's reports first; two queries."""
    earlier = _entries(programme, day)
    found: dict[int, list[Line]] = {}
    for task in {*lines, *earlier}:
        before = dict(earlier.get(task, {}))
        mine = [_filled(line, before.pop(line.unit, None)) for line in lines.get(task, ())]
        found[task] = mine or list(before.values())
    return found


def _filled(line: Line, before: Line | None) -> Line:
    is_silent = not line.note and line.said == ProgressEntry.Said.UNCHANGED
    return Line(line.unit, line.name, line.said, before.note, before.entry) if is_silent and before else line


def _entries(programme: Programme, day: date) -> dict[int, dict[int, Line]]:
    """Task → unit → what it said last by the day."""
    rows = ProgressEntry.objects.in_force().filter(task__programme=programme, day__lte=day, unit__isnull=False)
    listed = list(rows.order_by("day", "recorded_at", "pk").values_list("task", "unit", "said", "note", "pk"))
    names = names_of_time((unit, day) for _task, unit, *_rest in listed)
    found: dict[int, dict[int, Line]] = defaultdict(dict)
    for task, unit, said, note, key in listed:
        if note or said != ProgressEntry.Said.UNCHANGED or unit not in found[task]:
            found[task][unit] = Line(unit, names[unit, day], said, note, key)
    return found


def _completions(programme: Programme) -> list[tuple[int, int, str]]:
    """Task, deed and words of every claim that stands."""
    rows = Completion.objects.current().filter(task__programme=programme).order_by("pk")
    return list(rows.values_list("task", "pk", "note"))


def _proofs(programme: Programme, deeds: Collection[int | None]) -> dict[int, list[str]]:
    """Task → what these deeds lean on; one query."""
    rows = Evidence.objects.filter(deed__task__programme=programme).select_related("deed", "document", "file")
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for row in rows.order_by("pk"):
        if row.deed_id in deeds:
            found[row.deed.task_id][str(row)] = None
    return {task: list(each) for task, each in found.items()}


def _leads(task: Task, roster: Roster, day: date) -> list[str]:
    leads = (each for each in task.assignments.all() if each.role == Assignment.Role.LEAD)
    return list(dict.fromkeys(name for each in leads for name in _names(each, roster, day)))


def _names(lead: Assignment, roster: Roster, day: date) -> Iterable[str]:
    """The unit that has it on the day, by its name then; of groups and unsure wordings the words of the plan."""
    handed = lead.handed_to_id if lead.handed_on and lead.handed_on <= day else None
    unit = handed or lead.unit_id or (lead.post.unit_id if lead.post else None)
    spans = roster.answering.answerers(unit, day) if unit else []
    names = [body_name(roster.units[span.unit]) for span in spans if span.unit in roster.units]
    return names or [lead.wording]
