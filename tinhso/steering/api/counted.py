"""Phép đếm: what is counted and how, what was counted, and the records of a count."""

from collections.abc import Sequence
from datetime import date, datetime

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.kernel.accounts.standing import person, require
from tinhso.kernel.metrics.catalogue import known_metric, metric_of, metrics
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.opening import Place, open_records
from tinhso.kernel.metrics.recipes import Metric
from tinhso.kernel.organisations.models import Unit
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()
_RECIPE = {"version": 1, "since": "2022-01-01", "until": None, "words": "Mẫu số: báo cáo phải gửi có hạn trong kỳ đếm."}


class RecipeShown(Schema):
    """One version of how it is counted, for spans that end on these days."""

    model_config = shown_as(_RECIPE)

    version: int
    since: date
    until: date | None
    words: str


class MetricShown(Schema):
    """A metric with its versions."""

    model_config = shown_as(
        {"code": "bao-cao-truc-tuyen", "name": "Báo cáo trực tuyến", "counts": "", "ground": "", "versions": [_RECIPE]}
    )

    code: str
    name: str
    counts: str
    ground: str
    versions: Sequence[RecipeShown]


class CountShown(Schema):
    """A count that was taken: the figure, the version, the moment."""

    model_config = shown_as(
        {
            "id": 9,
            "metric": "bao-cao-truc-tuyen",
            "version": 1,
            "subject": "programme/1",
            "from_on": "2022-01-01",
            "to_on": "2022-09-14",
            "numerator": 58,
            "denominator": 64,
            "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "counted_at": "2022-09-15T08:00:00+07:00",
            "note": "",
            "corrects": None,
            "superseded_at": None,
        }
    )

    id: int
    metric: str
    version: int
    subject: str
    from_on: date
    to_on: date
    numerator: int
    denominator: int | None
    digest: str
    counted_at: datetime
    note: str
    corrects: int | None
    superseded_at: datetime | None


class RecordShown(Schema):
    """One record that was counted, as it stands now; personal columns are never shown."""

    model_config = shown_as({"unit": "so-tttt", "key": 31, "cells": {"hạn gửi": "20/9/2022"}, "state": ""})

    unit: str
    key: int
    cells: dict[str, str]
    state: str = Field(description="'' như khi đếm; changed, gone, closed. '' as it was counted.")


class RecordQuery(Schema):
    """Which records."""

    side: str = Field("numerator", pattern="^(numerator|denominator)$")
    unit: str = Field("", max_length=100, description="Khóa đơn vị. A unit's key.")
    after_unit: int = Field(0, ge=0, le=2**62, description="Từ `next`. From `next`.")
    after_key: int = Field(0, ge=0, le=2**62, description="Từ `next`. From `next`.")
    limit: int = Field(50, ge=1, le=200)


class RecordsShown(Schema):
    """A page of records; `next` holds after_unit and after_key of the next one."""

    model_config = shown_as({"items": [], "next": None})

    items: list[RecordShown]
    next: tuple[int, int] | None


@router.get("/metrics", response=list[MetricShown], url_name="metrics", summary="Các phép đếm")
def list_metrics(request: HttpRequest) -> list[MetricShown]:
    """What the system counts from records."""
    return [_metric(each) for each in metrics()]


@router.get("/metrics/{slug:code}/counts", response=Page[CountShown], url_name="counts", summary="Các lần đếm")
def list_counts(request: HttpRequest, code: str, *, paging: Query[PageQuery]) -> dict[str, object]:
    """The counts of a metric that were taken, also those that a later one corrects."""
    require(request, metric_of(code).reader)
    return page(Count.objects.filter(metric=code), ("-id",), query=paging, request=request, show=_count)


@router.get("/counts/{int:count}/records", response=RecordsShown, url_name="count", summary="Bản ghi đã đếm")
def list_records(request: HttpRequest, count: int, *, asked: Query[RecordQuery]) -> RecordsShown:
    """The records behind a figure: as many as it says."""
    found = get_object_or_404(Count, pk=count)
    metric = known_metric(found.metric)
    if metric is None:
        raise Http404
    unit = get_object_or_404(Unit, key=asked.unit).pk if asked.unit else None
    place = Place(asked.after_unit, asked.after_key)
    leaf = open_records(metric, found, asked.side, by=person(request), unit=unit, after=place, most=asked.limit)
    keys = dict(Unit.objects.filter(pk__in={each.unit for each in leaf.records}).values_list("pk", "key"))
    records = [
        RecordShown(
            unit=keys[each.unit],
            key=each.key,
            cells=dict(zip(leaf.columns, each.cells, strict=False)),
            state=each.state,
        )
        for each in leaf.records
    ]
    return RecordsShown(items=records, next=leaf.after)


def _metric(metric: Metric) -> MetricShown:
    versions = [RecipeShown.from_orm(each) for each in metric.versions]
    return MetricShown(
        code=metric.code, name=metric.name, counts=metric.counts, ground=metric.ground, versions=versions
    )


def _count(count: Count) -> CountShown:
    names = set(CountShown.model_fields) - {"corrects"}
    return CountShown(**{name: getattr(count, name) for name in names}, corrects=count.corrects_id)
