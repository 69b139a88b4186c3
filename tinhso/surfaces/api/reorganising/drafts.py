"""Writing decisions down: drafts, their steps."""

from typing import Literal
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import Field

from tinhso.kernel.reorganisations.actions.prepare import add_lines, drop, prepare, remove_line, revise
from tinhso.kernel.reorganisations.models import Draft, Line
from tinhso.kernel.reorganisations.nameable import refuse_unknown
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import wanted_version
from tinhso.surfaces.api.paging import Page, PageQuery, page
from tinhso.surfaces.api.reorganising.confirmed import keeper
from tinhso.surfaces.api.reorganising.shapes import DraftRow, DraftWhole, FactsSent, StepsSent, row_of, shown
from tinhso.surfaces.api.reorganising.steps import lines_of

router = Router()
_DRAFT = "/drafts/{int:draft}"


class DraftQuery(Schema):
    """What the list may be narrowed to."""

    state: Literal["", "draft", "in_force", "dropped"] = Field("draft", description="Rỗng là tất cả. Empty means all.")


@router.get("/drafts", response=Page[DraftRow], url_name="drafts", summary="Dự thảo sắp xếp tổ chức")
def list_drafts(request: HttpRequest, asked: Query[DraftQuery], paging: Query[PageQuery]) -> dict[str, object]:
    """By the day of effect."""
    keeper(request)
    rows = Draft.objects.filter(state=asked.state) if asked.state else Draft.objects.all()
    return page(rows, ("effective_on", "id"), query=paging, request=request, show=row_of)


@router.post("/drafts", response={201: DraftWhole}, url_name="prepare_draft", summary="Soạn dự thảo sắp xếp")
def prepare_draft(request: HttpRequest, response: HttpResponse, sent: FactsSent) -> Status[DraftWhole]:
    """A new draft, without steps yet."""
    return Status(201, shown(response, prepare(sent.dict(), by=keeper(request), once=uuid4())))


@router.get(_DRAFT, response=DraftWhole, url_name="draft", summary="Một dự thảo sắp xếp")
def get_draft(request: HttpRequest, response: HttpResponse, draft: int) -> DraftWhole:
    """One draft with its lines."""
    keeper(request)
    return shown(response, get_object_or_404(Draft, pk=draft))


@router.put(_DRAFT, response=DraftWhole, url_name="revise_draft", summary="Sửa dự thảo sắp xếp", openapi_extra=IF_MATCH)
def revise_draft(request: HttpRequest, draft: int, *, response: HttpResponse, sent: FactsSent) -> DraftWhole:
    """Correct what it says of the decision."""
    by, found = keeper(request), get_object_or_404(Draft, pk=draft)
    revise(found, sent.dict(), version=wanted_version(request), by=by)
    return shown(response, found)


@router.post(
    f"{_DRAFT}/steps", response={201: DraftWhole}, url_name="add_steps", summary="Thêm bước vào dự thảo sắp xếp"
)
def add_steps(request: HttpRequest, draft: int, *, response: HttpResponse, sent: StepsSent) -> Status[DraftWhole]:
    """Units are named by key: of the day before, or made by a draft of the same day, or by a step sent along."""
    by, found = keeper(request), get_object_or_404(Draft, pk=draft)
    lines = lines_of(sent.steps)
    refuse_unknown(lines, found.effective_on)
    add_lines(found, lines, by=by)
    return Status(201, shown(response, found))


@router.post(
    f"{_DRAFT}/lines/{{int:row}}/removal", response=DraftWhole, url_name="remove_step", summary="Xóa bước khỏi dự thảo"
)
def remove_step(request: HttpRequest, draft: int, row: int, *, response: HttpResponse) -> DraftWhole:
    """The line goes."""
    by, found = keeper(request), get_object_or_404(Draft, pk=draft)
    remove_line(get_object_or_404(Line.objects.select_related("draft"), draft=found, pk=row), by=by)
    return shown(response, found)


@router.post(f"{_DRAFT}/drop", response=DraftWhole, url_name="drop_draft", summary="Bỏ dự thảo sắp xếp")
def drop_draft(request: HttpRequest, response: HttpResponse, draft: int) -> DraftWhole:
    """It is put away; what was entered stays to be read."""
    by, found = keeper(request), get_object_or_404(Draft, pk=draft)
    drop(found, by=by)
    return shown(response, found)
