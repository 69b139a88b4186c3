"""Kỳ báo cáo: the rounds of a programme, and planning all that the plan itself orders."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.calendar.remaining import time_left
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.asked import Asked, address_of, asked
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.rounds.desk import may_plan
from tinhso.steering.pages.rounds.legal import TIME
from tinhso.steering.reporting.actions.plan_round import plan_from_duties
from tinhso.steering.reporting.board import Tally, tallies_of
from tinhso.steering.reporting.fetching import rounds_of
from tinhso.steering.reporting.models import Round, RoundDue
from tinhso.steering.reporting.proposing import proposed_rounds
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
        "proposed": _unplanned(about, found) if keeps else 0,
        "time": TIME,
    }
    return render(request, "rounds/list.html", context)


@require_POST
def plan_all(request: HttpRequest, programme: int) -> HttpResponse:
    """All that the plan orders; what stands already stays as it is."""
    about = asked(request, programme)
    made = plan_from_duties(about.programme, Hand(about.account))
    messages.success(request, f"Đã lập {len(made)} kỳ báo cáo theo kế hoạch; mỗi kỳ tự mở khi đến ngày.")
    return redirect("rounds:rounds", programme)


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


def _unplanned(about: Asked, found: list[Round]) -> int:
    """How many rounds the plan orders that do not stand yet."""
    standing = {(each.kind, each.first_day, each.last_day) for each in found}
    wanted = [(round_.kind, round_.first_day, round_.last_day) for round_, _duty in proposed_rounds(about.programme)]
    return sum(each not in standing for each in wanted)
