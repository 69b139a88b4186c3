"""Chỉ tiêu: the list with its filters, and one indicator."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.taking import takers_of
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.counting.counted_by import CountedBy, counted_by
from tinhso.steering.pages.indicator_filter import narrowed
from tinhso.steering.pages.indicator_rows import TargetLine, target_lines
from tinhso.steering.pages.kept_rows import indicator_rows
from tinhso.steering.pages.owners import Owner, owners_by_role
from tinhso.steering.pages.quotes import Quote, quotes
from tinhso.steering.pages.showing import show
from tinhso.steering.pages.values.indicator_part import IndicatorPart, indicator_part
from tinhso.steering.programmes.fetching import indicator_shown
from tinhso.steering.programmes.models import Indicator
from tinhso.steering.programmes.neighbours import Neighbour, neighbours


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """Everything known of one indicator."""

    indicator: Indicator
    part: IndicatorPart
    may_settle: bool
    takers: list[Indicator]
    counted_by: list[CountedBy]
    targets: list[TargetLine]
    owners: dict[str, list[Owner]]
    quotes: list[Quote]
    before: Neighbour | None
    after: Neighbour | None


@require_safe
def indicator_list(request: HttpRequest, programme: int) -> HttpResponse:
    """The indicators as the address narrows and sorts them."""
    about = asked(request, programme)
    found = narrowed(request, about)
    rows = indicator_rows(about, found.indicators)
    # How an indicator stands is an exact comparison of sums, which no condition of the SQL tells.
    shown = [row for row in rows if found.verdict in ("", row.figures.verdict)]
    context = {"asked": about, "found": found, "rows": shown}
    return show(request, "indicator_list", context, part="_indicator_list")


@require_safe
def indicator(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """One indicator; what a corrected version left out stays to be read, and says so."""
    about = asked(request, programme)
    found = indicator_shown(about.programme, indicator)
    if found is None:
        raise Http404
    return show(request, "indicator", {"asked": about, "view": _view(request, found, about)})


def _view(request: HttpRequest, indicator: Indicator, about: Asked) -> IndicatorView:
    part, (before, after) = indicator_part(request, about, indicator), neighbours(indicator)
    return IndicatorView(
        indicator,
        part,
        may_settle=standing(about.account).may(Verb.KEEP_FIGURES),
        takers=takers_of(indicator),
        counted_by=counted_by(indicator, about.day, about.account),
        targets=target_lines(indicator, part.figures),
        owners=owners_by_role(indicator.assignments.all(), Roster.on(about.naming_day), day=about.working_day),
        quotes=quotes(indicator.spans.all()),
        before=before,
        after=after,
    )
