"""What ``bench.programmes`` measures."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import connection

from bench.database import best_of
from tests.large import large_programme
from tests.samples import SEED
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.actions.take_in import take_in
from tinhso.steering.programmes.counts import by_section, by_state, by_unit
from tinhso.steering.programmes.fetching import listed_indicators, listed_tasks, spans_of
from tinhso.steering.programmes.filters import IndicatorFilter, TaskFilter, indicators_of, tasks_of
from tinhso.steering.programmes.models import Programme
from tinhso.steering.programmes.models.indicators import IndicatorQuerySet
from tinhso.steering.programmes.task_queries import TaskQuerySet

Work = Callable[[], object]
DAY = date(2022, 8, 15)


def print_times() -> None:
    """One line a piece of work: milliseconds, and how many times the bare SQL where there is one."""
    document = take_in(SEED.read_bytes(), SEED.name)
    print(f"{'start the seed plan':<44}{best_of(1, lambda: start(document, by=None)):>9.1f} ms")
    programme = large_programme()
    for name, work in _lists(programme):
        ours, sql = best_of(5, work), best_of(5, bare(work))
        print(f"{name:<44}{ours:>9.1f} ms{sql:>9.1f} ms bare SQL{ours / sql:>7.1f} ×")


def _lists(programme: Programme) -> list[tuple[str, Work]]:
    def tasks(query: str = "") -> TaskQuerySet:
        return tasks_of(programme, TaskFilter(query=query), day=DAY)

    def indicators() -> IndicatorQuerySet:
        return indicators_of(programme, IndicatorFilter())

    return [
        ("1.000 tasks with people and products", lambda: list(listed_tasks(tasks()))),
        ("100 of them", lambda: list(listed_tasks(tasks())[:100])),
        ("search without diacritics", lambda: list(tasks("phan viec so 77"))),
        ("100 indicators with targets and people", lambda: list(listed_indicators(indicators()))),
        ("counts by state", lambda: by_state(tasks(), DAY)),
        ("counts by section", lambda: by_section(tasks(), DAY)),
        ("counts by unit", lambda: by_unit(tasks(), DAY, Roster.on(DAY))),
        ("every place in the document", lambda: spans_of(programme)),
    ]


def bare(work: Work) -> Work:
    """The same SQL by the driver alone: all statements of the work, their rows fetched and dropped."""
    statements: list[tuple[str, Any]] = []

    def note(run: Callable[..., object], sql: str, parameters: object, *rest: object) -> object:
        statements.append((sql, parameters))
        return run(sql, parameters, *rest)

    with connection.execute_wrapper(note):
        work()

    def run() -> None:
        with connection.cursor() as cursor:
            for sql, parameters in statements:
                cursor.execute(sql, parameters)
                cursor.fetchall()

    return run
