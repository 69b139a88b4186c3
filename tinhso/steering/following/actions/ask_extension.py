"""Xin gia hạn: the lead asks for another day, its head approves, the lead may take it back."""

from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.dates import write_date
from tinhso.lib.text import nfc
from tinhso.steering.following.deadlines import deadline_of
from tinhso.steering.following.evidencing import Proof, add_proofs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.judging import ask_to_judge
from tinhso.steering.following.models import Deed, Extension, Notice
from tinhso.steering.following.parts import refuse_outsider, watching_units
from tinhso.steering.following.refusals import AlreadySettled, ExtensionOpen, NoDayToExtend, NotLater
from tinhso.steering.following.telling import tell_units
from tinhso.steering.following.work import Work, at_work, reason_given
from tinhso.steering.programmes.models import Deliverable, Task

State = Extension.State


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreTime:
    """The day asked for, why, and the paper that asks; for the task, or for one of its products."""

    asked_on: date
    reason: str
    deliverable: Deliverable | None = None
    paper: str = ""
    proofs: tuple[Proof, ...] = ()


def ask_extension(task: Task, wanted: MoreTime, hand: Hand) -> Extension:
    """Raises NotYourTask, TaskDone, StandingTask, ReasonMissing, NoDayToExtend, NotLater, ExtensionOpen."""
    with at_work(task, hand) as work:
        refuse_outsider(work.part.leads, what="xin gia hạn", whose="đơn vị chủ trì")
        if known := work.sent(Extension):
            return known
        work.refuse_done()
        work.refuse_standing()
        made = work.write(
            Extension,
            Deed.Kind.EXTENSION_ASKED,
            through=work.part.leads,
            deliverable=wanted.deliverable,
            former_due_on=_day_to_put_off(work, wanted),
            asked_on=wanted.asked_on,
            note=reason_given(wanted.reason),
            paper=nfc(wanted.paper).strip(),
            state=State.FOR_HEAD if work.task.programme.head_approves and not work.part.heads else State.WAITING,
        )
        add_proofs(made, wanted.proofs)
        _tell_who_comes_next(work, made)
        return made


def approve_extension(extension: Extension, hand: Hand) -> Extension:
    """The head of the lead that asks sends it on. Raises NotYourTask, OwnClaim, AlreadySettled."""
    with at_work(extension.task, hand) as work:
        right = work.judging(extension, what="duyệt đề nghị gia hạn")
        if work.sent(Deed):
            return extension
        work.refuse_own(extension, right)
        if not Extension.objects.filter(pk=extension.pk, state=State.FOR_HEAD).update(state=State.WAITING):
            raise settled(extension)
        extension.state = State.WAITING
        work.write(Deed, Deed.Kind.EXTENSION_APPROVED, through=right.through, verb=right.verb, about=extension)
        _tell_who_comes_next(work, extension)
    return extension


def take_back_extension(extension: Extension, hand: Hand) -> Extension:
    """The lead asks no more. Raises NotYourTask, AlreadySettled."""
    with at_work(extension.task, hand) as work:
        refuse_outsider(work.part.leads, what="rút đề nghị gia hạn", whose="đơn vị chủ trì")
        if work.sent(Deed):
            return extension
        if not Extension.objects.filter(pk=extension.pk, state__in=Extension.OPEN).update(state=State.TAKEN_BACK):
            raise settled(extension)
        work.write(Deed, Deed.Kind.EXTENSION_TAKEN_BACK, through=work.part.leads, about=extension)
    extension.refresh_from_db()
    return extension


def settled(extension: Extension) -> AlreadySettled:
    """The refusal that says how the request stands now."""
    extension.refresh_from_db()
    return AlreadySettled(state=extension.get_state_display().lower())


def _day_to_put_off(work: Work, wanted: MoreTime) -> date:
    deadline = deadline_of(work.task, wanted.deliverable) or deadline_of(work.task, None)
    if deadline is None or deadline.due_on is None:
        raise NoDayToExtend
    if wanted.asked_on <= deadline.due_on:
        raise NotLater(due=write_date(deadline.due_on))
    if Extension.objects.open().filter(task=work.task, deliverable=wanted.deliverable).exists():
        raise ExtensionOpen
    return deadline.due_on


def _tell_who_comes_next(work: Work, extension: Extension) -> None:
    words = f"{extension.get_kind_display()} nhiệm vụ {work.task.code} đến {write_date(extension.asked_on)}"
    if extension.state == State.FOR_HEAD:
        ask_to_judge(extension, words, work.hand.today)
        return
    units = watching_units(work.task, work.hand.today)
    tell_units(extension, units, words, verb=Verb.CONFIRM, kind=Notice.Kind.ASKED)
