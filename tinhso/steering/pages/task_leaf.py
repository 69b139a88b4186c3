"""The rows of some tasks of a list, in the list's order."""

from collections.abc import Collection

from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_filter import Narrowed
from tinhso.steering.pages.task_rows import TaskRow, task_rows
from tinhso.steering.programmes.models import Task


def rows_of(about: Asked, found: Narrowed, keys: Collection[int]) -> list[TaskRow]:
    """A constant number of queries, whatever the number of keys."""
    tasks = Task.objects.filter(pk__in=set(keys)).in_order_of(found.order)
    return task_rows(tasks, programme=about.programme, day=about.day, calendar=office_calendar())
