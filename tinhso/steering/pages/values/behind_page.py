"""Đơn vị còn chậm: over all indicators of a programme, which units are behind and in how many."""

from collections.abc import Iterable, Sequence

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.lib.numbers import whole_number
from tinhso.steering.figures.levels import Level, level_of
from tinhso.steering.figures.ranking import rankings
from tinhso.steering.figures.unit_figures import figures_of_units
from tinhso.steering.figures.unit_tallies import UnitTally, tallies
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.indicator_filter import indicators_of
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.values.behind_lines import BehindView, UnitLine
from tinhso.steering.programmes.fetching import indicators_by_key
from tinhso.steering.programmes.models import Indicator
from tinhso.surfaces.web.carrying.asking import leaf

LEAF = 50


@require_safe
def behind(request: HttpRequest, programme: int) -> HttpResponse:
    """The units, the furthest behind first; ``don_vi`` opens one."""
    about = asked(request, programme)
    refuse_unknown(request, ("cap", "don_vi"))
    return render(request, "values/behind.html", {"asked": about, "view": _view(request, about)})


def tallies_of(about: Asked) -> list[UnitTally]:
    """Every unit of the programme; a constant number of queries."""
    return tallies(
        {
            key: rankings(found, day=about.day, ends_on=about.programme.ends_on)
            for key, found in figures_of_units(about.programme, _indicators(about).values(), day=about.day).items()
        }
    )


def _indicators(about: Asked) -> dict[int, Indicator]:
    return dict(indicators_by_key(indicators_of(about).values_list("pk", flat=True)))


def _view(request: HttpRequest, about: Asked) -> BehindView:
    found, level = tallies_of(about), request.GET.get("cap", "")
    unit = whole_number(request.GET.get("don_vi", "").removeprefix("u"))
    lines = [UnitLine(each, ()) for each in found if level in ("", level_of(each.version.kind))]
    opened = next((each for each in found if each.version.unit_id == unit), None)
    present = {level_of(each.version.kind) for each in found}
    return BehindView(
        Paginator(lines, leaf(request, LEAF)).get_page(request.GET.get("page", "1")),
        opened=_opened(opened, about) if opened else None,
        levels=[(each.value, str(each.label)) for each in Level if each in present],
        count=sum(bool(each.behind) for each in found),
    )


def _opened(tally: UnitTally, about: Asked) -> UnitLine:
    known = _indicators(about)

    def those(keys: Iterable[int]) -> Sequence[Indicator]:
        return [known[key] for key in keys]

    kinds = (
        ("Chưa đạt mức của cấp mình", tally.behind),
        ("Chưa có số liệu", tally.unknown),
        ("Đã đạt", tally.reached),
        ("Không áp dụng", tally.excused),
        ("Chưa đến ngày tính", tally.waiting),
    )
    return UnitLine(tally, [(words, those(keys)) for words, keys in kinds if keys])
