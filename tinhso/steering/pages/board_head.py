"""The figures at the head of the board: what a chair with two minutes reads."""

from dataclasses import dataclass
from datetime import timedelta

from tinhso.steering.figures.verdicts import Verdict
from tinhso.steering.pages.alike import alike
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.indicator_rows import IndicatorRow
from tinhso.steering.pages.tallies import Figure, Tally
from tinhso.steering.pages.task_filter import tasks_of
from tinhso.steering.pages.values.standings import TONES
from tinhso.steering.programmes.models import Acceptance, Deadline
from tinhso.steering.programmes.states import TaskState
from tinhso.surfaces.web.shell.marks import Part

#: "Sắp đến hạn" looks so far ahead.
AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Head:
    """The figures that a chair reads first."""

    indicators: Figure
    reached: Figure
    tasks: Figure
    overdue: Figure
    soon: Figure
    inferred: Figure
    proposed_tasks: Figure
    proposed_indicators: Figure


def head_of(about: Asked, whole: Tally, rows: list[IndicatorRow]) -> Head:
    """The head of the board."""
    day, until = about.day.isoformat(), (about.day + AHEAD).isoformat()
    open_now, (soon, inferred, proposed_tasks) = TaskState.OPEN_IN_TIME, _counted(about)
    proposed = sum(row.indicator.is_proposed for row in rows)
    return Head(
        indicators=Figure(len(rows), about.link("indicators")),
        reached=verdict_figure(Verdict.REACHED, rows, about),
        tasks=whole.total,
        overdue=whole.states[TaskState.OPEN_OVERDUE],
        soon=Figure(soon, about.link("tasks", tinh_trang=open_now.value, tu=day, den=until, ngay=day)),
        inferred=Figure(inferred, about.link("tasks", can_cu=Deadline.Basis.INFERRED.value)),
        proposed_tasks=Figure(proposed_tasks, about.link("tasks", duyet=Acceptance.PROPOSED.value)),
        proposed_indicators=Figure(proposed, about.link("indicators", duyet=Acceptance.PROPOSED.value)),
    )


@alike
def _counted(about: Asked) -> tuple[int, int, int]:
    """How many tasks are due soon, have only an inferred day, are accepted by nobody yet; kept."""
    tasks = tasks_of(about).order_by()
    soon = tasks.in_state(TaskState.OPEN_IN_TIME, about.day).due_between(about.day, about.day + AHEAD)
    return soon.count(), tasks.with_basis(Deadline.Basis.INFERRED).count(), tasks.proposed().count()


def verdict_figure(verdict: Verdict, rows: list[IndicatorRow], about: Asked) -> Figure:
    """How many indicators stand so, with their list."""
    address = about.link("indicators", ket_qua=verdict.value, ngay=about.day.isoformat())
    return Figure(sum(row.figures.verdict == verdict for row in rows), address)


def verdict_parts(rows: list[IndicatorRow], about: Asked) -> list[Part]:
    """The indicators by how they stand, every verdict with its list; those that nobody has are left out."""
    figures = [(verdict, verdict_figure(verdict, rows, about)) for verdict in Verdict]
    return [Part(verdict.label, each.count, TONES[verdict], each.address) for verdict, each in figures if each.count]
