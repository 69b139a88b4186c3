"""Give a part of a task to a person of the unit; the person accepts it, does it, returns it; it may move on."""

from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.text import paragraphs
from tinhso.steering.following.evidencing import Proof, add_proofs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed, Notice, PersonalWork
from tinhso.steering.following.parts import refuse_outsider
from tinhso.steering.following.reach import reach
from tinhso.steering.following.refusals import AlreadySettled, NothingSaid, NotYourTask, PersonOutside
from tinhso.steering.following.telling import tell_person
from tinhso.steering.following.work import Work, at_work, reason_given
from tinhso.steering.programmes.models import Task

State = PersonalWork.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is wanted of whom, until when."""

    person: Account
    wanted: str
    due_on: date | None = None


def give_work(task: Task, order: Order, hand: Hand) -> PersonalWork:
    """Raises NotYourTask, TaskDone, NothingSaid, PersonOutside."""
    with at_work(task, hand) as work:
        refuse_outsider(work.part.works, what="giao việc này cho cá nhân", whose="đơn vị chủ trì, phối hợp")
        if known := work.sent(PersonalWork):
            return known
        work.refuse_done()
        if not order.wanted.strip():
            raise NothingSaid
        _refuse_stranger(work, order.person)
        given = work.write(
            PersonalWork,
            Deed.Kind.PERSON_GIVEN,
            through=work.part.works,
            person=order.person,
            note=paragraphs(order.wanted),
            due_on=order.due_on,
            state=State.ACCEPTED if order.person.pk == hand.by.pk else State.GIVEN,
        )
        tell_person(given, order.person, f"{given.who} giao: {given.note}", kind=Notice.Kind.GIVEN)
        return given


def accept_work(given: PersonalWork, hand: Hand) -> PersonalWork:
    """The person takes it on. Raises NotYourTask, AlreadySettled."""
    return _answer(given, hand, Deed.Kind.PERSON_ACCEPTED, before=(State.GIVEN,), note="")


def finish_work(given: PersonalWork, hand: Hand, *, note: str = "", proofs: tuple[Proof, ...] = ()) -> PersonalWork:
    """The person has done it. Raises NotYourTask, AlreadySettled."""
    return _answer(given, hand, Deed.Kind.PERSON_DONE, before=PersonalWork.OPEN, note=paragraphs(note), proofs=proofs)


def return_work(given: PersonalWork, reason: str, hand: Hand) -> PersonalWork:
    """The person gives it back. Raises ReasonMissing, NotYourTask, AlreadySettled."""
    return _answer(given, hand, Deed.Kind.PERSON_RETURNED, before=PersonalWork.OPEN, note=reason_given(reason))


def move_work(given: PersonalWork, to: Account, hand: Hand, *, note: str = "") -> PersonalWork:
    """The unit gives it to somebody else, also when it was returned or the person is gone. Raises NotYourTask,
    AlreadySettled, PersonOutside."""
    with at_work(given.task, hand) as work:
        _refuse_other_unit(work, given)
        if work.sent(Deed):
            return given
        _refuse_stranger(work, to)
        movable = (*PersonalWork.OPEN, State.RETURNED)
        same = PersonalWork.objects.filter(pk=given.pk, state__in=movable, person=given.person_id)
        if not same.update(person=to, state=State.GIVEN):
            raise _settled(given)
        words = f"{given.person} → {to}" + (f": {paragraphs(note)}" if note.strip() else "")
        moved = work.write(Deed, Deed.Kind.PERSON_MOVED, through=work.part.works, about=given, note=words)
        tell_person(moved, to, f"{moved.who} chuyển cho bạn: {given.note}", kind=Notice.Kind.GIVEN)
    given.refresh_from_db()
    return given


_AFTER = {
    Deed.Kind.PERSON_ACCEPTED: (State.ACCEPTED, None),
    Deed.Kind.PERSON_DONE: (State.DONE, Notice.Kind.DECIDED),
    Deed.Kind.PERSON_RETURNED: (State.RETURNED, Notice.Kind.RETURNED),
}


def _answer(
    given: PersonalWork,
    hand: Hand,
    kind: Deed.Kind,
    *,
    before: tuple[PersonalWork.State, ...],
    note: str,
    proofs: tuple[Proof, ...] = (),
) -> PersonalWork:
    with at_work(given.task, hand) as work:
        if given.person_id != hand.by.pk:
            raise NotYourTask(what="nhận, báo xong hoặc trả lại việc này", whose=str(given.person))
        if work.sent(Deed):
            return given
        after, notice = _AFTER[kind]
        if not PersonalWork.objects.filter(pk=given.pk, person=hand.by, state__in=before).update(state=after):
            raise _settled(given)
        unit = frozenset({given.unit_id} if given.unit_id else ())
        deed = work.write(Deed, kind, through=unit, about=given, note=note)
        add_proofs(deed, proofs)
        if notice:
            tell_person(deed, given.account, f"{deed.who} {kind.label.lower()}: {given.note}", kind=notice)
    given.refresh_from_db()
    return given


def _refuse_other_unit(work: Work, given: PersonalWork) -> None:
    if given.unit_id not in reach(work.hand.by, Verb.REPORT, work.hand.today):
        raise NotYourTask(what="chuyển việc này", whose="đơn vị đã giao")


def _refuse_stranger(work: Work, person: Account) -> None:
    """The person serves one of the units through which the giver works, and may sign in."""
    serves = reach(person, Verb.REPORT, work.hand.today)
    ours = work.part.works or reach(work.hand.by, Verb.REPORT, work.hand.today)
    if not person.is_active or serves.isdisjoint(ours):
        raise PersonOutside(name=person.display_name)


def _settled(given: PersonalWork) -> AlreadySettled:
    given.refresh_from_db()
    return AlreadySettled(state=given.get_state_display().lower())
