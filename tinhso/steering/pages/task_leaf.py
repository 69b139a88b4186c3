"""The rows of some tasks of a list, in the list's order."""

from collections.abc import Collection, Iterable
from datetime import date

from tinhso.kernel.organisations.edition import edition
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.keeping import Kept
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_rows import TaskRow, rows_in
from tinhso.steering.programmes.counts import states_on
from tinhso.steering.programmes.edition import WITH_UNITS

#: So many rows a process keeps: a day of a few programmes.
MOST = 3_000
_kept: Kept[tuple[int, date], TaskRow] = Kept(MOST)


def rows_of(about: Asked, keys: Iterable[int]) -> list[TaskRow]:
    """A constant number of queries, whatever the number of keys; each task once. Shared: nobody may change one."""
    states = states_on(about.programme.pk, about.day)

    def read(questions: Collection[tuple[int, date]]) -> dict[tuple[int, date], TaskRow]:
        wanted = {key: states[key] for key, _day in questions}
        rows = rows_in(wanted, about.programme, day=about.day, calendar=office_calendar())
        return {(row.task.pk, about.day): row for row in rows}

    label = edition(*WITH_UNITS)
    return list(_kept.many({(key, about.day): label for key in keys if key in states}, read).values())
