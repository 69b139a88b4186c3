"""The board of a round: every unit asked, how its report stands, when it is due, who sent it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tinhso.steering.pages.asked import address_of
from tinhso.steering.pages.rounds.desk import Desk, desk_of
from tinhso.steering.pages.rounds.doings import offered
from tinhso.steering.pages.rounds.legal import ground_of
from tinhso.steering.pages.rounds.narrowing import MISSING, OVERDUE, TONES, address_with, narrowed, parts_of
from tinhso.steering.pages.showing import show
from tinhso.steering.reporting.board import places_of
from tinhso.steering.reporting.models import RoundEvent


@require_safe
def board(request: HttpRequest, programme: int, round_: int) -> HttpResponse:
    """The units as the address narrows and sorts them; a constant number of queries."""
    desk = desk_of(request, programme, round_)
    places = places_of(desk.round, desk.day)
    found = narrowed(request, places)
    context = {
        "asked": desk.asked,
        "desk": desk,
        "found": found,
        "count": len(found.shown),
        "parts": parts_of(found.counts, request.GET),
        "tones": TONES,
        "asked_of": sum(place.standing != "not_asked" for place in places),
        "received": sum(place.report.is_with_department for place in places),
        "missing": (sum(place.is_missing for place in places), address_with(request.GET.copy(), MISSING)),
        "overdue": (sum(place.is_overdue for place in places), address_with(request.GET.copy(), OVERDUE)),
        "doings": offered(desk),
        "sheet": f"{address_of('rounds:sheet', programme, round_)}?{request.GET.urlencode()}",
        "ground": ground_of(desk.round),
        "events": _events(desk),
    }
    return show(request, "rounds/board", context, part="rounds/_board")


def _events(desk: Desk) -> list[RoundEvent]:
    """What was done about the round, the newest first; one query."""
    return list(desk.round.events.select_related("account", "in_name_of").order_by("-at", "-pk"))
