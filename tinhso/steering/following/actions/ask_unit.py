"""The lead asks something of another unit, which answers or sends it back; the lead may want it done again."""

from dataclasses import dataclass
from datetime import date

from tinhso.kernel.organisations.models import Unit
from tinhso.lib.dates import write_date
from tinhso.lib.text import paragraphs
from tinhso.steering.following.evidencing import Proof, add_proofs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed, Notice, UnitRequest
from tinhso.steering.following.parts import refuse_outsider
from tinhso.steering.following.refusals import AlreadySettled, NothingSaid, OwnUnit
from tinhso.steering.following.telling import tell_units
from tinhso.steering.following.work import at_work, reason_given
from tinhso.steering.programmes.models import Task

State = UnitRequest.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted of which unit, by when, and so many days before it is reminded."""

    unit: Unit
    what: str
    due_on: date
    remind_days: int = 3


def ask_unit(task: Task, wanted: Wanted, hand: Hand) -> UnitRequest:
    """Raises NotYourTask, TaskDone, NothingSaid, OwnUnit."""
    with at_work(task, hand) as work:
        refuse_outsider(work.part.leads, what="đề nghị đơn vị khác phối hợp", whose="đơn vị chủ trì")
        if known := work.sent(UnitRequest):
            return known
        work.refuse_done()
        if not wanted.what.strip():
            raise NothingSaid
        if wanted.unit.pk in work.part.leads:
            raise OwnUnit
        request = work.write(
            UnitRequest,
            Deed.Kind.UNIT_ASKED,
            through=work.part.leads,
            asked=wanted.unit,
            note=paragraphs(wanted.what),
            due_on=wanted.due_on,
            remind_days=wanted.remind_days,
        )
        words = f"Đề nghị phối hợp, hạn {write_date(request.due_on)}: {request.note}"
        tell_units(request, [wanted.unit.pk], words, kind=Notice.Kind.ASKED)
        return request


def answer_request(request: UnitRequest, answer: str, hand: Hand, *, proofs: tuple[Proof, ...] = ()) -> UnitRequest:
    """The unit asked answers, in words or with evidence. Raises NotYourTask, NothingSaid, AlreadySettled."""
    if not answer.strip() and not proofs:
        raise NothingSaid
    return _reply(request, hand, Deed.Kind.UNIT_ANSWERED, said=paragraphs(answer), proofs=proofs)


def decline_request(request: UnitRequest, reason: str, hand: Hand) -> UnitRequest:
    """The unit asked sends it back. Raises ReasonMissing, NotYourTask, AlreadySettled."""
    return _reply(request, hand, Deed.Kind.UNIT_DECLINED, said=reason_given(reason))


def want_again(request: UnitRequest, reason: str, hand: Hand, *, due_on: date | None = None) -> UnitRequest:
    """The lead wants it done again, perhaps by another day. Raises ReasonMissing, NotYourTask, AlreadySettled."""
    said = reason_given(reason)
    with at_work(request.task, hand) as work:
        refuse_outsider(work.part.leads, what="đề nghị làm lại", whose="đơn vị chủ trì")
        if work.sent(Deed):
            return request
        work.refuse_done()
        answered = UnitRequest.objects.filter(pk=request.pk, state__in=(State.ANSWERED, State.DECLINED))
        if not answered.update(state=State.WAITING, due_on=due_on or request.due_on):
            raise _settled(request)
        deed = work.write(Deed, Deed.Kind.UNIT_SENT_BACK, through=work.part.leads, about=request, note=said)
        tell_units(deed, [request.asked_id], f"Đề nghị làm lại: {said}", kind=Notice.Kind.RETURNED)
    request.refresh_from_db()
    return request


_AFTER = {
    Deed.Kind.UNIT_ANSWERED: (State.ANSWERED, Notice.Kind.DECIDED),
    Deed.Kind.UNIT_DECLINED: (State.DECLINED, Notice.Kind.RETURNED),
}


def _reply(
    request: UnitRequest, hand: Hand, kind: Deed.Kind, *, said: str, proofs: tuple[Proof, ...] = ()
) -> UnitRequest:
    with at_work(request.task, hand) as work:
        ours = work.part.asked & {request.asked_id}
        refuse_outsider(ours, what="trả lời đề nghị này", whose="đơn vị được đề nghị")
        if work.sent(Deed):
            return request
        after, notice = _AFTER[kind]
        if not UnitRequest.objects.filter(pk=request.pk, state=State.WAITING).update(state=after):
            raise _settled(request)
        deed = work.write(Deed, kind, through=ours, about=request, note=said)
        add_proofs(deed, proofs)
        if request.unit_id:
            words = f"{deed.get_kind_display()}: {deed.note or request.note}"
            tell_units(deed, [request.unit_id], words, kind=notice)
    request.refresh_from_db()
    return request


def _settled(request: UnitRequest) -> AlreadySettled:
    request.refresh_from_db()
    return AlreadySettled(state=request.get_state_display().lower())
