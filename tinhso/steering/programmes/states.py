"""The words officials use for how a task stands on a day: done or not × in time, overdue, without a day."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Case, F, Q, TextChoices, TextField, Value, When

if TYPE_CHECKING:
    from tinhso.steering.programmes.models import Programme, Task


class TaskState(TextChoices):
    """How a task stands on a day."""

    OPEN_IN_TIME = "open_in_time", "Chưa hoàn thành, trong hạn"
    OPEN_OVERDUE = "open_overdue", "Chưa hoàn thành, quá hạn"
    OPEN_UNDATED = "open_undated", "Chưa hoàn thành, không hạn"
    DONE_IN_TIME = "done_in_time", "Đã hoàn thành, trong hạn"
    DONE_OVERDUE = "done_overdue", "Đã hoàn thành, quá hạn"
    DONE_UNDATED = "done_undated", "Đã hoàn thành, không hạn"
    STANDING = "standing", "Việc thường xuyên"


def in_state(state: TaskState, day: date) -> Q:
    """The condition "stands so on that day". The seven conditions share no task and leave none out."""
    if state == TaskState.STANDING:
        return Q(standing=True)
    done = Q(completed_on__isnull=False, completed_on__lte=day)
    dated = Q(due_on__isnull=False)
    finished, _, timing = state.value.partition("_")
    late = _done_late() if finished == "done" else _open_late(day)
    wanted = {"in_time": dated & ~late, "overdue": dated & late, "undated": Q(due_on__isnull=True)}[timing]
    return Q(standing=False) & (done if finished == "done" else ~done) & wanted


def state_on(day: date) -> Case:
    """The state on that day, for ``annotate``: by the same conditions."""
    cases = (When(in_state(state, day), then=Value(state.value)) for state in TaskState)
    return Case(*cases, output_field=TextField())


def state_of(task: "Task", programme: "Programme", day: date) -> TaskState:
    """The same of one task that is at hand, without a query."""
    if task.standing:
        return TaskState.STANDING
    done = task.completed_on if task.completed_on and task.completed_on <= day else None
    if task.due_on is None:
        return TaskState.DONE_UNDATED if done else TaskState.OPEN_UNDATED
    late_on_its_day = task.due_before and programme.named_day_is_late
    told = done or day
    if told > task.due_on or (told == task.due_on and late_on_its_day):
        return TaskState.DONE_OVERDUE if done else TaskState.OPEN_OVERDUE
    return TaskState.DONE_IN_TIME if done else TaskState.OPEN_IN_TIME


def _open_late(day: date) -> Q:
    """ "Trước ngày D" counts D itself as late only where the programme says so."""
    return Q(due_on__lt=day) | Q(due_on=day, due_before=True, programme__named_day_is_late=True)


def _done_late() -> Q:
    on_the_day = Q(completed_on=F("due_on"), due_before=True, programme__named_day_is_late=True)
    return Q(completed_on__gt=F("due_on")) | on_the_day
