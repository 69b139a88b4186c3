"""Record that a product is in, or take that back."""

from dataclasses import dataclass
from datetime import date

from tinhso.lib.text import paragraphs
from tinhso.steering.following.evidencing import Proof, add_proofs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.kinds_wanted import refuse_wrong_kind
from tinhso.steering.following.models import Deed, ProductRecord
from tinhso.steering.following.parts import refuse_outsider
from tinhso.steering.following.refusals import AlreadySettled, EvidenceMissing, ProductIn
from tinhso.steering.following.work import Work, at_work, reason_given
from tinhso.steering.programmes.models import Deliverable


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What shows that the product is in; ``reason`` where the document is of another kind than the plan asks."""

    proofs: tuple[Proof, ...]
    day: date | None = None
    reason: str = ""


def record_product(deliverable: Deliverable, delivered: Delivered, hand: Hand) -> ProductRecord:
    """By the lead. Raises NotYourTask, TaskDone, EvidenceMissing, WrongKind, DayAhead, ProductIn."""
    with at_work(deliverable.task, hand) as work:
        refuse_outsider(work.part.leads, what="ghi nhận sản phẩm", whose="đơn vị chủ trì")
        if known := work.sent(ProductRecord):
            return known
        work.refuse_done()
        _refuse_mistakes(work, deliverable, delivered)
        made = work.write(
            ProductRecord,
            Deed.Kind.PRODUCT_RECORDED,
            through=work.part.leads,
            deliverable=deliverable,
            day=_day(work, delivered),
            note=paragraphs(delivered.reason),
        )
        add_proofs(made, delivered.proofs)
        return made


def take_back_product(record: ProductRecord, reason: str, hand: Hand) -> ProductRecord:
    """The product was not in after all. Raises ReasonMissing, NotYourTask, TaskDone, AlreadySettled."""
    said = reason_given(reason)
    with at_work(record.task, hand) as work:
        refuse_outsider(work.part.leads, what="rút sản phẩm đã ghi nhận", whose="đơn vị chủ trì")
        if work.sent(Deed):
            return record
        work.refuse_done()
        if not ProductRecord.objects.in_force().filter(pk=record.pk).update(taken_back_at=hand.at):
            raise AlreadySettled(state="đã rút")
        work.write(Deed, Deed.Kind.PRODUCT_TAKEN_BACK, through=work.part.leads, about=record, note=said)
    record.refresh_from_db()
    return record


def _refuse_mistakes(work: Work, deliverable: Deliverable, delivered: Delivered) -> None:
    documents = [proof.document for proof in delivered.proofs if proof.document]
    if not delivered.proofs:
        raise EvidenceMissing
    if ProductRecord.objects.in_force().filter(deliverable=deliverable).exists():
        raise ProductIn
    if not delivered.reason.strip():
        refuse_wrong_kind(deliverable.text, documents)
    work.refuse_ahead(_day(work, delivered))


def _day(work: Work, delivered: Delivered) -> date:
    """The day said, else the day on which the document was issued, else today."""
    issued = [proof.document.issued_on for proof in delivered.proofs if proof.document]
    return delivered.day or min(issued, default=work.day)
