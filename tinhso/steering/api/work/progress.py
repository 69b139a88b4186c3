"""Progress: a new entry, a correction, the head's approval."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from tinhso.steering.api.work.deed_shapes import DeedShown, shown
from tinhso.steering.api.work.personal_work import ReasonSent
from tinhso.steering.api.work.proofs import EvidenceSent, proofs_of
from tinhso.steering.api.work.seen import hand, seen_deed, seen_task
from tinhso.steering.following.actions.report_progress import (
    Progress,
    approve_progress,
    correct_progress,
    report_progress,
)
from tinhso.steering.following.actions.return_progress import return_progress
from tinhso.steering.following.models import ProgressEntry
from tinhso.surfaces.api.shapes import Sent

router = Router()


class ProgressSent(Sent):
    """How the task stands, in the words of a unit."""

    said: ProgressEntry.Said = Field(description="doing, unchanged, stuck, not_begun, ready")
    note: str = Field("", max_length=20_000)
    share: int | None = Field(None, ge=0, le=100, description="Mức hoàn thành, %. Done so far.")
    day: date | None = Field(None, description="Mặc định hôm nay. Today unless said.")
    evidence: list[EvidenceSent] = Field([], max_length=20)


@router.post(
    "/tasks/{int:task}/progress", response={201: DeedShown}, url_name="report_progress", summary="Cập nhật tiến độ"
)
def send_progress(request: HttpRequest, task: int, sent: ProgressSent) -> Status[DeedShown]:
    """By a unit that leads, helps or was asked."""
    return Status(201, shown(report_progress(seen_task(request, task), _progress(request, sent), hand(request))))


@router.post(
    "/progress/{int:deed}/correction", response={201: DeedShown}, url_name="correct_progress", summary="Sửa cập nhật"
)
def send_correction(request: HttpRequest, deed: int, sent: ProgressSent) -> Status[DeedShown]:
    """Another entry takes the place of one of the same unit; both stay."""
    entry = seen_deed(request, ProgressEntry, deed)
    return Status(201, shown(correct_progress(entry, _progress(request, sent), hand(request))))


@router.post("/progress/{int:deed}/approval", response=DeedShown, url_name="approve_progress", summary="Duyệt cập nhật")
def send_approval(request: HttpRequest, deed: int) -> DeedShown:
    """By the head of the unit, where the programme asks for it."""
    return shown(approve_progress(seen_deed(request, ProgressEntry, deed), hand(request)))


@router.post("/progress/{int:deed}/return", response=DeedShown, url_name="return_progress", summary="Trả lại cập nhật")
def send_return(request: HttpRequest, deed: int, sent: ReasonSent) -> DeedShown:
    """By the head of the lead, by who watches where there is no head; it stays and counts no more."""
    return shown(return_progress(seen_deed(request, ProgressEntry, deed), sent.reason, hand(request)))


def _progress(request: HttpRequest, sent: ProgressSent) -> Progress:
    return Progress(
        said=sent.said, note=sent.note, share=sent.share, day=sent.day, proofs=proofs_of(request, sent.evidence)
    )
