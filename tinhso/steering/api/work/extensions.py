"""More time: asked for, approved by the head, taken back, decided."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from tinhso.steering.api.work.deed_shapes import DeedShown, DeedStanding, shown, standing
from tinhso.steering.api.work.proofs import EvidenceSent, proofs_of
from tinhso.steering.api.work.seen import hand, product_of, seen_deed, seen_task
from tinhso.steering.following.actions.ask_extension import (
    MoreTime,
    approve_extension,
    ask_extension,
    take_back_extension,
)
from tinhso.steering.following.actions.decide_extension import Decision, decide_extension
from tinhso.steering.following.models import Extension
from tinhso.surfaces.api.shapes import Sent

router = Router()


class MoreTimeSent(Sent):
    """The day asked for, and why; for the task, or for one of its products."""

    asked_on: date = Field(description="Xin đến ngày. The day asked for.")
    reason: str = Field(min_length=1, max_length=20_000)
    product: int | None = Field(None, description="Sản phẩm; bỏ trống là cả nhiệm vụ. A product's id.")
    paper: str = Field("", max_length=120, description="Văn bản đề nghị. The paper that asks.")
    evidence: list[EvidenceSent] = Field([], max_length=20)


class DecisionSent(Sent):
    """The day granted (not the one asked for, if another is), or none; a refusal has a reason."""

    due_on: date | None = Field(None, description="Hạn mới; bỏ trống là không cho. The new day; none refuses.")
    reason: str = Field("", max_length=20_000)
    paper_number: str = Field("", max_length=60)
    paper_day: date | None = None


@router.post(
    "/tasks/{int:task}/extensions", response={201: DeedStanding}, url_name="ask_extension", summary="Xin gia hạn"
)
def send_wish(request: HttpRequest, task: int, sent: MoreTimeSent) -> Status[DeedStanding]:
    """By the lead; the deadline stays until it is decided."""
    found = seen_task(request, task)
    wanted = MoreTime(
        asked_on=sent.asked_on,
        reason=sent.reason,
        deliverable=product_of(found, sent.product),
        paper=sent.paper,
        proofs=proofs_of(request, sent.evidence),
    )
    return Status(201, _shown(ask_extension(found, wanted, hand(request))))


@router.post(
    "/extensions/{int:deed}/approval", response=DeedStanding, url_name="approve_extension", summary="Thủ trưởng duyệt"
)
def send_approval(request: HttpRequest, deed: int) -> DeedStanding:
    """By the head of the lead, where the programme asks for it."""
    return _shown(approve_extension(seen_deed(request, Extension, deed), hand(request)))


@router.post(
    "/extensions/{int:deed}/withdrawal", response=DeedStanding, url_name="take_back_extension", summary="Rút đề nghị"
)
def send_withdrawal(request: HttpRequest, deed: int) -> DeedStanding:
    """By the lead, while it is open."""
    return _shown(take_back_extension(seen_deed(request, Extension, deed), hand(request)))


@router.post(
    "/extensions/{int:deed}/decision",
    response={201: DeedShown},
    url_name="decide_extension",
    summary="Quyết định về gia hạn",
)
def send_decision(request: HttpRequest, deed: int, sent: DecisionSent) -> Status[DeedShown]:
    """By whom watches the task, or the chair; the former deadline stays as superseded."""
    decision = Decision(
        due_on=sent.due_on, reason=sent.reason, paper_number=sent.paper_number, paper_day=sent.paper_day
    )
    return Status(201, shown(decide_extension(seen_deed(request, Extension, deed), decision, hand(request))))


def _shown(extension: Extension) -> DeedStanding:
    return standing(extension, extension.state)
