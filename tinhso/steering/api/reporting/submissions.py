"""Các lần gửi: what a unit sent, as it sent it, each line with what it became."""

from datetime import datetime

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.steering.api.reporting.report_shapes import GivenShown, given_shown
from tinhso.steering.api.reporting.seen import seen_report
from tinhso.steering.figures.giving import Given
from tinhso.steering.reporting.models import SentFigure, SentTask, Submission
from tinhso.steering.reporting.models.reports import PARTS
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()


class SentTaskShown(Schema):
    """A task's line as it was sent; `entry` is the deed in the task's history."""

    task: int
    code: str
    said: str
    share: int | None
    note: str
    behalf: str
    unchanged: bool
    entry: int | None


class SentFigureShown(Schema):
    """A figure as it was sent; `value` is the figure that it gave or confirmed, none for “chưa có số liệu”."""

    indicator: int
    code: str
    unit: str
    unchanged: bool
    note: str
    value: int | None
    given: GivenShown | None


class SubmissionShown(Schema):
    """One sending."""

    number: int
    sent_at: datetime
    account: str
    nil: bool


class SubmissionWhole(SubmissionShown):
    """One sending with its fixed parts and lines."""

    texts: dict[str, str] = Field(description="results, difficulties, proposals, directions")
    tasks: list[SentTaskShown]
    figures: list[SentFigureShown]


@router.get(
    "/reports/{int:report}/submissions",
    response=Page[SubmissionShown],
    url_name="submissions",
    summary="Các lần gửi",
)
def list_submissions(request: HttpRequest, report: int, paging: Query[PageQuery]) -> dict[str, object]:
    """The first one first."""
    return page(_of(request, report), ("number",), query=paging, request=request, show=_shown)


@router.get(
    "/reports/{int:report}/submissions/{int:number}",
    response=SubmissionWhole,
    url_name="submission",
    summary="Một lần gửi",
)
def get_submission(request: HttpRequest, report: int, number: int) -> SubmissionWhole:
    """With every line as it was sent; nothing here changes."""
    found = get_object_or_404(_of(request, report), number=number)
    tasks = found.tasks.select_related("task").order_by("task__position", "pk")
    figures = found.figures.select_related("indicator", "unit", "value").order_by("indicator__position", "pk")
    return SubmissionWhole(
        **_shown(found).dict(),
        texts={name: getattr(found, name) for name in PARTS},
        tasks=[_task(each) for each in tasks],
        figures=[_figure(each) for each in figures],
    )


def _of(request: HttpRequest, report: int) -> "QuerySet[Submission]":
    return Submission.objects.filter(report=seen_report(request, report)).select_related("deed__account")


def _shown(found: Submission) -> SubmissionShown:
    deed = found.deed
    return SubmissionShown(number=found.number, sent_at=deed.recorded_at, account=deed.account.username, nil=found.nil)


def _task(each: SentTask) -> SentTaskShown:
    return SentTaskShown(
        task=each.task_id,
        code=each.task.code,
        said=each.said,
        share=each.share,
        note=each.note,
        behalf=each.behalf,
        unchanged=each.unchanged,
        entry=each.entry_id,
    )


def _figure(each: SentFigure) -> SentFigureShown:
    return SentFigureShown(
        indicator=each.indicator_id,
        code=each.indicator.code,
        unit=each.unit.key,
        unchanged=each.unchanged,
        note=each.note,
        value=each.value_id,
        given=given_shown(Given.of(each.value) if each.value else None),
    )
