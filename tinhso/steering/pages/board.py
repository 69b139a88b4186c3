"""Điều hành: the one page of a programme."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.indicator_filter import indicators_of
from tinhso.steering.pages.indicator_rows import IndicatorRow, indicator_rows
from tinhso.steering.pages.showing import show
from tinhso.steering.pages.state_counts import state_parts
from tinhso.steering.pages.tallies import Bodies, Figure, Tally, by_body, by_section, total
from tinhso.steering.pages.task_filter import tasks_of
from tinhso.steering.pages.upcoming import Upcoming, overdue, upcoming
from tinhso.steering.programmes.fetching import duties_of
from tinhso.steering.programmes.models import Acceptance, Deadline, Duty, Finding
from tinhso.steering.programmes.states import TaskState
from tinhso.surfaces.web.shell.marks import Part

#: "Sắp đến hạn" looks so far ahead.
AHEAD = timedelta(days=30)
#: So many findings are told on the board; all stand in the text.
FINDINGS = 6


@dataclass(frozen=True, slots=True)
class Head:
    """The figures that a chair reads first."""

    indicators: Figure
    tasks: Figure
    overdue: Figure
    soon: Figure
    inferred: Figure
    proposed_tasks: Figure
    proposed_indicators: Figure


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the page."""

    head: Head
    parts: list[Part]
    indicators: list[IndicatorRow]
    sections: list[Tally]
    bodies: Bodies
    whole: Tally
    overdue: list[Upcoming]
    next_due: list[Upcoming]
    findings: list[Finding]
    finding_count: int
    duties: list[Duty]


@require_safe
def board(request: HttpRequest, programme: int) -> HttpResponse:
    """The programme as of the day asked for."""
    about = asked(request, programme)
    return show(request, "board", {"asked": about, "board": _board(about), "states": list(TaskState)})


def _board(about: Asked) -> Board:
    rows = indicator_rows(indicators_of(about))
    whole, calendar = total(about), office_calendar()
    findings = Finding.objects.filter(programme=about.programme)
    return Board(
        head=_head(about, whole, rows),
        parts=state_parts({state: figure.count for state, figure in whole.in_order}, QueryDict(), about),
        indicators=rows,
        sections=by_section(about),
        bodies=by_body(about, Roster.on(about.naming_day)),
        whole=whole,
        overdue=overdue(about, calendar),
        next_due=upcoming(about, calendar),
        findings=list(findings[:FINDINGS]),
        finding_count=findings.count(),
        duties=list(duties_of(about.programme)),
    )


def _head(about: Asked, whole: Tally, rows: list[IndicatorRow]) -> Head:
    day, until = about.day.isoformat(), (about.day + AHEAD).isoformat()
    tasks, open_now = tasks_of(about).order_by(), TaskState.OPEN_IN_TIME
    soon = tasks.in_state(open_now, about.day).due_between(about.day, about.day + AHEAD)
    inferred = tasks.with_basis(Deadline.Basis.INFERRED)
    proposed = sum(row.indicator.is_proposed for row in rows)
    return Head(
        indicators=Figure(len(rows), about.link("indicators")),
        tasks=whole.total,
        overdue=whole.states[TaskState.OPEN_OVERDUE],
        soon=Figure(soon.count(), about.link("tasks", tinh_trang=open_now.value, tu=day, den=until, ngay=day)),
        inferred=Figure(inferred.count(), about.link("tasks", can_cu=Deadline.Basis.INFERRED.value)),
        proposed_tasks=Figure(tasks.proposed().count(), about.link("tasks", duyet=Acceptance.PROPOSED.value)),
        proposed_indicators=Figure(proposed, about.link("indicators", duyet=Acceptance.PROPOSED.value)),
    )
