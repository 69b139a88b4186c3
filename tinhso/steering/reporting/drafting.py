"""The lines of a report as they stand now: what is saved, what is known, and whether each is said."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.giving import Given
from tinhso.steering.figures.levels import level_of
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.wording import written_amount, written_span
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.programmes.fetching import indicators_by_key, programmes_shown, tasks_by_key
from tinhso.steering.programmes.models import Indicator, Programme, Task
from tinhso.steering.reporting.asking import Asking, Cell, Lines, asking_of
from tinhso.steering.reporting.knowing import KnownEntry, KnownFigure, known_of
from tinhso.steering.reporting.models import FigureLine, Report, Submission, TaskLine
from tinhso.steering.reporting.models.reports import PARTS
from tinhso.steering.reporting.rights import day_of
from tinhso.steering.reporting.spans import Span, span_of


@dataclass(frozen=True, slots=True)
class DraftTask:
    """A task's line: the draft, the unit's last word before it; ``is_new``: said since the report before.

    ``behalf`` are the bodies in whose place the unit speaks of it, in the words of the plan. ``programme`` is told
    where the round asks about several.
    """

    task: Task
    line: TaskLine | None
    entry: ProgressEntry | None
    is_new: bool
    behalf: str = ""
    programme: str = ""

    @property
    def key(self) -> str:
        """Of the line, among all of the report."""
        return f"t{self.task.pk}"

    @property
    def is_done(self) -> bool:
        """Whether the task is said to be done, so that nothing more is asked."""
        return self.task.completed_on is not None

    @property
    def is_said(self) -> bool:
        """Whether nothing is left to say."""
        return self.line is not None or self.is_done


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """A figure's line: whose, how it is measured, over which days; the draft and what is known; the name of the
    ``metric`` that counts it.

    ``was_sent``: nobody has touched the line since the report was last sent. ``programme`` as of a task.
    """

    indicator: Indicator
    unit: int
    measure: Measure
    span: Span
    line: FigureLine | None
    known: KnownFigure
    was_sent: bool = False
    programme: str = ""
    metric: str = ""

    @property
    def key(self) -> str:
        """Of the line, among all of the report."""
        return f"{self.indicator.pk}.{self.unit}"

    @property
    def cell(self) -> Cell:
        """Indicator and unit."""
        return self.indicator.pk, self.unit

    @property
    def is_covered(self) -> bool:
        """Whether figures of other spans tell all of it, so that it must not be entered again."""
        return self.measure.timing == Measure.Timing.IN_PERIOD and self.known.covers(self.span)

    @property
    def gaps(self) -> list[Span]:
        """Where some of the days are told by other spans: the stretches that are left. One is asked for here, and is
        the line's span; several are entered each by itself, or it is said here why they are not known."""
        return self.known.gaps(self.span) if self.known.inside else []

    @property
    def is_scattered(self) -> bool:
        """Whether more than one stretch is left, so that no one figure can be given here."""
        return len(self.gaps) > 1

    @property
    def is_outrun(self) -> bool:
        """Whether the figure that was saved is one of other days than are left: some were told since, or what was told
        was withdrawn. That a figure is not known holds on."""
        line = self.line
        if line is None or line.is_unknown or self.measure.timing != Measure.Timing.IN_PERIOD:
            return False
        return (line.from_on, line.to_on) != self.span or self.is_scattered

    @property
    def note(self) -> str:
        """What the draft says beside the figure."""
        return self.line.note if self.line and not self.is_outrun else ""

    @property
    def told_elsewhere(self) -> str:
        """Of a line that is covered: what the figures of the other spans come to; which they are, where some tell of
        other days too, since then nobody knows the sum."""
        if not self.known.astride(self.span):
            return written_amount(self.known.sum_inside, self.measure)
        spans = sorted((value.from_on, value.to_on) for value in self.known.inside)
        return f"theo các kỳ {', '.join(written_span(*span) for span in spans)}"

    @property
    def is_said(self) -> bool:
        """Whether nothing is left to say: saved, or given already for the same days."""
        kept = self.line and not self.is_outrun
        return bool(kept or self.known.stands or self.is_covered or self.metric)

    @property
    def may_carry(self) -> bool:
        """Whether "không thay đổi" means something: a cumulative figure with one before it."""
        return self.measure.timing == Measure.Timing.CUMULATIVE and self.known.before is not None

    @property
    def overtaken(self) -> Value | None:
        """What stands now where the figure was corrected after it was sent: a line that nobody has touched since says
        nothing against it."""
        stands = self.known.entered if self.line and self.was_sent else None
        return stands if stands and self.line and Given.of(stands) != given_of(self.line) else None

    @property
    def given(self) -> Given | None:
        """The figure that the draft says; None also where it says that none is known, or a metric counts it."""
        if self.metric or self.is_outrun:
            return None
        if self.overtaken:
            return Given.of(self.overtaken)
        return given_of(self.line) if self.line and not self.line.is_unknown else None

    @property
    def tells(self) -> bool:
        """Whether the draft says that something has happened. One that counts for nothing any more, since others tell
        the figure, says nothing."""
        counts = self.given is not None and not self.is_covered
        return counts and self.line is not None and self.line.tells

    @property
    def is_unknown(self) -> bool:
        """Whether the draft says that the figure is not known yet, and why."""
        known = self.known.stands or self.is_covered or self.metric
        return self.line is not None and self.line.is_unknown and not known


@dataclass(frozen=True, slots=True)
class Draft:
    """A report's lines in the order of the plan."""

    report: Report
    asking: Asking
    tasks: list[DraftTask]
    figures: list[DraftFigure]

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.tasks) + len(self.figures)

    @property
    def unsaid(self) -> int:
        """How many lines are left to say."""
        return sum(not each.is_said for each in self.tasks) + sum(not each.is_said for each in self.figures)

    @property
    def told(self) -> int:
        """How many lines and fixed parts tell more than that nothing has changed or that a figure is not known."""
        tasks = sum(each.line is not None and each.line.tells for each in self.tasks)
        parts = sum(bool(getattr(self.report, name).strip()) for name in PARTS)
        return tasks + sum(each.tells for each in self.figures) + parts

    def task(self, key: int) -> DraftTask | None:
        """The line of a task."""
        return next((each for each in self.tasks if each.task.pk == key), None)

    def figure(self, cell: Cell) -> DraftFigure | None:
        """The line of a cell."""
        return next((each for each in self.figures if each.cell == cell), None)


def given_of(line: FigureLine) -> Given:
    """What a line says."""
    return Given(
        numerator=line.numerator,
        denominator=line.denominator,
        number=line.number,
        day=line.day,
        answer=line.answer,
        not_applicable=line.not_applicable,
    )


def draft_of(report: Report) -> Draft:
    """The lines; a constant number of queries. The report comes with its round and the programmes it asks about."""
    asking = asking_of(report.round, day_of(report.round))
    roster, programmes = Roster.on(asking.day), programmes_shown()
    lines = asking.of(report.unit_id)
    known = known_of(report, lines, asking.measures, day=asking.day)
    said = {line.task_id: line for line in report.task_lines.select_related("saved_by", "file")}
    given = {(line.indicator_id, line.unit_id): line for line in _figure_lines(report)}
    tasks, indicators = tasks_by_key(lines.tasks), indicators_by_key({indicator for indicator, _unit in lines.cells})
    return Draft(
        report,
        asking,
        [
            _task(report, tasks[key], lines, line=said.get(key), known=known.entries.get(key))
            for key in lines.tasks
            if key in tasks
        ],
        [
            _figure(
                report,
                indicators[cell[0]],
                roster.units[cell[1]],
                asking=asking,
                programme=programmes[indicators[cell[0]].programme_id],
                line=given.get(cell),
                known=known.figure(cell),
            )
            for cell in lines.cells
            if cell[0] in indicators
        ],
    )


def _figure_lines(report: Report) -> QuerySet[FigureLine]:
    sent = Submission.objects.filter(report=OuterRef("report"), deed__recorded_at__gte=OuterRef("saved_at"))
    return report.figure_lines.select_related("saved_by", "file").annotate(was_sent=Exists(sent))


def _task(report: Report, task: Task, lines: Lines, *, line: TaskLine | None, known: KnownEntry | None) -> DraftTask:
    entry, is_new = (known.entry, known.is_new) if known else (None, False)
    behalf, programme = lines.behalf.get(task.pk, ""), report.round.told_apart(task.programme_id)
    return DraftTask(task, line, entry, is_new, behalf, programme)


def _figure(
    report: Report,
    indicator: Indicator,
    unit: UnitVersion,
    *,
    asking: Asking,
    programme: Programme,
    line: FigureLine | None,
    known: KnownFigure,
) -> DraftFigure:
    measure = asking.measures[indicator.pk]
    span = span_of(report.round, indicator, measure, level=level_of(unit.kind), begins=programme.starts_on)
    if known.inside and len(left := known.gaps(span)) == 1:
        span = left[0]
    was_sent = bool(line and vars(line)["was_sent"])
    apart, metric = report.round.told_apart(indicator.programme_id), asking.metrics.get(indicator.pk, "")
    return DraftFigure(indicator, unit.unit_id, measure, span, line, known, was_sent, apart, metric)
