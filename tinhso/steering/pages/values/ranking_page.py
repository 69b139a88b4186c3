"""Xếp hạng đơn vị: the units of an indicator in the order of their figures, those without one apart."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.ranking import Ranking, rankings
from tinhso.steering.figures.unit_figures import figures_of_units
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.values.viewing import Viewing
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.steering.programmes.models import Indicator


@dataclass(frozen=True, slots=True)
class RankingView:
    """The page; ``only_behind`` when only the units that do not reach their target are shown."""

    indicator: Indicator
    measure: Measure
    rankings: list[Ranking]
    viewing: Viewing
    only_behind: bool

    @property
    def behind(self) -> int:
        """How many units do not reach the target of their level."""
        return sum(len(each.behind) for each in self.rankings)


@require_safe
def ranking(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """By level, each against its own target; the same number of queries whatever the number of units."""
    about = asked(request, programme)
    refuse_unknown(request, ("biet", "cap", "loc"))
    found = whole_indicator(about.programme, indicator)
    if found is None or found.withdrawn_at:
        raise Http404
    viewing, level = Viewing.of(request), request.GET.get("cap", "")
    figures = figures_of_units(about.programme, [found], day=about.day, known_at=viewing.known_at)[found.pk]
    listed = rankings(figures, day=about.day, ends_on=about.programme.ends_on)
    view = RankingView(
        found,
        figures.measure,
        rankings=[each for each in listed if level in ("", each.level)],
        viewing=viewing,
        only_behind=request.GET.get("loc") == "chua",
    )
    return render(request, "values/ranking.html", {"asked": about, "view": view})
