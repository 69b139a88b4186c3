"""Báo cáo của đơn vị: the reports of a round, one with its draft and what is known, what was done about it."""

from datetime import date, datetime

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.steering.api.reporting.report_shapes import DraftShown, ReportShown, draft_shown, report_shown
from tinhso.steering.api.reporting.seen import part_of, seen_report, seen_round
from tinhso.steering.api.seen import unit_of
from tinhso.steering.reporting.models import Report, ReportDeed
from tinhso.steering.reporting.models.reports import LATE
from tinhso.surfaces.api.etags import show_version
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()


class ReportQuery(Schema):
    """What the list may be narrowed to."""

    state: Report.State | None = Field(
        None, description="unopened, in_work, at_head, head_returned, sent, returned, accepted"
    )
    unit: str = Field("", max_length=100, description="Khóa đơn vị. A unit's key.")
    missing: bool = Field(default=False, description="Chỉ báo cáo còn thiếu. Those not in, or returned.")
    late: bool = Field(default=False, description="Chỉ báo cáo gửi trễ. Those first sent after their due day.")
    required: bool | None = Field(None, description="Phải gửi hay không. Whether a report is asked for.")


class ReportDeedShown(Schema):
    """Something done about a report; nothing here is changed or deleted."""

    id: int
    kind: str
    day: date
    recorded_at: datetime
    account: str
    in_name_of: str | None
    unit: str | None
    words: str


@router.get(
    "/rounds/{int:period}/reports", response=Page[ReportShown], url_name="reports", summary="Báo cáo của các đơn vị"
)
def list_reports(
    request: HttpRequest, period: int, *, asked: Query[ReportQuery], paging: Query[PageQuery]
) -> dict[str, object]:
    """Every unit's; `missing` is the list of who is still to send."""
    rows = Report.objects.filter(_narrowed(asked), round=seen_round(request, period)).select_related("unit")
    rows = rows.missing() if asked.missing else rows
    return page(rows, ("id",), query=paging, request=request, show=report_shown)


@router.get("/reports/{int:report}", response=DraftShown, url_name="report", summary="Báo cáo của một đơn vị")
def get_report(request: HttpRequest, report: int, *, response: HttpResponse) -> DraftShown:
    """With its lines as draft and what is known, for who writes, approves or takes it."""
    found = seen_report(request, report)
    show_version(response, found.version)
    return draft_shown(found, open_to_caller=part_of(request, found).sees_draft)


@router.get(
    "/reports/{int:report}/deeds",
    response=Page[ReportDeedShown],
    url_name="report_deeds",
    summary="Quá trình của báo cáo",
)
def list_deeds(request: HttpRequest, report: int, paging: Query[PageQuery]) -> dict[str, object]:
    """Begun, submitted, sent, returned, accepted, given more time, reminded; the oldest first."""
    rows = ReportDeed.objects.filter(report=seen_report(request, report))
    rows = rows.select_related("account", "in_name_of", "unit")
    return page(rows, ("recorded_at", "id"), query=paging, request=request, show=_deed)


def _narrowed(asked: ReportQuery) -> Q:
    wanted = Q()
    if asked.state:
        wanted &= Q(state=asked.state)
    if asked.unit:
        wanted &= Q(unit=unit_of(asked.unit))
    if asked.late:
        wanted &= LATE
    return wanted if asked.required is None else wanted & Q(required=asked.required)


def _deed(deed: ReportDeed) -> ReportDeedShown:
    return ReportDeedShown(
        id=deed.pk,
        kind=deed.kind,
        day=deed.day,
        recorded_at=deed.recorded_at,
        account=deed.account.username,
        in_name_of=deed.in_name_of.username if deed.in_name_of else None,
        unit=deed.unit.key if deed.unit else None,
        words=deed.words,
    )
