"""Drafts of decisions as JSON."""

from datetime import date, datetime
from decimal import Decimal

from django.http import HttpResponse
from django.urls import reverse
from ninja import Schema
from pydantic import Field

from tinhso.kernel.reorganisations.models import Draft, Line
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.api.etags import show_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.reorganising.steps import StepSent
from tinhso.surfaces.api.shapes import Sent

_FACTS = {
    "title": "Hợp nhất Sở Thông tin và Truyền thông với Sở Khoa học và Công nghệ",
    "number": "12/NQ-HĐND",
    "issuer": "HĐND tỉnh",
    "issued_on": "2025-02-20",
    "effective_on": "2025-03-01",
    "source": "",
}
STEPS = [
    {"deed": "establish", "unit": "so-khcn-moi", "name": "Sở Khoa học và Công nghệ", "kind": "department"},
    {"deed": "merge", "units": ["so-tttt", "so-khcn"], "into": "so-khcn-moi"},
]
_LINE = {
    "id": 31,
    "deed": "merge",
    "unit": "so-tttt",
    "successor": "so-khcn-moi",
    "share": "1.000000",
    "function": "",
    "ends": True,
    "with_children": True,
    "name": "",
    "kind": "",
    "parent": "",
}
_DRAFT = {
    **_FACTS,
    "id": 7,
    "key": "12-nq-hdnd",
    "state": "draft",
    "prepared_at": "2025-02-21T09:00:00+07:00",
    "version": 2,
    "page": "/sap-xep/7",
}


class FactsSent(Sent):
    """What the paper says of the decision."""

    model_config = {**Sent.model_config, **shown_as(_FACTS)}

    title: str = Field(min_length=1, max_length=255)
    number: str = Field("", max_length=60)
    issuer: str = Field("", max_length=160)
    issued_on: date | None = None
    effective_on: date = Field(description="Ngày đầu tiên theo tổ chức mới. The first day of the new order.")
    source: str = Field("", max_length=20_000)


class StepsSent(Sent):
    """Further steps; one that stands there already is not doubled."""

    model_config = {**Sent.model_config, **shown_as({"steps": STEPS})}

    steps: list[StepSent] = Field(min_length=1, max_length=200)


class DraftRow(Schema):
    """A draft of a list."""

    model_config = shown_as(_DRAFT)

    id: int
    key: str = Field(description="Khóa của quyết định sau này. The decision's key when it is in force.")
    title: str
    number: str
    issuer: str
    issued_on: date | None
    effective_on: date
    source: str
    state: str = Field(description="draft, in_force, dropped")
    prepared_at: datetime
    version: int
    page: str


class LineShown(Schema):
    """What is done to one unit, and who follows it."""

    model_config = shown_as(_LINE)

    id: int
    deed: str = Field(description="establish, amend, merge, split, transfer, dissolve, end")
    unit: str
    successor: str
    share: Decimal | None
    function: str
    ends: bool
    with_children: bool
    name: str
    kind: str
    parent: str


class DraftWhole(DraftRow):
    """A draft with its lines."""

    model_config = shown_as({**_DRAFT, "lines": [_LINE]})

    lines: list[LineShown]


class Fault(Schema):
    """For what it would be refused."""

    model_config = shown_as({"code": "units_orphaned", "detail": "Ngày 01/3/2025 còn đơn vị thuộc cấp trên …"})

    code: str
    detail: str


def row_of(draft: Draft) -> DraftRow:
    """As a list shows it."""
    facts = {name: getattr(draft, name) for name in DraftRow.model_fields if name not in ("id", "page")}
    return DraftRow(id=draft.pk, page=reverse("reorganising:draft", args=(draft.pk,)), **facts)


def shown(response: HttpResponse, draft: Draft) -> DraftWhole:
    """The draft as it stands, with its version in the answer's ETag; two queries."""
    draft.refresh_from_db()
    show_version(response, draft.version)
    lines = [LineShown.from_orm(line) for line in Line.objects.filter(draft=draft).order_by("pk")]
    return DraftWhole(**row_of(draft).dict(), lines=lines)


def faults_of(found: list[TinhsoError]) -> list[Fault]:
    """Each with its sentence."""
    return [Fault(code=each.code, detail=each.sentence) for each in found]
