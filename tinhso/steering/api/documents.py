"""Plan documents as they came: all, one, its text, what was read in it."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.programmes.models import PlanDocument
from tinhso.steering.programmes.models.documents import DocumentQuerySet
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()
_EXAMPLE = {
    "id": 1,
    "title": "Kế hoạch chuyển đổi số tỉnh Bắc Giang năm 2022",
    "file_name": "kh-bcdcds-bacgiang-2022.txt",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "size": 61234,
    "body": "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
    "number": "12",
    "symbol": "KH-BCĐ",
    "signer_name": "",
    "uploaded_at": "2022-02-25T08:00:00+07:00",
    "supersedes": None,
    "programme": 1,
}


class DocumentRow(Schema):
    """A document."""

    model_config = shown_as(_EXAMPLE)

    id: int
    title: str
    file_name: str
    sha256: str
    size: int
    body: str
    number: str
    symbol: str
    signer_name: str
    uploaded_at: datetime
    supersedes: int | None = Field(description="Văn bản mà nó thay. The document that it corrects.")
    programme: int | None = Field(description="Chương trình đang theo văn bản này. The programme it holds for.")


class DocumentText(Schema):
    """The text, to whose characters quotes point."""

    model_config = shown_as({"id": 1, "text": "KẾ HOẠCH\nChuyển đổi số …"})

    id: int
    text: str


class DocumentReading(Schema):
    """What the machine read, frozen; `content` follows tinhso/steering/intake/reading.schema.json."""

    model_config = shown_as({"id": 1, "coverage": 0.998, "content": {"indicators": [], "tasks": []}})

    id: int
    coverage: float
    content: dict[str, Any]


class DocumentQuery(Schema):
    """What the list may be narrowed to."""

    q: str = Field("", max_length=200, description="Từ cần tìm, có dấu hoặc không. Words, tone marks or not.")


@router.get("", response=Page[DocumentRow], url_name="documents", summary="Văn bản kế hoạch")
def list_documents(request: HttpRequest, asked: Query[DocumentQuery], paging: Query[PageQuery]) -> dict[str, object]:
    """Every document received, the newest first."""
    return page(_seen(request).matching(asked.q), ("-id",), query=paging, request=request, show=_row)


@router.get("/{int:document}", response=DocumentRow, url_name="document", summary="Một văn bản")
def get_document(request: HttpRequest, document: int) -> DocumentRow:
    """Its header and the bytes it came as."""
    return _row(get_object_or_404(_seen(request), pk=document))


@router.get("/{int:document}/text", response=DocumentText, url_name="document_text", summary="Toàn văn")
def get_document_text(request: HttpRequest, document: int) -> DocumentText:
    """The normalised text."""
    found = get_object_or_404(_seen(request).select_related("reading"), pk=document)
    return DocumentText(id=found.pk, text=found.reading.text)


@router.get("/{int:document}/reading", response=DocumentReading, url_name="document_reading", summary="Kết quả đọc")
def get_document_reading(request: HttpRequest, document: int) -> DocumentReading:
    """What was found in it, as it was found; the programme's items may have been corrected since."""
    found = get_object_or_404(_seen(request).select_related("reading"), pk=document)
    return DocumentReading(id=found.pk, coverage=float(found.reading.coverage), content=found.reading.content)


def _seen(request: HttpRequest) -> DocumentQuerySet:
    require(request, Verb.READ_PROGRAMMES)
    return PlanDocument.objects.select_related("programme")


def _row(document: PlanDocument) -> DocumentRow:
    return DocumentRow(
        id=document.pk,
        title=document.title,
        file_name=document.name,
        sha256=document.sha256,
        size=document.size,
        body=document.body,
        number=document.number,
        symbol=document.symbol,
        signer_name=document.signer_name,
        uploaded_at=document.uploaded_at,
        supersedes=document.supersedes_id,
        programme=document.programme.pk if hasattr(document, "programme") else None,
    )
