"""Chuỗi số liệu: a series as reported or restated under the units of a day."""

from typing import Literal

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.api.reading_shapes import KnownQuery, PointShown, keys_of, points
from tinhso.steering.api.seen import roster_of, seen_programme
from tinhso.steering.figures.lines import together
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.unit_series import lines_of
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.surfaces.api.examples import shown_as

router = Router()


class SeriesQuery(KnownQuery):
    """Which reading."""

    reading: Literal["reported", "restated"] = Field(
        "reported", description="Như đã báo cáo, hay quy về đơn vị của ngày `on`. Restated under the units of `on`."
    )


class UnitSeries(Schema):
    """One unit's series; `made_of` names the units that gave its values."""

    model_config = shown_as({"unit": "huyen-mau", "points": [], "made_of": ["huyen-mau"]})

    unit: str
    points: list[PointShown]
    made_of: list[str]


class SeriesShown(Schema):
    """The province, its levels and units. `unclear` units were split without shares and stay undivided."""

    model_config = shown_as({"reading": "restated", "province": [], "levels": {}, "units": [], "unclear": []})

    reading: str
    province: list[PointShown]
    levels: dict[str, list[PointShown]]
    units: list[UnitSeries]
    unclear: list[str]


@router.get(
    "/programmes/{int:programme}/indicators/{int:indicator}/series",
    response=SeriesShown,
    url_name="series",
    summary="Chuỗi số liệu",
)
def get_series(request: HttpRequest, programme: int, indicator: int, *, asked: Query[SeriesQuery]) -> SeriesShown:
    """Up to the day. Days are the same in both readings: a whole merger changes no sum of the province."""
    found = whole_indicator(seen_programme(request, programme), indicator)
    if found is None or found.withdrawn_at:
        raise Http404
    measure = measures_of([found], roster_of(found.programme, asked.day))[found.pk]
    restated = asked.reading == "restated"
    lines = lines_of(found, measure, day=asked.day, restated=restated, known_at=asked.known_at)
    meant = {unit for line in lines.units.values() for unit in line.units} | set(lines.units)
    keys = dict(Unit.objects.filter(pk__in=meant).values_list("pk", "key"))
    whole = together(lines.levels[level] for level in measure.adding if level in lines.levels)
    order = Roster.on(asked.day).versions_of(lines.units)
    return SeriesShown(
        reading=asked.reading,
        province=points(whole),
        levels={level: points(line) for level, line in sorted(lines.levels.items())},
        units=[
            UnitSeries(
                unit=keys[unit], points=points(lines.units[unit]), made_of=keys_of(lines.units[unit].units, keys)
            )
            for unit in sorted(lines.units, key=lambda each: order[each].sort_key if each in order else "")
        ],
        unclear=keys_of(lines.unclear, keys),
    )
