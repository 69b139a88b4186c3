"""Điều hành: the one page of a programme."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.clashes import clashes_of
from tinhso.steering.pages.alike import alike
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.board_head import Head, head_of, verdict_parts
from tinhso.steering.pages.indicator_filter import indicators_of
from tinhso.steering.pages.indicator_rows import IndicatorRow
from tinhso.steering.pages.kept_rows import indicator_rows
from tinhso.steering.pages.open_rounds import OpenRound, open_rounds
from tinhso.steering.pages.showing import show
from tinhso.steering.pages.state_counts import state_parts
from tinhso.steering.pages.tallies import Bodies, Tally, by_body, by_section, by_unit, total
from tinhso.steering.pages.upcoming import Upcoming, overdue, upcoming
from tinhso.steering.pages.watching.changes import News, news_of
from tinhso.steering.pages.watching.silence import Silent, silent_units
from tinhso.steering.programmes.fetching import duties_of
from tinhso.steering.programmes.models import Duty, Finding
from tinhso.surfaces.web.shell.marks import Part

#: So many findings are told on the board; all stand in the text.
FINDINGS = 6


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the page."""

    head: Head
    parts: list[Part]
    verdicts: list[Part]
    news: News
    silent: list[Silent]
    indicators: list[IndicatorRow]
    sections: list[Tally]
    bodies: Bodies
    whole: Tally
    overdue: list[Upcoming]
    next_due: list[Upcoming]
    findings: list[Finding]
    finding_count: int
    duties: list[Duty]
    clashes: int
    rounds: list[OpenRound]


@require_safe
def board(request: HttpRequest, programme: int) -> HttpResponse:
    """The programme as of the day asked for."""
    about = asked(request, programme)
    return show(request, "board", {"asked": about, "board": _board(about), "may_direct": may_direct(about)})


def may_direct(about: Asked) -> bool:
    """Whether this person may order what stands in no document."""
    return standing(about.account).may(Verb.DIRECT) and about.programme.is_running


def _board(about: Asked) -> Board:
    rows = indicator_rows(about, indicators_of(about))
    whole, stated = total(about), _stated(about)
    return Board(
        head=head_of(about, whole, rows),
        parts=state_parts({state: figure.count for state, figure in whole.in_order}, QueryDict(), about),
        verdicts=verdict_parts(rows, about),
        news=news_of(about),
        silent=silent_units(about, Roster.on(about.working_day), by_unit(about)),
        indicators=rows,
        sections=by_section(about),
        bodies=by_body(about),
        whole=whole,
        overdue=overdue(about),
        next_due=upcoming(about),
        findings=stated.findings,
        finding_count=stated.finding_count,
        duties=stated.duties,
        clashes=len(clashes_of(about.programme)),
        rounds=open_rounds(about),
    )


@dataclass(frozen=True, slots=True)
class _Stated:
    findings: list[Finding]
    finding_count: int
    duties: list[Duty]


@alike
def _stated(about: Asked) -> _Stated:
    """What the document states beside indicators and tasks, and what is to be settled in it."""
    findings = Finding.objects.filter(programme=about.programme)
    return _Stated(list(findings[:FINDINGS]), findings.count(), list(duties_of(about.programme)))
