"""Ghi báo cáo: save one line, or the fixed parts; drafts that count for nothing yet."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import QuerySet

from tinhso.kernel.documents.models import StoredFile
from tinhso.lib.text import nfc, paragraphs
from tinhso.steering.figures.giving import Given, refuse_unfit
from tinhso.steering.figures.wording import UNKNOWN, written, written_span
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.following.refusals import NothingSaid, ShareImpossible
from tinhso.steering.programmes.models import Task
from tinhso.steering.reporting.actions.at_report import UNIT, Doing, at_report
from tinhso.steering.reporting.asking import Cell
from tinhso.steering.reporting.drafting import Draft, DraftFigure, DraftTask, draft_of, given_of
from tinhso.steering.reporting.models import FigureLine, Report, ReportDeed, TaskLine
from tinhso.steering.reporting.models.reports import PARTS
from tinhso.steering.reporting.refusals import (
    FigureCounted,
    FigureGivenOtherwise,
    FigureInParts,
    FigureKnown,
    LineSavedMeanwhile,
    LineUnknown,
    NothingBefore,
    ReasonUnknownMissing,
    ReportStands,
    SituationUnsaid,
    TextSavedMeanwhile,
)

Said = ProgressEntry.Said
_WITHOUT_WORDS = (Said.UNCHANGED, Said.NOT_BEGUN, Said.READY)
_WHOLE = 100
Saved = TypeVar("Saved", TaskLine, FigureLine)
#: "Chưa có số liệu": neither 0 nor not applicable.
NOT_KNOWN = Given()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskWords:
    """What is said of a task; ``seen`` is the version of the line that the person saw, 0 where none was saved."""

    said: str
    note: str = ""
    share: int | None = None
    file: StoredFile | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """What is said of a figure: given, or (None) that it has not changed, or NOT_KNOWN with a ``note`` that says why.

    ``note`` is also the reason where another figure stands."""

    given: Given | None
    note: str = ""
    file: StoredFile | None = None
    seen: int = 0


@dataclass(slots=True)
class Writing:
    """A person writing a report: line after line in one transaction. A refused line leaves the others as they are."""

    doing: Doing
    draft: Draft

    def task(self, key: int, words: TaskWords) -> TaskLine:
        """Raises LineUnknown, SituationUnsaid, NothingSaid, ShareImpossible, LineSavedMeanwhile."""
        _refuse_empty(words)
        line = self.draft.task(key)
        if line is None:
            _refuse_stale(None, words.seen, "")
            raise LineUnknown
        return _save_task(self.doing, line, words)

    def figure(self, cell: Cell, words: FigureWords) -> FigureLine:
        """Raises LineUnknown, NothingBefore, FigureUnfit, NumeratorTooGreat, ReasonUnknownMissing, FigureKnown,
        FigureCounted, FigureInParts, LineSavedMeanwhile; FigureGivenOtherwise where what was sent was corrected since
        and is to stand again without a reason."""
        line = self.draft.figure(cell)
        if line is None:
            _refuse_stale(None, words.seen, "")
            raise LineUnknown
        return _save_figure(self.doing, line, words)

    def texts(self, texts: Mapping[str, str], *, seen: int) -> None:
        """The fixed parts named. Raises TextSavedMeanwhile."""
        report = self.doing.report
        kept = {name: paragraphs(texts[name]) for name in PARTS if name in texts}
        if all(getattr(report, name) == words for name, words in kept.items()):
            return
        _open(self.doing)
        changed = Report.objects.filter(pk=report.pk, version=seen).update(version=seen + 1, nil=False, **kept)
        if not changed:
            raise TextSavedMeanwhile

    def rest_unchanged(self) -> None:
        """Of every line left, that nothing has changed, as a nil report says it."""
        say_nothing_changed(self.doing)

    def forget(self, *, task: int | None = None, cell: Cell | None = None, seen: int) -> None:
        """Take a saved line back: it is unsaid again. Raises LineSavedMeanwhile."""
        told = self.draft.task(task) if task is not None else None
        if told and told.line:
            _refuse_stale(told.line, seen, _said_of(told.line))
            told.line.delete()
        figure = self.draft.figure(cell) if cell is not None else None
        if figure and figure.line:
            _refuse_stale(figure.line, seen, _stands(figure.line, figure))
            figure.line.delete()


@contextmanager
def writing(report: Report, hand: Hand) -> Iterator[Writing]:
    """The report held by somebody who may write it.

    Raises NotYourReport, ReportStands, RoundNotOpen, ReportNotAsked.
    """
    with at_report(report, hand) as doing:
        doing.require(doing.part.writes, what="ghi báo cáo", whose=UNIT)
        doing.require_open()
        if not doing.report.may_be_written:
            raise ReportStands(state=doing.report.get_state_display().lower(), what="sửa")
        yield Writing(doing, draft_of(doing.report))


def save_task(report: Report, task: Task, words: TaskWords, *, hand: Hand) -> TaskLine:
    """The line as it is saved. Raises as ``writing`` and ``Writing.task``."""
    with writing(report, hand) as held:
        return held.task(task.pk, words)


def save_figure(report: Report, cell: Cell, words: FigureWords, *, hand: Hand) -> FigureLine:
    """The line as it is saved. Raises as ``writing`` and ``Writing.figure``."""
    with writing(report, hand) as held:
        return held.figure(cell, words)


def save_texts(report: Report, texts: Mapping[str, str], hand: Hand, *, seen: int) -> Report:
    """The fixed parts named. Raises as ``writing``, TextSavedMeanwhile."""
    with writing(report, hand) as held:
        held.texts(texts, seen=seen)
    return report


def say_nothing_changed(doing: Doing) -> None:
    """Of every line left it is said that nothing has changed, inside the caller's transaction.

    A figure with nothing before it stays unsaid: nobody may put 0 for what nobody knows.
    """
    draft = draft_of(doing.report)
    for task in draft.tasks:
        if not task.is_said:
            _save_task(doing, task, TaskWords(said=Said.UNCHANGED))
    for figure in draft.figures:
        if not figure.is_said and figure.may_carry:
            _save_figure(doing, figure, FigureWords(given=None))


def _open(doing: Doing) -> None:
    """The first who writes opens the report."""
    if doing.report.state == Report.State.UNOPENED:
        begun = Hand(doing.hand.by, once=one_time_key(), at=doing.hand.at)
        Doing(doing.report, begun, doing.part).note(ReportDeed.Kind.BEGUN, doing.part.writes)
        doing.put(Report.State.IN_WORK)


def refuse_words(draft: DraftTask, words: TaskWords) -> None:
    """What the line would be refused for as it stands. Raises SituationUnsaid, NothingSaid, ShareImpossible,
    LineSavedMeanwhile."""
    _refuse_empty(words)
    line = draft.line
    _refuse_stale(line, words.seen, _said_of(line) if line else "")


def _said_of(line: TaskLine) -> str:
    return f"{line.get_said_display().lower()}. {line.note}".strip()


def _refuse_empty(words: TaskWords) -> None:
    if words.said not in Said.values:
        raise SituationUnsaid
    if not words.note.strip() and words.said not in _WITHOUT_WORDS:
        raise NothingSaid
    if words.share is not None and not 0 <= words.share <= _WHOLE:
        raise ShareImpossible


def _save_task(doing: Doing, draft: DraftTask, words: TaskWords) -> TaskLine:
    facts = {
        "said": words.said,
        "unchanged": words.said == Said.UNCHANGED,
        "note": paragraphs(words.note),
        "share": words.share,
    }
    kept = draft.line.file if draft.line else None
    facts["file"] = words.file or kept
    line = draft.line
    if line and _same(line, facts):
        return line
    refuse_words(draft, words)
    return _written(doing, TaskLine, line, key={"task": draft.task}, facts=facts)


def _save_figure(doing: Doing, draft: DraftFigure, words: FigureWords) -> FigureLine:
    if draft.metric:
        raise FigureCounted(code=draft.indicator.code, metric=draft.metric)
    given = words.given if words.given is not None else _carried(draft)
    _refuse_parts(draft, given)
    if words.given == NOT_KNOWN:
        _refuse_known(draft, words.note)
    else:
        refuse_unfit(given, draft.measure)
    facts = {**given.columns, "unchanged": words.given is None, "note": nfc(words.note).strip()}
    facts |= dict(zip(("from_on", "to_on"), draft.span, strict=True))
    line = draft.line
    facts["file"] = words.file or (line.file if line else None)
    if line and _same(line, facts):
        _refuse_overtaken(draft)
        return line
    _refuse_stale(line, words.seen, _stands(line, draft) if line else "")
    return _written(doing, FigureLine, line, key={"indicator": draft.indicator, "unit_id": draft.unit}, facts=facts)


def _refuse_parts(draft: DraftFigure, given: Given) -> None:
    """Raises FigureInParts."""
    if draft.is_covered:
        raise FigureInParts(code=draft.indicator.code, told=draft.told_elsewhere)
    if draft.is_scattered and given != NOT_KNOWN:
        left = ", ".join(written_span(*gap) for gap in draft.gaps)
        raise FigureInParts(code=draft.indicator.code, told=f"một phần, còn thiếu {left}")


def _refuse_known(draft: DraftFigure, reason: str) -> None:
    """Raises ReasonUnknownMissing, FigureKnown."""
    if not reason.strip():
        raise ReasonUnknownMissing
    if draft.known.stands:
        raise FigureKnown(code=draft.indicator.code, stands=written(draft.known.stands, draft.measure))


def _refuse_stale(line: TaskLine | FigureLine | None, seen: int, stands: str) -> None:
    """Raises LineSavedMeanwhile where the person saw another version than stands now, or one that was taken back."""
    if line and line.version != seen:
        raise LineSavedMeanwhile(who=line.saved_by, stands=stands)
    if line is None and seen:
        raise LineSavedMeanwhile(who="Người khác", stands="đã bỏ xác nhận")


def _refuse_overtaken(draft: DraftFigure) -> None:
    """Raises FigureGivenOtherwise where what was sent is to stand again, and nobody says why."""
    if draft.overtaken:
        stands = written(draft.overtaken, draft.measure)
        raise FigureGivenOtherwise(code=draft.indicator.code, unit=draft.overtaken.unit.key, stands=stands)


def _carried(draft: DraftFigure) -> Given:
    """What "không thay đổi" means: the figure before, as of the new day. Raises NothingBefore."""
    if draft.known.before is None:
        raise NothingBefore(code=draft.indicator.code, why="chưa có số kỳ trước")
    if not draft.may_carry:
        raise NothingBefore(code=draft.indicator.code, why="số phát sinh trong kỳ không lấy của kỳ trước")
    return Given.of(draft.known.before)


def _stands(line: FigureLine, draft: DraftFigure) -> str:
    if line.is_unknown:
        return f"{UNKNOWN}, {line.note}"
    from_line = draft.known.before
    if from_line is None or given_of(line) != Given.of(from_line):
        parts = [line.numerator, line.denominator, line.number]
        return "/".join(f"{part.normalize():f}" for part in parts if part is not None) or "đã ghi"
    return written(from_line, draft.measure)


def _same(line: TaskLine | FigureLine, facts: Mapping[str, Any]) -> bool:
    return all(getattr(line, name) == value for name, value in facts.items())


def _written(
    doing: Doing, model: type[Saved], line: Saved | None, *, key: Mapping[str, Any], facts: Mapping[str, Any]
) -> Saved:
    """Insert or change; the report is locked, so nobody comes between."""
    _open(doing)
    saved = {**facts, "saved_by": doing.hand.by, "saved_at": doing.hand.at}
    if line is None:
        line = QuerySet(model).create(report=doing.report, **key, **saved)
    else:
        QuerySet(model).filter(pk=line.pk).update(version=line.version + 1, **saved)
        line.refresh_from_db()
    if doing.report.nil and line.tells:
        Report.objects.filter(pk=doing.report.pk).update(nil=False)
    return line
