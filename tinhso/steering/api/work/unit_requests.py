"""What the lead asks of another unit."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from tinhso.steering.api.seen import unit_of
from tinhso.steering.api.work.deed_shapes import DeedStanding, standing
from tinhso.steering.api.work.personal_work import ReasonSent
from tinhso.steering.api.work.proofs import EvidenceSent, proofs_of
from tinhso.steering.api.work.seen import hand, seen_deed, seen_task
from tinhso.steering.following.actions.ask_unit import Wanted, answer_request, ask_unit, decline_request, want_again
from tinhso.steering.following.models import UnitRequest
from tinhso.surfaces.api.shapes import Sent

router = Router()


class WantedSent(Sent):
    """What is wanted of which unit, by when."""

    unit: str = Field(max_length=100, description="Khóa của đơn vị. The unit's key.")
    what: str = Field(min_length=1, max_length=20_000)
    due_on: date
    remind_days: int = Field(3, ge=0, le=60)


class AnswerSent(Sent):
    """The answer, in words or with evidence."""

    answer: str = Field("", max_length=20_000)
    evidence: list[EvidenceSent] = Field([], max_length=20)


class AgainSent(ReasonSent):
    """Why it is wanted again, perhaps by another day."""

    due_on: date | None = None


@router.post(
    "/tasks/{int:task}/requests", response={201: DeedStanding}, url_name="ask_unit", summary="Đề nghị đơn vị phối hợp"
)
def send_request(request: HttpRequest, task: int, sent: WantedSent) -> Status[DeedStanding]:
    """By the lead."""
    wanted = Wanted(unit=unit_of(sent.unit), what=sent.what, due_on=sent.due_on, remind_days=sent.remind_days)
    return Status(201, _shown(ask_unit(seen_task(request, task), wanted, hand(request))))


@router.post("/requests/{int:deed}/answer", response=DeedStanding, url_name="answer_request", summary="Trả lời đề nghị")
def send_answer(request: HttpRequest, deed: int, sent: AnswerSent) -> DeedStanding:
    """By the unit that was asked."""
    asked, proofs = seen_deed(request, UnitRequest, deed), proofs_of(request, sent.evidence)
    return _shown(answer_request(asked, sent.answer, hand(request), proofs=proofs))


@router.post(
    "/requests/{int:deed}/return", response=DeedStanding, url_name="decline_request", summary="Trả lại đề nghị"
)
def send_decline(request: HttpRequest, deed: int, sent: ReasonSent) -> DeedStanding:
    """By the unit that was asked, with a reason."""
    return _shown(decline_request(seen_deed(request, UnitRequest, deed), sent.reason, hand(request)))


@router.post("/requests/{int:deed}/again", response=DeedStanding, url_name="want_again", summary="Đề nghị làm lại")
def send_again(request: HttpRequest, deed: int, sent: AgainSent) -> DeedStanding:
    """By the lead."""
    return _shown(want_again(seen_deed(request, UnitRequest, deed), sent.reason, hand(request), due_on=sent.due_on))


def _shown(asked: UnitRequest) -> DeedStanding:
    return standing(asked, asked.state)
