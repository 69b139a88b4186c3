"""Everything known of one task, gathered for its page."""

from collections.abc import Iterable
from dataclasses import dataclass

from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.calendar.working import Calendar
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.owners import Owner, owners_by_role
from tinhso.steering.pages.quotes import Quote, quotes
from tinhso.steering.pages.task_rows import TaskRow, row_of, task_rows
from tinhso.steering.programmes.models import Deadline, Deliverable, Quantity, Task
from tinhso.steering.programmes.neighbours import Neighbour, neighbours


@dataclass(frozen=True, slots=True)
class Product:
    """A product with the deadline that holds for it, if it has one of its own."""

    deliverable: Deliverable
    deadline: Deadline | None
    quantities: Iterable[Quantity]


@dataclass(frozen=True, slots=True)
class TaskView:
    """The task with all its parts, its row as lists show it, and what its page adds."""

    task: Task
    row: TaskRow
    owners: dict[str, list[Owner]]
    products: list[Product]
    children: list[TaskRow]
    quotes: list[Quote]
    before: Neighbour | None
    after: Neighbour | None

    @property
    def deadline(self) -> Deadline | None:
        """The deadline in force; older ones stand behind it in the task's deadlines."""
        return _in_force(self.task.deadlines.all())


def task_view(task: Task, asked: Asked) -> TaskView:
    """Gathers the page of a task fetched whole, in a constant number of queries."""
    calendar, (before, after) = office_calendar(), neighbours(task)
    return TaskView(
        task,
        row=row_of(task, asked.programme, day=asked.day, calendar=calendar),
        owners=owners_by_role(task.assignments.all(), Roster.on(asked.naming_day), day=asked.working_day),
        products=[_product(each) for each in task.deliverables.all()],
        children=_children(task, asked, calendar),
        quotes=quotes(task.spans.all()),
        before=before,
        after=after,
    )


def _children(task: Task, asked: Asked, calendar: Calendar) -> list[TaskRow]:
    keys = [child.pk for child in task.children.all()]
    if not keys:
        return []
    found = Task.objects.filter(pk__in=keys).in_order_of("position")
    return task_rows(found, programme=asked.programme, day=asked.day, calendar=calendar)


def _product(each: Deliverable) -> Product:
    return Product(each, _in_force(each.deadlines.all()), each.quantities.all())


def _in_force(deadlines: Iterable[Deadline]) -> Deadline | None:
    return next((each for each in deadlines if each.is_in_force), None)
