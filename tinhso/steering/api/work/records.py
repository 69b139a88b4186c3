"""Events that start a deadline, products that are in, things said."""

from datetime import date

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status
from pydantic import Field

from tinhso.steering.api.seen import seen_programmes
from tinhso.steering.api.work.completions import NoteSent
from tinhso.steering.api.work.deed_shapes import DeedShown, shown
from tinhso.steering.api.work.personal_work import ReasonSent
from tinhso.steering.api.work.proofs import EvidenceSent, proofs_of
from tinhso.steering.api.work.seen import hand, product_of, seen_deed, seen_task
from tinhso.steering.following.actions.discuss import comment, edit_comment
from tinhso.steering.following.actions.record_event import Happened, record_event
from tinhso.steering.following.actions.record_product import Delivered, record_product, take_back_product
from tinhso.steering.following.actions.remind_lead import remind_lead
from tinhso.steering.following.models import Comment, ProductRecord
from tinhso.steering.programmes.models import Deliverable
from tinhso.surfaces.api.shapes import Sent

router = Router()


class EventSent(Sent):
    """It happened on a day; the deadline that waited for it starts."""

    day: date
    what: str = Field(min_length=1, max_length=20_000)
    product: int | None = Field(None, description="Sản phẩm; bỏ trống là cả nhiệm vụ. A product's id.")
    due_on: date | None = Field(None, description="Hạn, khi câu chữ không tính ra được. The day, if not computed.")
    paper_number: str = Field("", max_length=60)
    paper_day: date | None = None
    evidence: list[EvidenceSent] = Field([], max_length=20)


class DeliveredSent(Sent):
    """What shows that the product is in."""

    evidence: list[EvidenceSent] = Field(min_length=1, max_length=20)
    day: date | None = None
    reason: str = Field("", max_length=20_000, description="Khi văn bản khác loại kế hoạch yêu cầu. Why another kind.")


class TextSent(Sent):
    """Something said; @username mentions a person."""

    text: str = Field(min_length=1, max_length=20_000)


@router.post("/tasks/{int:task}/events", response={201: DeedShown}, url_name="record_event", summary="Ghi nhận sự kiện")
def send_event(request: HttpRequest, task: int, sent: EventSent) -> Status[DeedShown]:
    """The event that a deadline waited for."""
    found = seen_task(request, task)
    happened = Happened(
        day=sent.day,
        what=sent.what,
        deliverable=product_of(found, sent.product),
        due_on=sent.due_on,
        paper_number=sent.paper_number,
        paper_day=sent.paper_day,
        proofs=proofs_of(request, sent.evidence),
    )
    return Status(201, shown(record_event(found, happened, hand(request))))


@router.post(
    "/products/{int:product}/record", response={201: DeedShown}, url_name="record_product", summary="Ghi nhận sản phẩm"
)
def send_product(request: HttpRequest, product: int, sent: DeliveredSent) -> Status[DeedShown]:
    """A product that the plan names is in, with what shows it."""
    seen = Deliverable.objects.current().filter(programme__in=seen_programmes(request))
    found = get_object_or_404(seen.select_related("task__programme"), pk=product)
    delivered = Delivered(proofs=proofs_of(request, sent.evidence), day=sent.day, reason=sent.reason)
    return Status(201, shown(record_product(found, delivered, hand(request))))


@router.post(
    "/product-records/{int:deed}/withdrawal", response=DeedShown, url_name="take_back_product", summary="Rút sản phẩm"
)
def send_withdrawal(request: HttpRequest, deed: int, sent: ReasonSent) -> DeedShown:
    """It is not in after all."""
    return shown(take_back_product(seen_deed(request, ProductRecord, deed), sent.reason, hand(request)))


@router.post("/tasks/{int:task}/comments", response={201: DeedShown}, url_name="comment", summary="Trao đổi")
def send_comment(request: HttpRequest, task: int, sent: TextSent) -> Status[DeedShown]:
    """By who has a part in the task."""
    return Status(201, shown(comment(seen_task(request, task), sent.text, hand(request))))


@router.post(
    "/tasks/{int:task}/reminder", response={201: DeedShown}, url_name="remind_lead", summary="Nhắc đơn vị chủ trì"
)
def send_reminder(request: HttpRequest, task: int, sent: NoteSent) -> Status[DeedShown]:
    """By who watches or coordinates, once a day; each unit that leads gets one notice."""
    return Status(201, shown(remind_lead(seen_task(request, task), sent.note, hand(request))))


@router.post("/comments/{int:deed}/edit", response=DeedShown, url_name="edit_comment", summary="Sửa lời trao đổi")
def send_edit(request: HttpRequest, deed: int, sent: TextSent) -> DeedShown:
    """One's own; what was first said stays in the history."""
    return shown(edit_comment(seen_deed(request, Comment, deed), sent.text, hand(request)))
