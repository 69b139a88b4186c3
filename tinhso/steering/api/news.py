"""Có gì mới: what has happened in a programme since a moment, as the board tells it."""

from datetime import UTC, datetime
from typing import Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import AwareDatetime, Field

from tinhso.steering.api.programmes import DayQuery
from tinhso.steering.api.seen import seen_programme
from tinhso.steering.following.news import MOST, Change, ChangeKind, Span, changes_of, counted, newcomers, newest
from tinhso.steering.following.silence import end_of
from tinhso.steering.programmes.models import Task
from tinhso.surfaces.api.examples import shown_as

router = Router()
Kind = Literal["stuck", "done", "returned", "extension", "directive", "progress", "talk", "figures"]
_EARLIEST, _LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
_LINE = {
    "at": "2022-06-20T10:00:00+07:00",
    "what": "Cập nhật tiến độ",
    "task": 41,
    "indicator": None,
    "text": "Xây dựng Quy chế dùng chung dữ liệu",
    "note": "Chưa có kinh phí",
    "who": "Đỗ Văn Thử",
    "page": "/chuong-trinh/1/nhiem-vu/41",
}


class NewsLine(Schema):
    """One change, about a task or, for figures, an indicator."""

    model_config = shown_as(_LINE)

    at: datetime
    what: str
    task: int | None
    indicator: int | None
    text: str
    note: str
    who: str
    page: str


class NewsShown(Schema):
    """How many changes of each kind there are since the moment, and those of the kind that is asked for."""

    model_config = shown_as(
        {
            "since": "2022-06-01T00:00:00+07:00",
            "until": "2022-06-30T23:59:59.999999+07:00",
            "counts": {"stuck": 1, "progress": 0},
            "lines": [_LINE],
        }
    )

    since: datetime
    until: datetime
    counts: dict[str, int]
    lines: list[NewsLine] = Field(description=f"Mới nhất trước, nhiều nhất {MOST}. The newest first, at most {MOST}.")


class NewsQuery(DayQuery):
    """Since when, and what."""

    since: AwareDatetime | None = Field(
        None,
        ge=_EARLIEST,
        le=_LATEST,
        description="Sau lúc này; mặc định 30 ngày. After this moment; thirty days unless said.",
        examples=["2022-06-01T00:00:00Z"],
    )
    kind: Kind | None = Field(
        None, description="Mặc định: những gì đọc trước (vướng mắc, xong, trả lại, gia hạn). What a chair reads first."
    )


@router.get("/{int:programme}/news", response=NewsShown, url_name="news", summary="Có gì mới từ một lúc")
def get_news(request: HttpRequest, programme: int, asked: Query[NewsQuery]) -> NewsShown:
    """Until the end of the day; what a person's page calls new since his last visit, from any moment."""
    found = seen_programme(request, programme)
    until = end_of(max(asked.day, found.starts_on))
    span = Span(found, asked.since or newcomers(until), until)
    lines = changes_of(ChangeKind[asked.kind.upper()], span) if asked.kind else newest(span, MOST)
    counts = {kind.name.lower(): count for kind, count in counted(span).items()}
    return NewsShown(since=span.since, until=until, counts=counts, lines=[_line(each) for each in lines])


def _line(each: Change) -> NewsLine:
    about, keys = each.about, (each.about.programme_id, each.about.pk)
    is_task = isinstance(about, Task)
    return NewsLine(
        at=each.moment,
        what=each.what,
        task=about.pk if is_task else None,
        indicator=None if is_task else about.pk,
        text=about.text,
        note=each.note,
        who=each.who,
        page=reverse("pages:task" if is_task else "pages:indicator", args=keys),
    )
