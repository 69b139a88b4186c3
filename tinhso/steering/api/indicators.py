"""Indicators: all of a programme, one with its words in the document; accepting one."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.steering.api.bodies import Body, BodyWhole, bodies, whole_bodies
from tinhso.steering.api.corrections import IndicatorCorrection, wanted_indicator
from tinhso.steering.api.quotes import Quote, quotes
from tinhso.steering.api.seen import roster_of, row_for_accepting, seen_programme, unit_of
from tinhso.steering.programmes.actions.accept import accept
from tinhso.steering.programmes.editing.correct import correct
from tinhso.steering.programmes.fetching import listed_indicators, whole_indicator
from tinhso.steering.programmes.filters import IndicatorFilter, indicators_of
from tinhso.steering.programmes.models import Acceptance, Indicator, Programme, Target
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()
_TARGET = {
    "id": 5,
    "comparator": ">=",
    "value": "85.000000",
    "value_to": None,
    "unit": "%",
    "level": "province",
    "scope": "",
    "from_on": "2022-06-01",
    "by_on": None,
    "each_year": False,
    "wording": "đạt 85%",
}
_EXAMPLE = {
    "id": 3,
    "code": "II.3",
    "name": "Tỷ lệ hồ sơ giải quyết trực tuyến",
    "text": "- Tỷ lệ hồ sơ giải quyết trực tuyến đạt 85%;",
    "section": 12,
    "exclusions": "",
    "acceptance": "accepted",
    "targets": [_TARGET],
    "bodies": [],
    "version": 2,
    "page": "/chuong-trinh/1/chi-tieu/3",
}


class TargetShown(Schema):
    """A threshold: the figure stands to `value` as `comparator` says."""

    model_config = shown_as(_TARGET)

    id: int
    comparator: str = Field(description=">=, >, <=, <, =, ~ (khoảng, about)")
    value: Decimal
    value_to: Decimal | None
    unit: str
    level: str = Field(description="province, district, commune, hoặc rỗng (or empty)")
    scope: str
    from_on: date | None
    by_on: date | None
    each_year: bool
    wording: str


class IndicatorRow(Schema):
    """An indicator of a list."""

    model_config = shown_as(_EXAMPLE)

    id: int
    code: str
    name: str
    text: str
    section: int | None
    exclusions: str
    acceptance: str = Field(description="proposed, accepted, corrected")
    targets: list[TargetShown]
    bodies: Sequence[Body]
    version: int
    page: str


class IndicatorWhole(IndicatorRow):
    """An indicator with its words in the document."""

    model_config = shown_as({**_EXAMPLE, "quotes": []})

    bodies: Sequence[BodyWhole]
    quotes: list[Quote]


class IndicatorQuery(Schema):
    """What a list of indicators may be narrowed to; the empty value narrows nothing."""

    q: str = Field("", max_length=200, description="Từ cần tìm, có dấu hoặc không. Words, tone marks or not.")
    section: int | None = Field(None, ge=1, le=2**63 - 1, description="Đề mục. A section's id.")
    watcher: str = Field("", max_length=100, description="Khóa đơn vị theo dõi. Key of the unit that watches.")
    lead: str = Field("", max_length=100, description="Khóa đơn vị chủ trì. Key of the unit that leads.")
    level: Literal["", "province", "district", "commune"] = ""
    acceptance: Literal["", "proposed", "accepted", "corrected"] = ""


@router.get(
    "/{int:programme}/indicators",
    response=Page[IndicatorRow],
    url_name="indicators",
    summary="Chỉ tiêu của chương trình",
)
def list_indicators(
    request: HttpRequest, programme: int, *, asked: Query[IndicatorQuery], paging: Query[PageQuery]
) -> dict[str, object]:
    """The indicators with targets and owners, in the order of the plan."""
    found = seen_programme(request, programme)
    rows = indicators_of(found, _filter(asked), roster=roster_of(found, timezone.localdate()))
    return page(listed_indicators(rows), ("position", "id"), query=paging, request=request, show=_row)


@router.get(
    "/{int:programme}/indicators/{int:indicator}",
    response=IndicatorWhole,
    url_name="indicator",
    summary="Một chỉ tiêu",
)
def get_indicator(request: HttpRequest, programme: int, indicator: int, *, response: HttpResponse) -> IndicatorWhole:
    """One indicator with its words in the document; what a corrected version left out stays to be read."""
    return shown_indicator(response, seen_programme(request, programme), indicator)


@router.post(
    "/{int:programme}/indicators/{int:indicator}/acceptance",
    response=IndicatorWhole,
    url_name="accept_indicator",
    summary="Chấp nhận một chỉ tiêu",
    openapi_extra=IF_MATCH,
)
def accept_indicator(request: HttpRequest, programme: int, indicator: int, *, response: HttpResponse) -> IndicatorWhole:
    """Stand behind what the machine read: the indicator with its targets and sure owners."""
    item, by = row_for_accepting(request, programme, Indicator.objects.current(), key=indicator)
    accept(item, by=by, version=wanted_version(request))
    return shown_indicator(response, item.programme, indicator)


@router.patch(
    "/{int:programme}/indicators/{int:indicator}",
    response=IndicatorWhole,
    url_name="correct_indicator",
    summary="Sửa một chỉ tiêu",
    openapi_extra=IF_MATCH,
)
def correct_indicator(
    request: HttpRequest, programme: int, indicator: int, *, response: HttpResponse, sent: IndicatorCorrection
) -> IndicatorWhole:
    """A person stands behind it from now on; what it said before is kept."""
    item, by = row_for_accepting(request, programme, Indicator.objects.current(), key=indicator)
    correct(item, wanted_indicator(sent, item), by=by, version=wanted_version(request))
    return shown_indicator(response, item.programme, indicator)


def shown_indicator(response: HttpResponse, programme: Programme, key: int) -> IndicatorWhole:
    """The indicator as it stands, with its version in the answer's ETag; or 404."""
    found = whole_indicator(programme, key)
    if found is None:
        raise Http404
    show_version(response, found.version)
    return IndicatorWhole(
        **_row(found).dict(exclude={"bodies"}),
        bodies=whole_bodies(found.assignments.all()),
        quotes=quotes(found.spans.all()),
    )


def _filter(asked: IndicatorQuery) -> IndicatorFilter:
    return IndicatorFilter(
        query=asked.q,
        section=asked.section,
        watcher=unit_of(asked.watcher).pk if asked.watcher else None,
        lead=unit_of(asked.lead).pk if asked.lead else None,
        level=asked.level,
        acceptance=asked.acceptance if asked.acceptance in Acceptance.values else "",
    )


def _row(indicator: Indicator) -> IndicatorRow:
    return IndicatorRow(
        id=indicator.pk,
        code=indicator.code,
        name=indicator.name,
        text=indicator.text,
        section=indicator.section_id,
        exclusions=indicator.exclusions,
        acceptance=indicator.acceptance,
        targets=[_target(target) for target in indicator.targets.all()],
        bodies=bodies(indicator.assignments.all()),
        version=indicator.version,
        page=reverse("pages:indicator", args=(indicator.programme_id, indicator.pk)),
    )


def _target(target: Target) -> TargetShown:
    return TargetShown.from_orm(target)
