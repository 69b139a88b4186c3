"""Xếp hạng: the units of an indicator in their order; over all indicators, which units are behind."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.steering.api.programmes import DayQuery
from tinhso.steering.api.reading_shapes import KnownQuery, decimal
from tinhso.steering.api.seen import seen_programme
from tinhso.steering.figures.ranking import Ranking, rankings
from tinhso.steering.figures.unit_figure import UnitFigure
from tinhso.steering.figures.unit_figures import figures_of_units
from tinhso.steering.figures.unit_tallies import tallies
from tinhso.steering.programmes.fetching import indicators_by_key, whole_indicator
from tinhso.steering.programmes.models import Indicator
from tinhso.surfaces.api.examples import shown_as

router = Router()
_PLACED = {
    "place": 1,
    "unit": "huyen-mau",
    "figure": "88.888888",
    "reached": True,
    "to_on": "2022-09-14",
    "is_older": False,
    "value": 501,
}
_LEVEL = {"level": "district", "target": 5, "placed": [_PLACED], "unknown": [], "not_applicable": [], "not_begun": []}
_BEHIND = {"unit": "huyen-mau", "behind": [3], "unknown": [], "reached": [], "not_applicable": [], "not_begun": []}


class PlacedShown(Schema):
    """A unit with its place; equal figures share one. `reached` null: the target is that of a sum."""

    model_config = shown_as(_PLACED)

    place: int
    unit: str
    figure: Decimal = Field(description="Theo đơn vị tính của mức. In the target's unit, six decimals.")
    reached: bool | None
    to_on: date = Field(description="Số liệu đến ngày. The last day that the figure tells of.")
    is_older: bool = Field(description="Có đơn vị cùng cấp đã có số mới hơn. Others of the level have a later one.")
    value: int | None = Field(description="Giá trị của đơn vị. The value it comes from.")


class LevelRanking(Schema):
    """The units of one level. Without a figure is never 0: such units have no place."""

    model_config = shown_as(_LEVEL)

    level: str
    target: int | None
    placed: list[PlacedShown]
    unknown: list[str]
    not_applicable: list[str]
    not_begun: list[str]


class UnitBehind(Schema):
    """In which indicators a unit is behind the target of its level, by their ids."""

    model_config = shown_as(_BEHIND)

    unit: str
    behind: list[int]
    unknown: list[int]
    reached: list[int]
    not_applicable: list[int]
    not_begun: list[int]


@router.get(
    "/programmes/{int:programme}/indicators/{int:indicator}/ranking",
    response=list[LevelRanking],
    url_name="ranking",
    summary="Xếp hạng đơn vị",
)
def get_ranking(
    request: HttpRequest, programme: int, indicator: int, *, asked: Query[KnownQuery]
) -> list[LevelRanking]:
    """By level, each against its own target by its own comparator."""
    seen = seen_programme(request, programme)
    found = whole_indicator(seen, indicator)
    if found is None or found.withdrawn_at:
        raise Http404
    of_units = figures_of_units(seen, [found], day=asked.day, known_at=asked.known_at)[found.pk]
    return [_shown(each) for each in rankings(of_units, day=asked.day, ends_on=seen.ends_on)]


@router.get(
    "/programmes/{int:programme}/units-behind",
    response=list[UnitBehind],
    url_name="units_behind",
    summary="Đơn vị còn chậm",
)
def get_units_behind(request: HttpRequest, programme: int, *, asked: Query[DayQuery]) -> list[UnitBehind]:
    """Every unit that gives figures, the furthest behind first."""
    seen = seen_programme(request, programme)
    keys = Indicator.objects.current().filter(programme=seen).in_document_order().values_list("pk", flat=True)
    found = figures_of_units(seen, indicators_by_key(keys).values(), day=asked.day)
    listed = tallies({key: rankings(each, day=asked.day, ends_on=seen.ends_on) for key, each in found.items()})
    return [
        UnitBehind(
            unit=each.version.unit.key,
            behind=each.behind,
            unknown=each.unknown,
            reached=each.reached,
            not_applicable=each.excused,
            not_begun=each.waiting,
        )
        for each in listed
    ]


def _shown(ranking: Ranking) -> LevelRanking:
    return LevelRanking(
        level=ranking.level,
        target=ranking.target.pk if ranking.target else None,
        placed=[
            PlacedShown(
                place=each.place,
                unit=each.unit.version.unit.key,
                figure=decimal(each.figure),
                reached=each.reached,
                to_on=each.to_on,
                is_older=each.is_older,
                value=each.unit.said.value if each.unit.said else None,
            )
            for each in ranking.placed
        ],
        unknown=_keys(ranking.unknown),
        not_applicable=_keys(ranking.excused),
        not_begun=_keys(ranking.waiting),
    )


def _keys(units: Iterable[UnitFigure]) -> list[str]:
    return [each.version.unit.key for each in units]
