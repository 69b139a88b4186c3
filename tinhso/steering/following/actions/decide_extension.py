"""Decide on a request for more time; granted, a new deadline takes the place of the old one, which is kept."""

from dataclasses import dataclass
from datetime import date

from tinhso.kernel.exchange.outbox import announce
from tinhso.lib.dates import write_date
from tinhso.lib.text import nfc, paragraphs
from tinhso.steering.following.actions.ask_extension import settled
from tinhso.steering.following.deadlines import NewDay, replace_deadline
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.judging import deciding
from tinhso.steering.following.models import Deed, Extension, ExtensionDecision, Notice
from tinhso.steering.following.parts import refuse_outsider
from tinhso.steering.following.refusals import NotLater, PaperMissing
from tinhso.steering.following.telling import tell_units
from tinhso.steering.following.work import Work, at_work, reason_given
from tinhso.steering.programmes.models import Deadline

State = Extension.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The day granted (none: refused), the reason, and the paper of whoever has the authority."""

    due_on: date | None
    reason: str = ""
    paper_number: str = ""
    paper_day: date | None = None


def decide_extension(extension: Extension, decision: Decision, hand: Hand) -> ExtensionDecision:
    """The chair decides; the one who watches decides with the paper that says so.

    Raises NotYourTask, OwnClaim, PaperMissing, ReasonMissing, NotLater, AlreadySettled.
    """
    with at_work(extension.task, hand) as work:
        refuse_outsider(
            bool(work.part.judges) or work.part.decides,
            what="quyết định gia hạn",
            whose="cơ quan thường trực, người theo dõi hoặc Trưởng Ban",
        )
        if known := work.sent(ExtensionDecision):
            return known
        _refuse_mistakes(work, extension, decision)
        made = _write(work, extension, decision)
        _tell(work, extension, made)
    extension.refresh_from_db()
    return made


def _refuse_mistakes(work: Work, extension: Extension, decision: Decision) -> None:
    right = deciding(work.part)
    work.refuse_own(extension, right)
    if decision.due_on is None:
        reason_given(decision.reason)
    elif not work.part.decides and not (decision.paper_number.strip() and decision.paper_day):
        raise PaperMissing
    elif extension.former_due_on and decision.due_on <= extension.former_due_on:
        raise NotLater(due=write_date(extension.former_due_on))


def _write(work: Work, extension: Extension, decision: Decision) -> ExtensionDecision:
    granted = decision.due_on is not None
    after = State.GRANTED if granted else State.REFUSED
    if not Extension.objects.filter(pk=extension.pk, state=State.WAITING).update(state=after):
        raise settled(extension)
    right = deciding(work.part)
    return work.write(
        ExtensionDecision,
        Deed.Kind.EXTENSION_GRANTED if granted else Deed.Kind.EXTENSION_REFUSED,
        through=right.through,
        verb=right.verb,
        about=extension,
        note=paragraphs(decision.reason),
        due_on=decision.due_on,
        paper_number=nfc(decision.paper_number).strip(),
        paper_day=decision.paper_day,
        deadline=_new_deadline(work, extension, decision),
    )


def _new_deadline(work: Work, extension: Extension, decision: Decision) -> Deadline | None:
    if decision.due_on is None:
        return None
    paper = decision.paper_number.strip()
    words = f"Gia hạn theo văn bản số {paper}" if paper else "Gia hạn theo quyết định của Trưởng Ban"
    if paper and decision.paper_day:
        words += f" ngày {write_date(decision.paper_day)}"
    day = NewDay(decision.due_on, Deadline.Basis.EXTENDED, words)
    return replace_deadline(work.task, extension.deliverable, day, hand=work.hand)


def _tell(work: Work, extension: Extension, decision: ExtensionDecision) -> None:
    until = f" đến {write_date(decision.due_on)}" if decision.due_on else f": {decision.note}"
    if extension.unit_id:
        words = f"{decision.get_kind_display()} nhiệm vụ {work.task.code}{until}"
        tell_units(decision, [extension.unit_id], words, kind=Notice.Kind.DECIDED)
    due = decision.due_on.isoformat() if decision.due_on else None
    facts = {"task": work.task.pk, "code": work.task.code, "granted": due is not None, "due_on": due}
    announce("extension.decided", subject=f"task/{work.task.pk}", facts=facts)
