"""What happened, for systems that ask rather than be told."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.exchange.models import Announcement
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()


class EventShown(Schema):
    """One thing that happened."""

    model_config = shown_as(
        {
            "id": 812,
            "type": "task.completed",
            "subject": "task/41",
            "facts": {"programme": "kh-bcdcds-2022"},
            "at": "2022-09-29T10:00:00+07:00",
        }
    )

    id: int
    type: str
    subject: str
    facts: dict[str, Any]
    at: datetime


class EventQuery(Schema):
    """From where on, and which."""

    since: int = Field(0, ge=0, le=2**63 - 1, description="Chỉ sự kiện sau số này. Only those after this number.")
    type: str = Field("", max_length=60, description="Chỉ một loại sự kiện. Only one type.")


@router.get("/events", response=Page[EventShown], url_name="events", summary="Những gì đã xảy ra")
def list_events(request: HttpRequest, asked: Query[EventQuery], paging: Query[PageQuery]) -> dict[str, object]:
    """The oldest first; keep the last `id` and ask on from it. For accounts that keep subscriptions."""
    require(request, Verb.KEEP_SUBSCRIPTIONS)
    rows = Announcement.objects.filter(pk__gt=asked.since)
    if asked.type:
        rows = rows.filter(event=asked.type)
    return page(rows, ("id",), query=paging, request=request, show=_shown)


def _shown(said: Announcement) -> EventShown:
    return EventShown(id=said.pk, type=said.event, subject=said.subject, facts=said.facts, at=said.at)
