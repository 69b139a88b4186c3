"""Cách đo: how an indicator is measured, proposed by the machine until the department in charge settles it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Schema
from pydantic import Field

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.api.seen import seen_programme, seen_programmes
from tinhso.steering.figures.actions.settle import settle
from tinhso.steering.figures.executing import naming_day
from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.steering.programmes.models import Indicator, Programme
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()
_ADDRESS = "/programmes/{int:programme}/indicators/{int:indicator}/measure"
_WANTED = {
    "kind": "ratio",
    "aggregation": "sum",
    "timing": "cumulative",
    "better": "up",
    "share_of_whole": True,
    "levels": ["district"],
    "taken_from": None,
}


class MeasureShown(Schema):
    """What a unit gives, and what the province's figure is made from."""

    model_config = shown_as({**_WANTED, "taken_by": [], "acceptance": "accepted", "version": 2})

    kind: str = Field(description="ratio, number, yes_no, day, words")
    aggregation: str = Field(description="sum, latest, none")
    timing: str = Field(description="cumulative, in_period")
    better: str = Field(description="up, down")
    share_of_whole: bool = Field(description="Tử số không lớn hơn mẫu số. The numerator is a part of the denominator.")
    levels: list[str] = Field(description="whole, province, district, commune, outside")
    taken_from: int | None = Field(description="Chỉ tiêu nơi số được nhập. The indicator whose figures these are.")
    taken_by: list[int] = Field(description="Các chỉ tiêu lấy số từ đây. Indicators whose figures these are too.")
    acceptance: str = Field(description="proposed, accepted, corrected")
    version: int


class MeasureSent(Sent):
    """The whole measure; the proposal sent back unchanged accepts it."""

    model_config = {**Sent.model_config, **shown_as(_WANTED)}

    kind: Measure.Kind
    aggregation: Measure.Aggregation
    timing: Measure.Timing
    better: Measure.Better
    share_of_whole: bool
    levels: list[Level] = Field(min_length=1, max_length=len(Level))
    taken_from: int | None = Field(None, ge=1, le=2**63 - 1)


@router.get(_ADDRESS, response=MeasureShown, url_name="measure", summary="Cách đo một chỉ tiêu")
def get_measure(request: HttpRequest, programme: int, indicator: int, *, response: HttpResponse) -> MeasureShown:
    """The measure that stands, or the machine's proposal."""
    return _shown(response, _indicator(seen_programme(request, programme), indicator))


@router.put(
    _ADDRESS, response=MeasureShown, url_name="settle_measure", summary="Xác nhận cách đo", openapi_extra=IF_MATCH
)
def put_measure(
    request: HttpRequest, programme: int, indicator: int, *, response: HttpResponse, sent: MeasureSent
) -> MeasureShown:
    """By the department in charge; the kind stays as it is once there are figures."""
    found, by = seen_programme(request, programme), require(request, Verb.KEEP_FIGURES)
    item = _indicator(found, indicator)
    levels = ",".join(level for level in Level.values if level in sent.levels)
    wanted = {**sent.dict(), "levels": levels, "taken_from": _source(request, sent.taken_from)}
    settle(item, wanted, by=by, version=wanted_version(request))
    return _shown(response, item)


def _indicator(programme: Programme, key: int) -> Indicator:
    found = whole_indicator(programme, key)
    if found is None:
        raise Http404
    return found


def _source(request: HttpRequest, key: int | None) -> Indicator | None:
    seen = Indicator.objects.current().filter(programme__in=seen_programmes(request))
    return get_object_or_404(seen, pk=key) if key else None


def _shown(response: HttpResponse, indicator: Indicator) -> MeasureShown:
    roster = Roster.on(naming_day(indicator.programme, timezone.localdate()))
    measure = measures_of([indicator], roster)[indicator.pk]
    show_version(response, measure.version)
    names = set(MeasureShown.model_fields) - {"levels", "taken_from", "taken_by"}
    return MeasureShown(
        **{name: getattr(measure, name) for name in names},
        levels=list(measure.reporting),
        taken_from=measure.taken_from_id,
        taken_by=list(Measure.objects.filter(taken_from=indicator).order_by("pk").values_list("pk", flat=True)),
    )
