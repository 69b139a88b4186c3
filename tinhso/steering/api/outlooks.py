"""Dự báo: what is expected of each target, with its range and the figures it was computed from."""

from datetime import date
from decimal import Decimal

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.steering.api.reading_shapes import KnownQuery, decimal
from tinhso.steering.api.seen import roster_of, seen_programme
from tinhso.steering.figures.expecting import outlook
from tinhso.steering.figures.forecast import Forecast
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.outlook import Outlook
from tinhso.steering.figures.totals import totals
from tinhso.steering.figures.verdicts import standing_of
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.surfaces.api.examples import shown_as

router = Router()
_FORECAST = {
    "on": "2022-12-31",
    "value": "96.7",
    "low": "96.2",
    "high": "97.3",
    "points": [{"on": "2022-06-14", "value": "81.6"}],
}
_EXAMPLE = {
    "target": 5,
    "verdict": "open",
    "due_on": "2022-12-31",
    "forecast": _FORECAST,
    "will_reach": True,
    "is_sure": True,
    "silence": "",
    "words": "dự báo 96,7 % (khoảng 96,2–97,3 %) vào ngày 31/12/2022, sẽ đạt",
}


class DayValue(Schema):
    """A figure that the forecast was computed from, in the target's unit."""

    model_config = shown_as({"on": "2022-06-14", "value": "81.6"})

    on: date
    value: Decimal


class ForecastShown(Schema):
    """What is expected, in the target's unit, six decimals; never a figure."""

    model_config = shown_as(_FORECAST)

    on: date
    value: Decimal
    low: Decimal
    high: Decimal
    points: list[DayValue]


class OutlookShown(Schema):
    """A target with its forecast, or why there is none."""

    model_config = shown_as(_EXAMPLE)

    target: int
    verdict: str
    due_on: date
    forecast: ForecastShown | None
    will_reach: bool | None
    is_sure: bool | None = Field(description="Cả khoảng đều nói như vậy. The whole range says the same.")
    silence: str = Field(description="due, not_measured, too_few, too_far, new_year; rỗng khi có dự báo (or empty)")
    words: str


@router.get(
    "/programmes/{int:programme}/indicators/{int:indicator}/outlook",
    response=list[OutlookShown],
    url_name="outlook",
    summary="Dự báo của một chỉ tiêu",
)
def get_outlook(
    request: HttpRequest, programme: int, indicator: int, *, asked: Query[KnownQuery]
) -> list[OutlookShown]:
    """One for each target: the line of Theil and Sen through the last comparable days, drawn on to the target's day."""
    seen = seen_programme(request, programme)
    found = whole_indicator(seen, indicator)
    if found is None or found.withdrawn_at:
        raise Http404
    measure = measures_of([found], roster_of(seen, asked.day))[found.pk]
    levels = totals(seen, asked.day, known_at=asked.known_at).get(found.pk, {})
    days = {"day": asked.day, "ends_on": seen.ends_on}
    stands = [standing_of(target, levels, measure, **days) for target in found.targets.all()]
    return [_shown(outlook(each, measure, **days)) for each in stands]


def _shown(each: Outlook) -> OutlookShown:
    found = each.forecast
    return OutlookShown(
        target=each.standing.target.pk,
        verdict=each.standing.verdict,
        due_on=each.due_on,
        forecast=_forecast(found) if found else None,
        will_reach=each.will_reach if found else None,
        is_sure=each.is_sure if found else None,
        silence=each.silence,
        words=each.words,
    )


def _forecast(found: Forecast) -> ForecastShown:
    return ForecastShown(
        on=found.on,
        value=decimal(found.value),
        low=decimal(found.low),
        high=decimal(found.high),
        points=[DayValue(on=day, value=decimal(value)) for day, value in found.points],
    )
