"""How a task stands on a day, in the words of officials."""

from datetime import date, timedelta
from itertools import product

import pytest

from tests.large import stored
from tests.readings import Writer
from tinhso.steering.intake.reading import Deadline
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.counts import by_state
from tinhso.steering.programmes.models import Programme, Task
from tinhso.steering.programmes.states import TaskState, state_of

pytestmark = pytest.mark.django_db
DUE = date(2022, 5, 10)


@pytest.fixture
def task() -> Task:
    """A task due before 10/5/2022."""
    writer = Writer()
    before = Deadline(kind="date", start=None, end="2022-05-10", before=True, text="trước ngày 10/5/2022")
    writer.task("II.1", "Ban hành kế hoạch cụ thể hóa", deadline=before)
    programme = start(stored(writer.reading()), by=None)
    return Task.objects.get(programme=programme)


def state(task: Task, day: date) -> TaskState:
    """The one state that the task is in on a day."""
    counts = by_state(Task.objects.filter(pk=task.pk), day)
    (only,) = [state for state, count in counts.items() if count]
    return only


def test_before_its_day_it_is_in_time_and_after_it_overdue(task: Task) -> None:
    assert state(task, date(2022, 5, 9)) == TaskState.OPEN_IN_TIME
    assert state(task, date(2022, 5, 11)) == TaskState.OPEN_OVERDUE


def test_whether_the_named_day_itself_is_late_is_the_programmes_setting(task: Task) -> None:
    assert state(task, DUE) == TaskState.OPEN_IN_TIME
    Programme.objects.update(named_day_is_late=True)
    assert state(task, DUE) == TaskState.OPEN_OVERDUE


def test_done_is_done_on_and_after_its_day_only(task: Task) -> None:
    Task.objects.update(completed_on=date(2022, 5, 12))
    assert state(task, date(2022, 5, 11)) == TaskState.OPEN_OVERDUE
    assert state(task, date(2022, 5, 12)) == TaskState.DONE_OVERDUE
    Task.objects.update(completed_on=date(2022, 5, 2))
    assert state(task, date(2022, 5, 12)) == TaskState.DONE_IN_TIME


@pytest.mark.parametrize("standing", [False, True])
@pytest.mark.parametrize("named_day_is_late", [False, True])
def test_the_rule_for_a_task_at_hand_is_the_databases(task: Task, *, standing: bool, named_day_is_late: bool) -> None:
    Programme.objects.update(named_day_is_late=named_day_is_late)
    days = (None, DUE - timedelta(days=1), DUE, DUE + timedelta(days=1))
    for due_on, completed_on, due_before in product(days, days, (False, True)):
        Task.objects.update(due_on=due_on, completed_on=completed_on, due_before=due_before, standing=standing)
        found = Task.objects.select_related("programme").get(pk=task.pk)
        assert state_of(found, found.programme, DUE) == state(found, DUE), (due_on, completed_on, due_before)


def test_without_a_day_nothing_is_overdue(task: Task) -> None:
    Task.objects.update(due_on=None)
    assert state(task, date(2030, 1, 1)) == TaskState.OPEN_UNDATED
    Task.objects.update(completed_on=date(2022, 5, 2))
    assert state(task, date(2030, 1, 1)) == TaskState.DONE_UNDATED


def test_standing_duties_stand_apart(task: Task) -> None:
    Task.objects.update(standing=True)
    assert state(task, date(2030, 1, 1)) == TaskState.STANDING
