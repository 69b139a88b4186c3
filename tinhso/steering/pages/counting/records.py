"""The records behind a number: what a count counted, page by page, as they stand now."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.standing import person
from tinhso.kernel.metrics.catalogue import known_metric
from tinhso.kernel.metrics.models import Count, Pile, UnitCount
from tinhso.kernel.metrics.opening import Leaf, Opened, Place, State, open_records
from tinhso.kernel.metrics.recipes import Metric, Recipe
from tinhso.lib.numbers import whole_number
from tinhso.steering.following.naming import names_of_time
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.surfaces.web.carrying.asking import leaf

LEAF = 50
SIDE, UNIT, AFTER = "phan", "don_vi", "sau"
WORDS = {State.CHANGED: "đã sửa sau khi đếm", State.GONE: "không còn", State.CLOSED: "ngoài phạm vi của bạn"}


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record with its unit's name on the span's last day, and what became of it."""

    record: Opened
    unit: str
    columns: tuple[str, ...]

    @property
    def cells(self) -> list[tuple[str, str]]:
        """Each cell with what stands above it."""
        return list(zip(self.columns, self.record.cells, strict=False))

    @property
    def words(self) -> str:
        """ "đã sửa sau khi đếm"; nothing where it is the same."""
        return WORDS.get(self.record.state, "")


@dataclass(frozen=True, slots=True)
class CountView:
    """The page."""

    count: Count
    metric: Metric
    recipe: Recipe
    side: str
    unit: str
    figure: UnitCount | Count
    leaf: Leaf
    lines: Sequence[RecordLine]
    next: str

    @property
    def total(self) -> int:
        """How many records the side has."""
        return (self.figure.numerator if self.side == Pile.Side.NUMERATOR else self.figure.denominator) or 0


@require_safe
def records(request: HttpRequest, count: int) -> HttpResponse:
    """A page of the records of one side, of all units or of one."""
    refuse_unknown(request, {SIDE, UNIT, AFTER})
    found = get_object_or_404(Count.objects.select_related("counted_by", "corrects", "corrected_by"), pk=count)
    metric = known_metric(found.metric)
    if metric is None:
        raise Http404
    return render(request, "counting/records.html", {"view": _view(request, found, metric)})


def _view(request: HttpRequest, count: Count, metric: Metric) -> CountView:
    side = Pile.Side.DENOMINATOR if request.GET.get(SIDE) == "mau" else Pile.Side.NUMERATOR
    unit = whole_number(request.GET.get(UNIT, "").removeprefix("u")) or None
    after = Place(*(whole_number(part) for part in _two(request.GET.get(AFTER, ""))))
    opened = open_records(metric, count, side, by=person(request), unit=unit, after=after, most=leaf(request, LEAF))
    names = names_of_time([*((each.unit, count.to_on) for each in opened.records), (unit, count.to_on)])
    return CountView(
        count,
        metric,
        metric.version(count.version) or metric.versions[-1],
        side=side,
        unit=names.get((unit, count.to_on), "") if unit else "",
        figure=get_object_or_404(UnitCount, count=count, unit=unit) if unit else count,
        leaf=opened,
        lines=[RecordLine(each, names[each.unit, count.to_on], opened.columns) for each in opened.records],
        next=_next(request, opened),
    )


def _two(words: str) -> tuple[str, str]:
    first, _, second = words.partition("-")
    return first, second


def _next(request: HttpRequest, leaf: Leaf) -> str:
    if leaf.after is None:
        return ""
    kept = {name: request.GET[name] for name in (SIDE, UNIT) if name in request.GET}
    return "?" + urlencode({**kept, AFTER: f"{leaf.after.unit}-{leaf.after.key}"})
