"""Say how a task stands, correct what was said, and approve what an officer said."""

from dataclasses import dataclass
from datetime import date

from tinhso.kernel.exchange.outbox import announce
from tinhso.lib.text import paragraphs
from tinhso.steering.following.evidencing import Proof, add_proofs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.judging import ask_to_judge
from tinhso.steering.following.models import Deed, ProgressEntry
from tinhso.steering.following.parts import refuse_outsider
from tinhso.steering.following.refusals import AlreadySettled, NothingSaid, NotYourTask, ShareImpossible
from tinhso.steering.following.work import Work, at_work
from tinhso.steering.programmes.models import Task

_EVERYTHING = 100
_SPEAKS_FOR_ITSELF = (ProgressEntry.Said.UNCHANGED, ProgressEntry.Said.NOT_BEGUN, ProgressEntry.Said.READY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What a unit says of a task; ``day`` is today unless said.

    ``units`` are those for which it is said, where the person may act for others of the task too.
    """

    said: str
    note: str = ""
    share: int | None = None
    day: date | None = None
    proofs: tuple[Proof, ...] = ()
    units: frozenset[int] = frozenset()


def report_progress(task: Task, progress: Progress, hand: Hand) -> ProgressEntry:
    """A new entry by the lead or a unit that helps. Raises NotYourTask, TaskDone, NothingSaid, ShareImpossible,
    DayAhead."""
    with at_work(task, hand) as work:
        refuse_outsider(work.part.works, what="cập nhật tiến độ", whose="đơn vị chủ trì, phối hợp")
        if known := work.sent(ProgressEntry):
            return known
        work.refuse_done()
        return _write(work, progress, about=None)


def correct_progress(entry: ProgressEntry, progress: Progress, hand: Hand) -> ProgressEntry:
    """An entry that takes the place of another of the same unit; both stay. Raises also AlreadySettled."""
    with at_work(entry.task, hand) as work:
        refuse_outsider(work.part.works, what="sửa cập nhật tiến độ", whose="đơn vị đã ghi")
        if known := work.sent(ProgressEntry):
            return known
        corrected = _corrected_by(entry)
        if ProgressEntry.objects.filter(about=corrected, returned_at__isnull=True).exists():
            raise AlreadySettled(state="đã sửa")
        made = _write(work, progress, about=corrected)
        if made.unit_id != entry.unit_id:
            raise NotYourTask(what="sửa cập nhật tiến độ", whose="đơn vị đã ghi")
        return made


def approve_progress(entry: ProgressEntry, hand: Hand) -> ProgressEntry:
    """The head lets it count. Raises NotYourTask, OwnClaim, AlreadySettled."""
    with at_work(entry.task, hand) as work:
        right = work.judging(entry, what="duyệt cập nhật")
        if work.sent(Deed):
            return entry
        work.refuse_own(entry, right)
        if not ProgressEntry.objects.filter(pk=entry.pk, for_head=True).update(for_head=False):
            entry.refresh_from_db()
            raise AlreadySettled(state="đã trả lại" if entry.is_returned else "đã duyệt")
        work.write(Deed, Deed.Kind.PROGRESS_APPROVED, through=right.through, verb=right.verb, about=entry)
        entry.refresh_from_db()
        _announce(entry)
    return entry


def _corrected_by(entry: ProgressEntry) -> ProgressEntry:
    """What an entry that corrects this one takes the place of: where this was a correction and was returned, that
    which stands since."""
    entry.refresh_from_db()
    before = ProgressEntry.objects.filter(pk=entry.about_id or 0).first() if entry.is_returned else None
    return before or entry


def _write(work: Work, progress: Progress, *, about: ProgressEntry | None) -> ProgressEntry:
    _refuse_mistakes(work, progress)
    made = work.write(
        ProgressEntry,
        Deed.Kind.PROGRESS,
        through=work.part.works & progress.units or work.part.works,
        said=progress.said,
        share=progress.share,
        note=paragraphs(progress.note),
        day=progress.day or work.day,
        about=about,
        for_head=work.task.programme.head_approves and bool(work.part.leads) and not work.part.heads,
    )
    add_proofs(made, progress.proofs)
    if made.for_head:
        ask_to_judge(made, f"Cập nhật nhiệm vụ {work.task.code} chờ duyệt", work.hand.today)
    else:
        _announce(made)
    return made


def _refuse_mistakes(work: Work, progress: Progress) -> None:
    if not progress.note.strip() and progress.said not in _SPEAKS_FOR_ITSELF:
        raise NothingSaid
    if progress.share is not None and not 0 <= progress.share <= _EVERYTHING:
        raise ShareImpossible
    work.refuse_ahead(progress.day or work.day)


def _announce(entry: ProgressEntry) -> None:
    facts = {"task": entry.task_id, "code": entry.task.code, "said": entry.said, "share": entry.share}
    announce("task.progressed", subject=f"task/{entry.task_id}", facts={**facts, "day": entry.day.isoformat()})
