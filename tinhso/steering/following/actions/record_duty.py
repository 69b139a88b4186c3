"""Record that a unit has issued what a duty due once orders; return it; say of which units it is not asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.documents.kinds import DocumentKind
from tinhso.kernel.documents.models import IssuedDocument, StoredFile
from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.lib.dates import write_date
from tinhso.lib.text import nfc
from tinhso.steering.following.duty_days import units_due
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import DutyExemption, DutyPaper
from tinhso.steering.following.reach import in_name_of, reach
from tinhso.steering.following.refusals import (
    AlreadySettled,
    DayAhead,
    EvidenceMissing,
    NotYourDuty,
    OwnClaim,
    PaperRecorded,
    SentBeforeIssued,
    UnitNotAsked,
)
from tinhso.steering.following.work import reason_given
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """What the unit issued: number ("15/KH-UBND"), day, file; when it was sent, today unless said."""

    number: str
    issued_on: date
    file: StoredFile | None
    kind: str = DocumentKind.PLAN
    subject: str = ""
    signer: str = ""
    sent_on: date | None = None


def record_duty(duty: Duty, unit: Unit, issued: Issued, *, hand: Hand, corrects: DutyPaper | None = None) -> DutyPaper:
    """By whoever reports for the unit. The same sending finds what it did; another paper beside the one that stands is
    refused unless it ``corrects`` that one. Without a file a correction keeps the former one.

    Raises NotAllowed, ProgrammeClosed, DutyNotOnce, UnitNotAsked, NotYourDuty, DayAhead, SentBeforeIssued,
    EvidenceMissing, PaperRecorded.
    """
    with _held(duty, hand) as held:
        if unit.pk not in reach(hand.by, Verb.REPORT, hand.today):
            raise NotYourDuty(what="ghi văn bản của đơn vị này", whose="đơn vị phải ban hành")
        due = units_due(held).get(unit.pk)
        if due is None:
            raise UnitNotAsked
        if known := DutyPaper.objects.filter(once=hand.once, duty=held, unit=unit).first():
            return known
        stands = DutyPaper.objects.last_of_each().filter(duty=held, unit=unit).select_related("document__file").first()
        _refuse_second(stands, corrects)
        day = issued.sent_on or held.programme.demonstration_on or hand.today
        _refuse_days(issued.issued_on, day, hand.today)
        file = issued.file or (stands.document.file if stands else None)
        if file is None:
            raise EvidenceMissing
        return _written(held, due, issued, hand=hand, file=file, day=day, stands=stands)


def return_duty(paper: DutyPaper, reason: str, hand: Hand) -> DutyPaper:
    """By the department in charge: it counts no more. Raises ReasonMissing, NotYourDuty, OwnClaim, AlreadySettled."""
    said = reason_given(reason)
    with _held(paper.duty, hand) as held:
        _refuse_other_than_charge(held, hand, what="trả lại văn bản của đơn vị")
        if hand.by.pk in paper.makers:
            raise OwnClaim
        facts = {"returned_at": hand.at, "returned_by": hand.by, "return_reason": said}
        if not DutyPaper.objects.in_force().filter(pk=paper.pk).update(**facts):
            paper.refresh_from_db()
            if paper.returned_by_id == hand.by.pk and paper.return_reason == said:
                return paper
            raise AlreadySettled(state="đã trả lại" if paper.returned_at else "đã sửa")
        _announce("duty.returned", paper, reason=said)
    paper.refresh_from_db()
    return paper


def exempt(duty: Duty, unit: Unit, reason: str, *, hand: Hand) -> DutyExemption:
    """By the department in charge: of this unit it is not asked. Raises ReasonMissing, UnitNotAsked, NotYourDuty."""
    said = reason_given(reason)
    with _held(duty, hand) as held:
        _refuse_other_than_charge(held, hand, what="đánh dấu không áp dụng")
        if unit.pk not in units_due(held):
            raise UnitNotAsked
        facts = {"reason": said, "recorded_by": hand.by, "recorded_at": hand.at}
        return DutyExemption.objects.get_or_create(duty=held, unit=unit, ended_at=None, defaults=facts)[0]


def ask_again(exemption: DutyExemption, hand: Hand) -> DutyExemption:
    """By the department in charge: it is asked of the unit after all; said twice, once. Raises NotYourDuty."""
    with _held(exemption.duty, hand) as held:
        _refuse_other_than_charge(held, hand, what="bỏ đánh dấu không áp dụng")
        still = DutyExemption.objects.filter(pk=exemption.pk, ended_at=None)
        still.update(ended_at=hand.at, ended_by=hand.by)
    exemption.refresh_from_db()
    return exemption


@contextmanager
def _held(duty: Duty, hand: Hand) -> Iterator[Duty]:
    """The duty held, so that two people act one after the other."""
    standing(hand.by, hand.today).require(Verb.READ_PROGRAMMES)
    with transaction.atomic():
        rows = Duty.objects.current().select_for_update(of=("self",)).select_related("programme")
        held = rows.get(pk=duty.pk)
        require_running(held.programme)
        yield held


def _refuse_other_than_charge(duty: Duty, hand: Hand, *, what: str) -> None:
    unit = duty.programme.coordinating_unit_id
    if unit not in reach(hand.by, Verb.CONFIRM, hand.today):
        raise NotYourDuty(what=what, whose="cơ quan thường trực")
    in_name_of(hand, Verb.CONFIRM, unit)


def _refuse_second(stands: DutyPaper | None, corrects: DutyPaper | None) -> None:
    """What was returned may simply be recorded anew."""
    if stands is not None and stands.returned_at is None and stands != corrects:
        raise PaperRecorded(stands=str(stands.document))


def _refuse_days(issued_on: date, sent_on: date, today: date) -> None:
    if max(issued_on, sent_on) > today:
        raise DayAhead(day=write_date(max(issued_on, sent_on)))
    if sent_on < issued_on:
        raise SentBeforeIssued


def _written(
    duty: Duty, due: UnitVersion, issued: Issued, *, hand: Hand, file: StoredFile, day: date, stands: DutyPaper | None
) -> DutyPaper:
    giver = in_name_of(hand, Verb.REPORT, due.unit_id)
    if stands is not None:
        DutyPaper.objects.filter(pk=stands.pk).update(superseded_at=hand.at)
    made = DutyPaper.objects.create(
        duty=duty,
        unit_id=due.unit_id,
        document=_document(due, issued, hand, file=file, corrects=stands.document if stands else None),
        sent_on=day,
        recorded_by=hand.by,
        in_name_of=giver,
        recorded_at=hand.at,
        once=hand.once,
        corrects=stands,
    )
    _announce("duty.recorded", made)
    return made


def _document(
    due: UnitVersion, issued: Issued, hand: Hand, *, file: StoredFile, corrects: IssuedDocument | None
) -> IssuedDocument:
    number, _, symbol = nfc(issued.number).partition("/")
    return IssuedDocument.objects.create(
        kind=issued.kind,
        number=number.strip()[:20],
        symbol=symbol.strip()[:60],
        issued_on=issued.issued_on,
        issuer=body_name(due),
        issuing_unit_id=due.unit_id,
        signer=nfc(issued.signer).strip(),
        subject=nfc(issued.subject).strip() or "Cụ thể hóa nhiệm vụ được giao",
        file=file,
        corrects=corrects,
        recorded_by=hand.by,
    )


def _announce(event: str, paper: DutyPaper, **more: str) -> None:
    facts = {
        "programme": paper.duty.programme.code,
        "duty": paper.duty_id,
        "unit": paper.unit.key,
        "document": paper.document.written_number,
        "issued_on": paper.document.issued_on.isoformat(),
        "sent_on": paper.sent_on.isoformat(),
    }
    announce(event, subject=f"duty/{paper.duty_id}", facts={**facts, **more})
