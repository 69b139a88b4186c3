"""Units on any day: all, one with its posts and its past; the decisions that changed them."""

from datetime import date

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.models import Kind, Post, Reorganisation, Succession, Unit, UnitVersion
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()
_EXAMPLE = {
    "key": "so-tttt",
    "name": "Sở Thông tin và Truyền thông",
    "short_name": "Sở TT&TT",
    "kind": "department",
    "official_code": "",
    "parent": "ubnd-tinh",
    "valid_from": "2022-01-01",
    "valid_to": "2025-03-01",
    "page": "/don-vi/so-tttt",
}


class UnitShown(Schema):
    """A unit by the name and place that it has on a day; `valid_to` is the first day no longer."""

    model_config = shown_as(_EXAMPLE)

    key: str = Field(description="Không đổi qua các lần đổi tên. Stays through renames.")
    name: str
    short_name: str
    kind: str
    official_code: str
    parent: str | None
    valid_from: date
    valid_to: date | None
    page: str


class SuccessionShown(Schema):
    """What a decision did with one unit. Without a successor it was dissolved."""

    decision: str
    effective_on: date
    manner: str = Field(description="merge, split, transfer, dissolve")
    predecessor: str
    successor: str | None
    function: str


class UnitWhole(Schema):
    """A unit with every name that it had, its posts on the day, its predecessors and successors."""

    model_config = shown_as({"key": "so-tttt", "versions": [_EXAMPLE], "posts": ["Giám đốc"], "successions": []})

    key: str
    versions: list[UnitShown]
    posts: list[str]
    successions: list[SuccessionShown]


class DecisionShown(Schema):
    """A decision that changed organisations."""

    model_config = shown_as(
        {
            "key": "sap-nhap-2025",
            "title": "Sắp xếp đơn vị hành chính cấp tỉnh",
            "number": "202/2025/QH15",
            "issuer": "Quốc hội",
            "issued_on": "2025-06-12",
            "effective_on": "2025-07-01",
        }
    )

    key: str
    title: str
    number: str
    issuer: str
    issued_on: date | None
    effective_on: date


class OnQuery(Schema):
    """The day looked at."""

    on: date | None = Field(None, description="Vào ngày, mặc định hôm nay. On this day.", examples=["2022-04-20"])

    @property
    def day(self) -> date:
        """Today unless said."""
        return self.on or timezone.localdate()


class UnitQuery(OnQuery):
    """What the list may be narrowed to."""

    q: str = Field("", max_length=100, description="Tên, có dấu hoặc không. The name, tone marks or not.")
    kind: Kind | None = Field(None, description="Loại đơn vị. The sort of body.")
    parent: str = Field("", max_length=100, description="Khóa đơn vị cấp trên. Key of the superior unit.")


@router.get("/units", response=Page[UnitShown], url_name="units", summary="Đơn vị vào một ngày")
def list_units(request: HttpRequest, asked: Query[UnitQuery], paging: Query[PageQuery]) -> dict[str, object]:
    """The units that stand on the day, by name."""
    require(request, Verb.READ_ORGANISATIONS)
    rows = UnitVersion.objects.valid_on(asked.day).matching(asked.q).select_related("unit", "parent")
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.parent:
        rows = rows.filter(parent=get_object_or_404(Unit, key=asked.parent))
    return page(rows, ("sort_key", "id"), query=paging, request=request, show=_shown)


@router.get("/units/{slug:key}", response=UnitWhole, url_name="unit", summary="Một đơn vị")
def get_unit(request: HttpRequest, key: str, asked: Query[OnQuery]) -> UnitWhole:
    """Every name that it had, its posts on the day, whom it follows and who follows it."""
    require(request, Verb.READ_ORGANISATIONS)
    versions = list(UnitVersion.objects.filter(unit__key=key).select_related("unit", "parent").order_by("valid_from"))
    if not versions:
        raise Http404
    posts = Post.objects.valid_on(asked.day).filter(unit__key=key).order_by("rank", "title", "pk")
    links = Succession.objects.filter(predecessor__key=key) | Succession.objects.filter(successor__key=key)
    links = links.select_related("reorganisation", "predecessor", "successor").order_by("pk")
    return UnitWhole(
        key=key,
        versions=[_shown(version) for version in versions],
        posts=[post.title for post in posts],
        successions=[_succession(link) for link in links],
    )


@router.get(
    "/reorganisations",
    response=Page[DecisionShown],
    url_name="reorganisations",
    summary="Quyết định sắp xếp tổ chức",
)
def list_reorganisations(request: HttpRequest, paging: Query[PageQuery]) -> dict[str, object]:
    """The decisions by the day of effect."""
    require(request, Verb.READ_ORGANISATIONS)
    rows = Reorganisation.objects.all()
    return page(rows, ("effective_on", "id"), query=paging, request=request, show=DecisionShown.from_orm)


def _shown(version: UnitVersion) -> UnitShown:
    return UnitShown(
        key=version.unit.key,
        name=version.name,
        short_name=version.short_name,
        kind=version.kind,
        official_code=version.official_code,
        parent=version.parent.key if version.parent else None,
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        page=reverse("units:unit", args=(version.unit.key,)),
    )


def _succession(link: Succession) -> SuccessionShown:
    return SuccessionShown(
        decision=link.reorganisation.key,
        effective_on=link.reorganisation.effective_on,
        manner=link.manner,
        predecessor=link.predecessor.key,
        successor=link.successor.key if link.successor else None,
        function=link.function,
    )
