"""Completion: claimed by the lead, approved by the head, confirmed or returned, reopened."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from tinhso.steering.api.work.deed_shapes import DeedStanding, standing
from tinhso.steering.api.work.personal_work import ReasonSent
from tinhso.steering.api.work.proofs import EvidenceSent, proofs_of
from tinhso.steering.api.work.seen import hand, seen_deed, seen_task
from tinhso.steering.following.actions.complete_task import (
    Claim,
    approve_completion,
    claim_completion,
    confirm_completion,
    reopen_task,
    return_completion,
)
from tinhso.steering.following.models import Completion
from tinhso.surfaces.api.shapes import Sent

router = Router()


class ClaimSent(Sent):
    """When it was done and how; a reason where a product is not in."""

    day: date | None = Field(None, description="Mặc định hôm nay. Today unless said.")
    note: str = Field("", max_length=20_000)
    reason: str = Field("", max_length=20_000, description="Vì sao chưa đủ sản phẩm. Why a product is missing.")
    evidence: list[EvidenceSent] = Field([], max_length=20)


class NoteSent(Sent):
    """A few words."""

    note: str = Field("", max_length=20_000)


@router.post(
    "/tasks/{int:task}/completion", response={201: DeedStanding}, url_name="claim_completion", summary="Báo hoàn thành"
)
def send_claim(request: HttpRequest, task: int, sent: ClaimSent) -> Status[DeedStanding]:
    """By the lead, with its products in."""
    claim = Claim(day=sent.day, note=sent.note, reason=sent.reason, proofs=proofs_of(request, sent.evidence))
    return Status(201, _shown(claim_completion(seen_task(request, task), claim, hand(request))))


@router.post(
    "/completions/{int:deed}/approval", response=DeedStanding, url_name="approve_completion", summary="Thủ trưởng duyệt"
)
def send_approval(request: HttpRequest, deed: int) -> DeedStanding:
    """By the head of the lead, where the programme asks for it."""
    return _shown(approve_completion(seen_deed(request, Completion, deed), hand(request)))


@router.post(
    "/completions/{int:deed}/confirmation", response=DeedStanding, url_name="confirm_completion", summary="Xác nhận"
)
def send_confirmation(request: HttpRequest, deed: int, sent: NoteSent) -> DeedStanding:
    """By whom the programme's settings name."""
    return _shown(confirm_completion(seen_deed(request, Completion, deed), hand(request), note=sent.note))


@router.post(
    "/completions/{int:deed}/return", response=DeedStanding, url_name="return_completion", summary="Trả lại báo cáo"
)
def send_return(request: HttpRequest, deed: int, sent: ReasonSent) -> DeedStanding:
    """The task is open again."""
    return _shown(return_completion(seen_deed(request, Completion, deed), sent.reason, hand(request)))


@router.post("/tasks/{int:task}/reopening", response=DeedStanding, url_name="reopen_task", summary="Mở lại nhiệm vụ")
def send_reopening(request: HttpRequest, task: int, sent: ReasonSent) -> DeedStanding:
    """By the lead or whom confirms, with a reason."""
    return _shown(reopen_task(seen_task(request, task), sent.reason, hand(request)))


def _shown(completion: Completion) -> DeedStanding:
    return standing(completion, completion.state)
