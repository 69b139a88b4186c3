"""Tasks as rows of a list: each with its state on the day, its owners and the time that is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tinhso.lib.calendar.remaining import last_day_in_time, time_left
from tinhso.lib.calendar.working import Calendar
from tinhso.steering.programmes.fetching import tasks_by_key
from tinhso.steering.programmes.models import Assignment, Deadline, Programme, Task
from tinhso.steering.programmes.states import TaskState, state_of, state_on
from tinhso.steering.programmes.task_queries import TaskQuerySet

#: State → the tone of its chip.
TONES = {
    TaskState.OPEN_IN_TIME: "info",
    TaskState.OPEN_OVERDUE: "bad",
    TaskState.OPEN_UNDATED: "neutral",
    TaskState.DONE_IN_TIME: "good",
    TaskState.DONE_OVERDUE: "warn",
    TaskState.DONE_UNDATED: "good",
    TaskState.STANDING: "neutral",
}
_OPEN = (TaskState.OPEN_IN_TIME, TaskState.OPEN_OVERDUE)


@dataclass(frozen=True, slots=True, eq=False)
class TaskRow:
    """One task of a list. ``left`` is "còn 3 ngày làm việc", nothing where no day presses."""

    task: Task
    state: TaskState
    leads: Sequence[Assignment]
    cooperators: Sequence[Assignment]
    left: str

    @property
    def tone(self) -> str:
        """The tone of its state."""
        return TONES[self.state]

    @property
    def basis(self) -> str:
        """How its day was obtained, in words."""
        return Deadline.Basis(self.task.due_basis).label if self.task.due_basis else ""

    @property
    def is_inferred(self) -> bool:
        """Whether its day is only the end of the plan."""
        return self.task.due_basis == Deadline.Basis.INFERRED


def task_rows(tasks: TaskQuerySet, *, programme: Programme, day: date, calendar: Calendar) -> list[TaskRow]:
    """The rows in the order of the tasks; a constant number of queries."""
    return rows_in(states_of(tasks, day), programme, day=day, calendar=calendar)


def rows_in(states: Mapping[int, TaskState], programme: Programme, *, day: date, calendar: Calendar) -> list[TaskRow]:
    """The rows of tasks whose states are known, in that order; three queries at most, none for tasks that are kept."""
    found = tasks_by_key(states)
    return [_row(task, states[key], _left(task, programme, day=day, calendar=calendar)) for key, task in found.items()]


def row_of(task: Task, programme: Programme, *, day: date, calendar: Calendar) -> TaskRow:
    """The row of one task fetched with its people; no query."""
    return _row(task, state_of(task, programme, day), _left(task, programme, day=day, calendar=calendar))


def states_of(tasks: TaskQuerySet, day: date) -> dict[int, TaskState]:
    """Task → how it stands on the day, by the same rules as the filter, in the order of the tasks; one query."""
    rows = tasks.annotate(state=state_on(day)).values_list("pk", "state")
    return {task: TaskState(state) for task, state in rows}


def _row(task: Task, state: TaskState, left: str) -> TaskRow:
    people = task.assignments.all()
    return TaskRow(
        task,
        state,
        leads=[each for each in people if each.role == Assignment.Role.LEAD],
        cooperators=[each for each in people if each.role == Assignment.Role.COOPERATOR],
        left=left if state in _OPEN else "",
    )


def _left(task: Task, programme: Programme, *, day: date, calendar: Calendar) -> str:
    if task.due_on is None:
        return ""
    last = last_day_in_time(task.due_on, before=task.due_before, due_day_counts=not programme.named_day_is_late)
    return time_left(calendar, today=day, last_day=last)
