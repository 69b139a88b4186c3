"""Trả lại cập nhật tiến độ: the head of the lead sends an entry back with a reason; it counts no more and stays."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.exchange.outbox import announce
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed, Notice, ProgressEntry
from tinhso.steering.following.reach import reach
from tinhso.steering.following.refusals import AlreadySettled
from tinhso.steering.following.telling import tell_person, tell_units
from tinhso.steering.following.work import Work, at_work, reason_given


def return_progress(entry: ProgressEntry, reason: str, hand: Hand) -> ProgressEntry:
    """Undone by the writer's next entry. Raises ReasonMissing, NotYourTask, OwnClaim, TaskDone, AlreadySettled."""
    said = reason_given(reason)
    with at_work(entry.task, hand) as work:
        right = work.judging(entry, what="trả lại cập nhật tiến độ")
        if work.sent(Deed):
            return entry
        work.refuse_own(entry, right)
        work.refuse_done()
        _turn(entry, hand)
        deed = work.write(
            Deed, Deed.Kind.PROGRESS_RETURNED, through=right.through, verb=right.verb, about=entry, note=said
        )
        _tell(work, entry, deed)
    entry.refresh_from_db()
    return entry


def _turn(entry: ProgressEntry, hand: Hand) -> None:
    if ProgressEntry.objects.filter(about=entry, returned_at__isnull=True).exists():
        raise AlreadySettled(state="đã sửa")
    standing = ProgressEntry.objects.filter(pk=entry.pk, returned_at__isnull=True)
    if not standing.update(returned_at=hand.at, for_head=False):
        raise AlreadySettled(state="đã trả lại")


def _tell(work: Work, entry: ProgressEntry, deed: Deed) -> None:
    """The writer; his unit where he works there no more."""
    words = f"{deed.who} trả lại cập nhật nhiệm vụ {work.task.code}: {deed.note}"
    writer = entry.account
    if writer.is_active and entry.unit_id in reach(writer, Verb.REPORT, work.hand.today):
        tell_person(deed, writer, words, kind=Notice.Kind.RETURNED)
    elif entry.unit_id:
        tell_units(deed, [entry.unit_id], words, kind=Notice.Kind.RETURNED)
    facts = {"task": work.task.pk, "code": work.task.code, "entry": entry.pk, "reason": deed.note}
    announce("task.progress_returned", subject=f"task/{work.task.pk}", facts=facts)
