"""The items of a programme as the review lists them: to be accepted, accepted, dropped; and adding one."""

from typing import Literal

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import Field

from tinhso.steering.api.review.naming import Kind, item_of
from tinhso.steering.api.review.shapes import ItemRow, ItemWhole, row_of, shown
from tinhso.steering.api.seen import for_accepting
from tinhso.steering.programmes.editing.add import add
from tinhso.steering.programmes.editing.add_product import add_product
from tinhso.steering.programmes.editing.places import found_words
from tinhso.steering.programmes.models import EditableItem, Item, Programme
from tinhso.steering.programmes.naming import KINDS
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page
from tinhso.surfaces.api.shapes import Sent

router = Router()


class ItemQuery(Schema):
    """What the list may be narrowed to."""

    kind: Kind = Field("task", description="Loại mục. The kind of item.")
    acceptance: Literal["", "proposed", "accepted", "corrected"] = ""
    dropped: bool = Field(default=False, description="Các mục đã bỏ, đã gộp. Those dropped or merged away.")


class WordsSent(Sent):
    """The words, what they are, and near which character they stand."""

    model_config = {
        **Sent.model_config,
        **shown_as({"kind": "task", "words": "Xây dựng Quy chế quản lý hệ thống thông tin báo cáo", "start": 1204}),
    }

    kind: Literal["task", "indicator", "duty", "deliverable"]
    words: str = Field(min_length=1, max_length=20_000, description="Nguyên văn trong văn bản. Word for word.")
    start: int = Field(0, ge=0, le=10**9, description="Ký tự gần đó của toàn văn. Near which character of the text.")


@router.get("/{int:programme}/items", response=Page[ItemRow], url_name="items", summary="Các mục để duyệt")
def list_items(
    request: HttpRequest, programme: int, *, asked: Query[ItemQuery], paging: Query[PageQuery]
) -> dict[str, object]:
    """The items of a kind in the order of the plan. For whoever may accept them."""
    found, _by = for_accepting(request, programme)
    return page(_rows(found, asked), ("position", "id"), query=paging, request=request, show=row_of)


@router.get("/{int:programme}/items/{slug:reviewed}", response=ItemWhole, url_name="item", summary="Một mục để duyệt")
def get_item(request: HttpRequest, programme: int, reviewed: str, *, response: HttpResponse) -> ItemWhole:
    """One item, also one that was dropped, with what people did to it."""
    found, _by = for_accepting(request, programme)
    return shown(response, item_of(found, reviewed))


@router.post(
    "/{int:programme}/items", response={201: ItemWhole}, url_name="add_item", summary="Thêm mục từ lời văn bản"
)
def add_item(request: HttpRequest, programme: int, *, response: HttpResponse, sent: WordsSent) -> Status[ItemWhole]:
    """Read as the machine would; a product (`deliverable`) answers with the task that got it."""
    found, by = for_accepting(request, programme)
    start, end = found_words(found.document.reading.text, sent.words, near=sent.start)
    if sent.kind == "deliverable":
        return Status(201, shown(response, add_product(found, start, end, by=by)))
    return Status(201, shown(response, add(found, start, end, kind=sent.kind, by=by)))


def _rows(programme: Programme, asked: ItemQuery) -> "QuerySet[Item]":
    model = KINDS[asked.kind]
    rows = model._default_manager.filter(programme=programme, withdrawn_at__isnull=not asked.dropped)
    if asked.dropped:
        # What a corrected version left out is withdrawn by nobody.
        rows = rows.exclude(Q(withdrawn_by=None)) if issubclass(model, EditableItem) else rows.none()
    return rows.filter(acceptance=asked.acceptance) if asked.acceptance else rows
