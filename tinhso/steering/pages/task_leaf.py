"""The rows of some tasks of a list, in the list's order."""

from collections.abc import Iterable

from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_rows import TaskRow, rows_in
from tinhso.steering.programmes.counts import states_on


def rows_of(about: Asked, keys: Iterable[int]) -> list[TaskRow]:
    """A constant number of queries, whatever the number of keys; each task once."""
    states = states_on(about.programme.pk, about.day)
    shown = {key: states[key] for key in keys if key in states}
    return rows_in(shown, about.programme, day=about.day, calendar=office_calendar())
