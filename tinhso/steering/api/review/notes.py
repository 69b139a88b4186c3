"""What no item holds, and what is to be settled before signing: listed, set aside, seen."""

from datetime import datetime

from django.db.models import Prefetch
from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.steering.api.quotes import Quote, quotes
from tinhso.steering.api.seen import for_accepting, row_for_accepting
from tinhso.steering.programmes.editing.see import see
from tinhso.steering.programmes.editing.set_aside import set_aside
from tinhso.steering.programmes.models import Finding, SourceSpan, Unplaced
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()
_PIECE = {"id": 7, "text": "Đoạn chưa xếp được", "set_aside_by": None, "set_aside_at": None, "quotes": []}
_FINDING = {
    "id": 4,
    "kind": "no_owner",
    "message": "Không nêu đơn vị chủ trì",
    "item_code": "II.1.a",
    "seen_by": None,
    "seen_at": None,
    "quotes": [],
}


class PieceShown(Schema):
    """A piece of the text that fell into no item."""

    model_config = shown_as(_PIECE)

    id: int
    text: str
    set_aside_by: str | None = Field(description="Ai xác nhận không phải mục. Who said that it is no item.")
    set_aside_at: datetime | None
    quotes: list[Quote]


class FindingShown(Schema):
    """Something to settle before signing."""

    model_config = shown_as(_FINDING)

    id: int
    kind: str
    message: str
    item_code: str
    seen_by: str | None
    seen_at: datetime | None
    quotes: list[Quote]


@router.get("/{int:programme}/unplaced", response=Page[PieceShown], url_name="unplaced", summary="Đoạn chưa xếp được")
def list_unplaced(request: HttpRequest, programme: int, *, paging: Query[PageQuery]) -> dict[str, object]:
    """Every piece in the order of the plan, those set aside among them."""
    found, _by = for_accepting(request, programme)
    rows = Unplaced.objects.filter(programme=found).select_related("set_aside_by").prefetch_related(_spans())
    return page(rows, ("position", "id"), query=paging, request=request, show=_piece)


@router.post(
    "/{int:programme}/unplaced/{int:piece}/setting-aside",
    response=PieceShown,
    url_name="set_aside",
    summary="Xếp riêng một đoạn",
)
def send_setting_aside(request: HttpRequest, programme: int, piece: int) -> PieceShown:
    """Somebody looked at it and it is no item; whoever said so first stays."""
    wanted, by = row_for_accepting(request, programme, Unplaced.objects.all(), key=piece)
    set_aside(wanted, by=by)
    wanted.refresh_from_db()
    return _piece(wanted)


@router.get(
    "/{int:programme}/findings", response=Page[FindingShown], url_name="findings", summary="Điểm cần xem trước khi ký"
)
def list_findings(request: HttpRequest, programme: int, *, paging: Query[PageQuery]) -> dict[str, object]:
    """Every point in the order of the plan, those seen among them."""
    found, _by = for_accepting(request, programme)
    rows = Finding.objects.filter(programme=found).select_related("seen_by").prefetch_related(_spans())
    return page(rows, ("position", "id"), query=paging, request=request, show=_finding)


@router.post(
    "/{int:programme}/findings/{int:finding}/seeing",
    response=FindingShown,
    url_name="see_finding",
    summary="Đã xem một lưu ý",
)
def send_seeing(request: HttpRequest, programme: int, finding: int) -> FindingShown:
    """Whoever saw it first stays."""
    wanted, by = row_for_accepting(request, programme, Finding.objects.all(), key=finding)
    see(wanted, by=by)
    wanted.refresh_from_db()
    return _finding(wanted)


def _spans() -> Prefetch[str]:
    return Prefetch("spans", SourceSpan.objects.order_by("document", "start", "pk"))


def _piece(piece: Unplaced) -> PieceShown:
    return PieceShown(
        id=piece.pk,
        text=piece.text,
        set_aside_by=piece.set_aside_by.username if piece.set_aside_by else None,
        set_aside_at=piece.set_aside_at,
        quotes=quotes(piece.spans.all()),
    )


def _finding(finding: Finding) -> FindingShown:
    return FindingShown(
        id=finding.pk,
        kind=finding.kind,
        message=finding.message,
        item_code=finding.item_code,
        seen_by=finding.seen_by.username if finding.seen_by else None,
        seen_at=finding.seen_at,
        quotes=quotes(finding.spans.all()),
    )
