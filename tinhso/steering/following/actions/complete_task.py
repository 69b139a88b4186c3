"""Báo hoàn thành: the lead claims it, its head approves, whoever watches confirms or returns it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.exchange.outbox import announce
from tinhso.lib.text import paragraphs
from tinhso.steering.following.evidencing import Proof, add_proofs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.judging import ask_to_judge, confirming
from tinhso.steering.following.models import Completion, Deed, Notice, ProductRecord
from tinhso.steering.following.parts import confirming_units, refuse_outsider
from tinhso.steering.following.reach import Right
from tinhso.steering.following.refusals import AlreadySettled, ProductsMissing, TaskOpen
from tinhso.steering.following.telling import tell_person, tell_units
from tinhso.steering.following.work import Work, at_work, reason_given
from tinhso.steering.programmes.models import Programme, Task

State = Completion.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """When it was done and how; ``reason`` where a product is not in."""

    day: date | None = None
    note: str = ""
    reason: str = ""
    proofs: tuple[Proof, ...] = ()


def claim_completion(task: Task, claim: Claim, hand: Hand) -> Completion:
    """By the lead, with its products in or a reason. Raises NotYourTask, TaskDone, StandingTask, DayAhead,
    ProductsMissing."""
    with at_work(task, hand) as work:
        refuse_outsider(work.part.leads, what="báo hoàn thành", whose="đơn vị chủ trì")
        if known := work.sent(Completion):
            return known
        work.refuse_done()
        work.refuse_standing()
        day, missing = claim.day or work.day, missing_products(work.task)
        work.refuse_ahead(day)
        if missing and not claim.reason.strip():
            raise ProductsMissing(count=missing)
        made = work.write(
            Completion,
            Deed.Kind.COMPLETED,
            through=work.part.leads,
            day=day,
            note=paragraphs("\n".join(filter(None, (claim.note.strip(), claim.reason.strip())))),
            without_products=bool(missing),
            state=State.FOR_HEAD if _head_comes_first(work) else State.CLAIMED,
        )
        add_proofs(made, claim.proofs)
        _go_on(work, made)
        return made


def approve_completion(completion: Completion, hand: Hand) -> Completion:
    """The head of the lead that claims it sends it on. Raises NotYourTask, OwnClaim, AlreadySettled."""
    with at_work(completion.task, hand) as work:
        right = work.judging(completion, what="duyệt báo hoàn thành")
        if work.sent(Deed):
            return completion
        work.refuse_own(completion, right)
        _turn(completion, before=State.FOR_HEAD, after=State.CLAIMED)
        work.write(Deed, Deed.Kind.COMPLETION_APPROVED, through=right.through, verb=right.verb, about=completion)
        _go_on(work, completion)
    return completion


def confirm_completion(completion: Completion, hand: Hand, *, note: str = "") -> Completion:
    """By whom the programme's settings name. Raises NotYourTask, OwnClaim, AlreadySettled."""
    with at_work(completion.task, hand) as work:
        refuse_outsider(work.part.confirms, what="xác nhận hoàn thành", whose="người theo dõi nhiệm vụ")
        if work.sent(Deed):
            return completion
        right = confirming(work.part, work.task)
        work.refuse_own(completion, right)
        _turn(completion, before=State.CLAIMED, after=State.CONFIRMED)
        said = paragraphs(note)
        deed = work.write(
            Deed, Deed.Kind.CONFIRMED, through=right.through, verb=right.verb, about=completion, note=said
        )
        _tell_lead(deed, Notice.Kind.DECIDED, completion)
    return completion


def return_completion(completion: Completion, reason: str, hand: Hand) -> Completion:
    """By whom confirms, or by the head before it is sent: the task is open again. Raises ReasonMissing, NotYourTask,
    OwnClaim, AlreadySettled."""
    said = reason_given(reason)
    with at_work(completion.task, hand) as work:
        right = _returning(work, completion)
        if work.sent(Deed):
            return completion
        work.refuse_own(completion, right)
        before = State.FOR_HEAD if completion.state == State.FOR_HEAD else State.CLAIMED
        _turn(completion, before=before, after=State.RETURNED)
        _set_day(work.task, None)
        kind = Deed.Kind.COMPLETION_RETURNED
        deed = work.write(Deed, kind, through=right.through, verb=right.verb, about=completion, note=said)
        _tell_lead(deed, Notice.Kind.RETURNED, completion)
    return completion


def reopen_task(task: Task, reason: str, hand: Hand) -> Completion:
    """By the lead or whom confirms: the task is open again. Raises ReasonMissing, NotYourTask, TaskOpen."""
    said = reason_given(reason)
    with at_work(task, hand) as work:
        refuse_outsider(
            work.part.leads | work.part.confirms, what="mở lại nhiệm vụ", whose="đơn vị chủ trì hoặc người theo dõi"
        )
        if known := work.sent(Deed):
            return Completion.objects.get(pk=known.about_id or 0)
        completion = Completion.objects.current().filter(task=task).order_by("-pk").first()
        if completion is None:
            raise TaskOpen
        Completion.objects.filter(pk=completion.pk).update(state=State.REOPENED)
        _set_day(work.task, None)
        right = confirming(work.part, work.task) if work.part.confirms else Right(work.part.leads, Verb.REPORT)
        deed = work.write(Deed, Deed.Kind.REOPENED, through=right.through, verb=right.verb, about=completion, note=said)
        _tell_lead(deed, Notice.Kind.RETURNED, completion)
    completion.refresh_from_db()
    return completion


def missing_products(task: Task) -> int:
    """How many products that the plan names are not in."""
    return task.deliverables.current().exclude(pk__in=ProductRecord.objects.in_force().values("deliverable")).count()


def _head_comes_first(work: Work) -> bool:
    return work.task.programme.head_approves and not work.part.heads and not work.part.stands_in


def _turn(completion: Completion, *, before: Completion.State, after: Completion.State) -> None:
    if not Completion.objects.filter(pk=completion.pk, state=before).update(state=after):
        completion.refresh_from_db()
        raise AlreadySettled(state=completion.get_state_display().lower())
    completion.state = after


def _returning(work: Work, completion: Completion) -> Right:
    what = "trả lại báo hoàn thành"
    if completion.state == State.FOR_HEAD:
        return work.judging(completion, what=what)
    refuse_outsider(work.part.confirms, what=what, whose="người theo dõi nhiệm vụ")
    return confirming(work.part, work.task)


def _go_on(work: Work, completion: Completion) -> None:
    """What a claim does once it may count: the task is done, and whoever confirms is told."""
    words = f"Báo hoàn thành nhiệm vụ {work.task.code}"
    if completion.state == State.FOR_HEAD:
        ask_to_judge(completion, words, work.hand.today)
        return
    _set_day(work.task, completion.day)
    facts = {"task": work.task.pk, "code": work.task.code, "completed_on": completion.day.isoformat()}
    announce("task.completed", subject=f"task/{work.task.pk}", facts=facts)
    confirmer = work.task.programme.confirmer
    if confirmer == Programme.Confirmer.NOBODY:
        Completion.objects.filter(pk=completion.pk).update(state=State.CONFIRMED)
        completion.state = State.CONFIRMED
        return
    verb = Verb.APPROVE_REPORT if confirmer == Programme.Confirmer.HEAD else Verb.CONFIRM
    tell_units(completion, confirming_units(work.task, work.hand.today), words, verb=verb, kind=Notice.Kind.ASKED)


def _set_day(task: Task, day: date | None) -> None:
    Task.objects.filter(pk=task.pk).update(completed_on=day, version=F("version") + 1)
    if task.completed_on is not None and day is None:
        announce("task.reopened", subject=f"task/{task.pk}", facts={"task": task.pk, "code": task.code})


def _tell_lead(deed: Deed, kind: Notice.Kind, completion: Completion) -> None:
    words = f"{deed.get_kind_display()} {completion.task.code}" + (f": {deed.note}" if deed.note else "")
    if completion.unit_id:
        tell_units(deed, [completion.unit_id], words, kind=kind)
    else:
        tell_person(deed, completion.account, words, kind=kind)
