"""Kỳ báo cáo: the rounds of a programme."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.calendar.remaining import time_left
from tinhso.steering.pages.asked import Asked, address_of, asked
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.rounds.desk import may_plan
from tinhso.steering.pages.rounds.legal import TIME
from tinhso.steering.reporting.actions.plan_ordered import ordered_rounds
from tinhso.steering.reporting.board import Tally, tallies_of
from tinhso.steering.reporting.fetching import rounds_of
from tinhso.steering.reporting.models import Round, RoundDue
from tinhso.steering.reporting.rights import day_of

#: The state of a round → what its rows stand under, in this order.
_HEADS = {Round.State.OPEN: "Đang mở", Round.State.PLANNED: "Chưa mở", Round.State.CLOSED: "Đã đóng"}


@dataclass(frozen=True, slots=True)
class Line:
    """One round of the list. ``others`` are the further programmes that it asks about."""

    round: Round
    tally: Tally
    day: date
    others: list[str]
    address: str

    @property
    def due_on(self) -> date | None:
        """The last day in time of the units."""
        dues = [due.last_on for due in self.round.dues.all() if due.sender != RoundDue.Sender.DEPARTMENT]
        return max(dues, default=None)

    @property
    def left(self) -> str:
        """The time until it, while the round takes reports and some are missing."""
        waits = self.round.is_open and self.tally.received < self.tally.asked
        return time_left(office_calendar(), today=self.day, last_day=self.due_on) if waits and self.due_on else ""


@require_safe
def rounds(request: HttpRequest, programme: int) -> HttpResponse:
    """The rounds that ask about the programme: open ones, planned ones, closed ones."""
    about = asked(request, programme)
    refuse_unknown(request, ())
    found = rounds_of(about.programme)
    keeps = may_plan(about) and about.programme.is_running
    context = {
        "asked": about,
        "groups": [group for group in _groups(found, about) if group[1]],
        "keeps": keeps,
        "proposed": sum(each.is_new for each in ordered_rounds(about.programme, found)) if keeps else 0,
        "time": TIME,
    }
    return render(request, "rounds/list.html", context)


def _groups(found: list[Round], about: Asked) -> list[tuple[str, list[Line]]]:
    tallies = tallies_of(found, max([day_of(each, about.today) for each in found], default=about.today))
    lines = [_line(each, tallies[each.pk], about) for each in found]
    groups = {state: [line for line in lines if line.round.state == state] for state in _HEADS}
    groups[Round.State.PLANNED].reverse()
    return [(head, groups[state]) for state, head in _HEADS.items()]


def _line(each: Round, tally: Tally, about: Asked) -> Line:
    others = [ask.programme.name for ask in each.asks.all() if ask.programme_id != about.programme.pk]
    address = address_of("rounds:board", about.programme.pk, each.pk)
    return Line(each, tally, day_of(each, about.today), others, address)
