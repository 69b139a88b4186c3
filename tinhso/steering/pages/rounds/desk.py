"""A round as somebody looks at it: the day that holds, and what this person may do about it."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest

from tinhso.kernel.accounts.roles import Verb
from tinhso.steering.following.reach import reach
from tinhso.steering.pages.asked import Asked, address_of, asked
from tinhso.steering.reporting.fetching import round_of
from tinhso.steering.reporting.models import Round
from tinhso.steering.reporting.rights import day_of, keeps_rounds


@dataclass(frozen=True, slots=True)
class Desk:
    """``keeps``: opens and closes the round; ``takes``: accepts its reports and gives them back."""

    asked: Asked
    round: Round
    day: date
    keeps: bool
    takes: bool

    @property
    def address(self) -> str:
        """The board of the round."""
        return address_of("rounds:board", self.asked.programme.pk, self.round.pk)

    @property
    def is_running(self) -> bool:
        """Whether nothing stands in the way of doing something: no programme of the round has ended."""
        return all(ask.programme.is_running for ask in self.round.asks.all())


def desk_of(request: HttpRequest, programme: int, round_: int) -> Desk:
    """The round, if it asks about a programme that this person may see; else 404. Three queries."""
    about = asked(request, programme)
    found = round_of(about.programme, round_)
    if found is None:
        raise Http404
    unit, today = found.coordinating_unit_id, about.today
    takes = unit in reach(about.account, Verb.TAKE_REPORTS, today)
    return Desk(about, found, day_of(found, today), keeps=keeps_rounds(about.account, unit, today), takes=takes)


def may_plan(about: Asked) -> bool:
    """Whether the person plans rounds of the programme."""
    unit = about.programme.coordinating_unit_id
    return unit is not None and keeps_rounds(about.account, unit, about.today)
