"""Điều hành: the one page of a programme."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.board_head import Head, head_of
from tinhso.steering.pages.indicator_filter import indicators_of
from tinhso.steering.pages.indicator_rows import IndicatorRow, indicator_rows
from tinhso.steering.pages.showing import show
from tinhso.steering.pages.state_counts import state_parts
from tinhso.steering.pages.tallies import Bodies, Tally, by_body, by_section, total
from tinhso.steering.pages.upcoming import Upcoming, overdue, upcoming
from tinhso.steering.programmes.fetching import duties_of
from tinhso.steering.programmes.models import Duty, Finding
from tinhso.steering.programmes.states import TaskState
from tinhso.surfaces.web.shell.marks import Part

#: So many findings are told on the board; all stand in the text.
FINDINGS = 6


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
    rows = indicator_rows(about, indicators_of(about))
    whole, calendar = total(about), office_calendar()
    findings = Finding.objects.filter(programme=about.programme)
    return Board(
        head=head_of(about, whole, rows),
        parts=state_parts({state: figure.count for state, figure in whole.in_order}, QueryDict(), about),
        indicators=rows,
        sections=by_section(about),
        bodies=by_body(about, Roster.on(about.working_day)),
        whole=whole,
        overdue=overdue(about, calendar),
        next_due=upcoming(about, calendar),
        findings=list(findings[:FINDINGS]),
        finding_count=findings.count(),
        duties=list(duties_of(about.programme)),
    )
