"""Record the event that a deadline waited for: the deadline starts."""

from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.text import nfc, paragraphs
from tinhso.steering.following.deadlines import NewDay, deadline_of, replace_deadline
from tinhso.steering.following.evidencing import Proof, add_proofs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed, EventRecord
from tinhso.steering.following.parts import refuse_outsider
from tinhso.steering.following.refusals import DueBeforeEvent, NoEventAwaited, NothingSaid, TermUnknown
from tinhso.steering.following.work import Work, at_work
from tinhso.steering.programmes.due import counted_from
from tinhso.steering.programmes.models import Deadline, Deliverable, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What happened, when, by which paper; ``due_on`` only where the plan's words name no term."""

    day: date
    what: str
    deliverable: Deliverable | None = None
    due_on: date | None = None
    paper_number: str = ""
    paper_day: date | None = None
    proofs: tuple[Proof, ...] = ()


def record_event(task: Task, happened: Happened, hand: Hand) -> EventRecord:
    """By the lead or those who watch. Raises NotYourTask, TaskDone, NothingSaid, DayAhead, NoEventAwaited, TermUnknown,
    DueBeforeEvent."""
    with at_work(task, hand) as work:
        through = work.part.leads or work.part.judges
        refuse_outsider(through, what="ghi nhận sự kiện", whose="đơn vị chủ trì hoặc cơ quan thường trực")
        if known := work.sent(EventRecord):
            return known
        work.refuse_done()
        work.refuse_ahead(happened.day)
        if not happened.what.strip():
            raise NothingSaid
        waited = _awaited(work, happened)
        started = replace_deadline(work.task, happened.deliverable, _start(happened, waited), hand=hand)
        made = work.write(
            EventRecord,
            Deed.Kind.EVENT_RECORDED,
            through=through,
            verb=Verb.REPORT if work.part.leads else Verb.CONFIRM,
            day=happened.day,
            note=paragraphs(happened.what),
            waited=waited,
            started=started,
            paper_number=nfc(happened.paper_number).strip(),
            paper_day=happened.paper_day,
        )
        add_proofs(made, happened.proofs)
        return made


def awaits_event(deadline: Deadline | None) -> bool:
    """Whether the deadline starts only when something happens."""
    bound = (Deadline.Basis.EVENT, Deadline.Basis.RELATIVE)
    return deadline is not None and deadline.basis in bound and deadline.due_on is None


def _awaited(work: Work, happened: Happened) -> Deadline:
    waited = deadline_of(work.task, happened.deliverable)
    if waited is None or not awaits_event(waited):
        raise NoEventAwaited
    return waited


def _start(happened: Happened, waited: Deadline) -> NewDay:
    due_on = happened.due_on or counted_from(happened.day, waited.wording, office_calendar())
    if due_on is None:
        raise TermUnknown
    if due_on < happened.day:
        raise DueBeforeEvent
    return NewDay(due_on, Deadline.Basis.RELATIVE, waited.wording)
