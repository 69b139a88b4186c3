"""What a sent report becomes: entries in the history of tasks, figures of the round's days."""

from datetime import date

from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.text import in_sentence
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.wording import written
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.evidencing import Proof
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Completion, Evidence, ProgressEntry
from tinhso.steering.reporting.drafting import Draft, DraftFigure, DraftTask
from tinhso.steering.reporting.models import SentFigure, SentTask, Submission, TaskLine
from tinhso.steering.reporting.refusals import FigureGivenOtherwise

Said = ProgressEntry.Said


def write_tasks(submission: Submission, draft: Draft, hand: Hand) -> None:
    """Each line as it is sent, and the entry that it becomes; what the unit had said already is pointed at."""
    done = frozenset(
        Completion.objects.current()
        .filter(task__in=[each.task.pk for each in draft.tasks])
        .values_list("task", flat=True)
    )
    speaking = _speaking(submission.report.unit_id, hand.today)
    SentTask.objects.bulk_create(
        _sent_task(submission, each, hand, speaking=None if each.task.pk in done else speaking)
        for each in draft.tasks
        if each.is_said
    )


def write_figures(submission: Submission, draft: Draft, hand: Hand) -> None:
    """Each figure as it is sent, and the value that says it."""
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in={each.unit for each in draft.figures})}
    earlier = frozenset(
        SentFigure.objects.filter(submission__report=submission.report_id).values_list("value", flat=True)
    )
    SentFigure.objects.bulk_create(
        SentFigure(
            submission=submission,
            indicator=each.indicator,
            unit=units[each.unit],
            unchanged=bool(each.line and each.line.unchanged and not each.overtaken),
            note=_note(each),
            value=_value(submission, each, units[each.unit], hand=hand, earlier=earlier),
        )
        for each in draft.figures
    )


def _sent_task(submission: Submission, each: DraftTask, hand: Hand, *, speaking: frozenset[int] | None) -> SentTask:
    """``speaking`` are those whose word it is; None of a task that is done, of which nothing more is said."""
    line = each.line
    if line is None:
        note = "Đã báo hoàn thành."
        return SentTask(submission=submission, task=each.task, said=Said.READY, note=note, behalf=each.behalf)
    return SentTask(
        submission=submission,
        task=each.task,
        unchanged=line.unchanged,
        said=line.said,
        share=line.share,
        note=line.note,
        behalf=each.behalf,
        entry=None if speaking is None else _entry(each, hand, speaking),
    )


def _entry(each: DraftTask, hand: Hand, speaking: frozenset[int]) -> ProgressEntry | None:
    line, last = each.line, each.entry
    if line is None:
        return None
    if last and each.is_new and _says_the_same(line, last):
        return last
    progress = Progress(
        said=line.said,
        note=line.note,
        share=line.share,
        proofs=(Proof(file=line.file),) if line.file else (),
        units=speaking,
    )
    return report_progress(each.task, progress, Hand(hand.by, once=f"{hand.once}:t{each.task.pk}", at=hand.at))


def _says_the_same(line: TaskLine, last: ProgressEntry) -> bool:
    """Also of a report sent again: a file that was added is said, too."""
    if (last.said, last.note, last.share) != (line.said, line.note, line.share):
        return False
    return line.file_id is None or Evidence.objects.filter(deed=last.pk, file=line.file_id).exists()


def _speaking(unit: int, day: date) -> frozenset[int]:
    """Whose word it is: the unit's, or that of who answers for it."""
    return frozenset({unit}) | {span.unit for span in Roster.on(day).answering.answerers(unit, day)}


def counted_note(metric: str) -> str:
    """What stands beside a figure that no unit gives."""
    return f"Hệ thống tự đếm: {metric}"


def _note(each: DraftFigure) -> str:
    if each.metric:
        return counted_note(each.metric)
    if each.is_covered:
        return _covered_note(each)
    return each.note


def _covered_note(each: DraftFigure) -> str:
    by = "Đã có số" if each.known.astride(each.span) else "Cộng số của các kỳ ngắn hơn:"
    return f"{by} {each.told_elsewhere}"


def _value(
    submission: Submission, each: DraftFigure, unit: Unit, *, hand: Hand, earlier: frozenset[int | None]
) -> Value | None:
    """The figure that stands for the round's days once this is sent. Raises FigureGivenOtherwise."""
    stands, line = each.known.stands, each.line
    if line is None or each.given is None or each.is_covered:
        return stands
    same = next((value for value in each.known.standing if Given.of(value) == each.given), None)
    if same:
        return same
    cell = Cell(each.indicator, unit, *each.span)
    note = line.note or (f"Không thay đổi. {submission.report.round.title}" if line.unchanged else "")
    own = each.known.entered
    if own is None:
        return enter(cell, each.given, Whence(by=hand.by, note=note, file=line.file, at=hand.at))
    if own.pk not in earlier and not line.note.strip():
        raise FigureGivenOtherwise(code=each.indicator.code, unit=unit.key, stands=written(own, each.measure))
    reason = line.note.strip() or f"Gửi lại {in_sentence(submission.report.round.title)}, lần {submission.number}"
    return correct(own, each.given, Whence(by=hand.by, note=reason, file=line.file, at=hand.at))
