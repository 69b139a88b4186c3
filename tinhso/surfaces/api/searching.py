"""Search over everything, as the one box of the pages."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.kernel.accounts.standing import person
from tinhso.kernel.search.declarations import kind_of
from tinhso.kernel.search.findable import Seeker
from tinhso.kernel.search.finding import Found, find
from tinhso.kernel.search.ranking import Window
from tinhso.surfaces.api.examples import shown_as

router = Router()


class HitShown(Schema):
    """One thing found; `page` opens it in a browser."""

    title: str
    page: str
    code: str
    detail: str
    note: str


class FoundShown(Schema):
    """What was found of one kind: the best, and how many there are (`more`: the counting stopped)."""

    kind: str
    label: str
    count: int
    more: bool
    hits: list[HitShown]


class Answer(Schema):
    """The kinds that answer, that with the best answer first."""

    model_config = shown_as(
        {
            "found": [
                {
                    "kind": "task",
                    "label": "Nhiệm vụ",
                    "count": 1,
                    "more": False,
                    "hits": [
                        {
                            "title": "Xây dựng Quy chế",
                            "page": "/chuong-trinh/1/nhiem-vu/41",
                            "code": "II.1.a",
                            "detail": "",
                            "note": "",
                        }
                    ],
                }
            ]
        }
    )

    found: list[FoundShown]


class SearchQuery(Schema):
    """What is looked for."""

    q: str = Field("", max_length=200, description="Có dấu hoặc không. Tone marks or not.")
    kind: str = Field("", max_length=40, description="Chỉ một loại. Only one kind.")
    limit: int = Field(10, ge=1, le=50, description="Số mục mỗi loại. How many of each kind.")


@router.get("/search", response=Answer, url_name="search", summary="Tìm kiếm")
def search(request: HttpRequest, asked: Query[SearchQuery]) -> Answer:
    """Indicators, tasks, documents, units, people that the account may see, best first."""
    kind = kind_of(asked.kind) if asked.kind else None
    if asked.kind and kind is None:
        return Answer(found=[])
    window = Window(asked.limit, kind.name) if kind else Window(asked.limit)
    answer = find(asked.q, Seeker(person(request), timezone.localdate(), {}), window)
    wanted = (each for each in answer.found if kind is None or each.kind is kind)
    return Answer(found=[_found(each) for each in wanted])


def _found(found: Found) -> FoundShown:
    hits = [
        HitShown(title=hit.title, page=hit.address, code=hit.code, detail=hit.detail, note=hit.note)
        for hit in found.hits
    ]
    return FoundShown(kind=found.kind.name, label=found.kind.label, count=found.count, more=found.more, hits=hits)
