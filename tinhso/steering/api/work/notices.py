"""Thông báo: what the caller should know, and what he has read."""

from datetime import datetime
from typing import Self

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field, model_validator

from tinhso.kernel.accounts.standing import person
from tinhso.steering.following.inbox import mark_read, notices_of, unread
from tinhso.steering.following.models import Notice
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page
from tinhso.surfaces.api.shapes import Sent

router = Router()


class NoticeShown(Schema):
    """Something told once, to a person or to those who hold a right at a unit."""

    model_config = shown_as(
        {
            "id": 31,
            "kind": "asked",
            "words": "Nguyễn Thị Thử báo hoàn thành II.1.a",
            "task": 41,
            "programme": 1,
            "code": "II.1.a",
            "title": "II.1.a Xây dựng Quy chế quản lý",
            "deed": 77,
            "told_at": "2022-06-15T09:30:00+07:00",
            "read": False,
            "page": "/chuong-trinh/1/nhiem-vu/41",
        }
    )

    id: int
    kind: str = Field(description="mention, given, asked, returned, decided, reminded, due_soon, due_today, overdue")
    words: str
    task: int | None = Field(
        description="Không có khi báo về việc khác nhiệm vụ. None where it is about something else."
    )
    programme: int | None
    code: str
    title: str
    deed: int | None
    told_at: datetime
    read: bool
    page: str


class NoticeQuery(Schema):
    """What the list may be narrowed to."""

    unread: bool = Field(default=False, description="Chỉ thông báo chưa đọc. Only those not read.")


class ReadingSent(Sent):
    """Either notices by their ids, or all that have come so far."""

    model_config = {**Sent.model_config, **shown_as({"notices": [31]})}

    notices: list[int] = Field([], max_length=2_000)
    all: bool = False

    @model_validator(mode="after")
    def one_of_both(self) -> Self:
        """Nothing chosen must never mean everything."""
        if bool(self.notices) == self.all:
            raise ValueError("Hãy ghi hoặc notices, hoặc all.")
        return self


class Read(Schema):
    """How many had not been read before."""

    model_config = shown_as({"read": 1})

    read: int


@router.get("/notices", response=Page[NoticeShown], url_name="notices", summary="Thông báo")
def list_notices(request: HttpRequest, *, asked: Query[NoticeQuery], paging: Query[PageQuery]) -> dict[str, object]:
    """The newest first; what the account did itself is not told to it."""
    account, today = person(request), timezone.localdate()
    rows = unread(account, today) if asked.unread else notices_of(account, today)
    return page(rows, ("-created_at", "-id"), query=paging, request=request, show=_shown)


@router.post("/notices/reading", response=Read, url_name="read_notices", summary="Đánh dấu đã đọc")
def send_reading(request: HttpRequest, sent: ReadingSent) -> Read:
    """Read by this account; others who are told the same have their own reading."""
    account = person(request)
    rows = unread(account, timezone.localdate())
    return Read(read=mark_read(account, rows if sent.all else rows.filter(pk__in=sent.notices)))


def _shown(notice: Notice) -> NoticeShown:
    return NoticeShown(
        id=notice.pk,
        kind=notice.kind,
        words=notice.words,
        task=notice.task_id,
        programme=notice.task.programme_id if notice.task else notice.programme_id,
        code=notice.task.code if notice.task else "",
        title=notice.subject,
        deed=notice.deed_id,
        told_at=notice.created_at,
        read=bool(vars(notice)["is_read"]),
        page=notice.path,
    )
