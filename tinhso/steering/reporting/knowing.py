"""What the system knows already of a report's lines: what was said since the last report, which figures stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.following.reach import followed
from tinhso.steering.reporting.asking import Cell, Lines
from tinhso.steering.reporting.models import Report, Round, SentTask
from tinhso.steering.reporting.rights import day_of
from tinhso.steering.reporting.spans import Span

#: So many of a unit's latest figures are looked at: all weeks of a year, and what was before.
MOST = 60


@dataclass(slots=True)
class KnownFigure:
    """Of a cell: what stands for the round's very days, by source; what stands for some of them, also where it tells of
    days outside too; the figure before."""

    standing: list[Value] = field(default_factory=list)
    inside: list[Value] = field(default_factory=list)
    before: Value | None = None

    @property
    def stands(self) -> Value | None:
        """What is counted for the round's days: of two sources the one recorded first."""
        return min(self.standing, key=lambda value: value.pk, default=None)

    @property
    def entered(self) -> Value | None:
        """What people said of the round's days."""
        return next((value for value in self.standing if value.source == Value.Source.ENTERED), None)

    def covers(self, span: Span) -> bool:
        """Whether figures of other spans together tell of all of the round's days."""
        return bool(self.inside) and not self.gaps(span)

    def gaps(self, span: Span) -> list[Span]:
        """The days of the span of which no figure of another span tells, in stretches."""
        first, last = span
        found: list[Span] = []
        for value in sorted(self.inside, key=lambda value: value.from_on):
            if value.from_on > first:
                found.append((first, value.from_on - timedelta(days=1)))
            first = max(first, value.to_on + timedelta(days=1))
        return [*found, (first, last)] if first <= last else found

    def astride(self, span: Span) -> list[Value]:
        """Those that tell of days outside the span too, so that nobody knows what they say of it."""
        return [value for value in self.inside if value.from_on < span[0] or value.to_on > span[1]]

    @property
    def sum_inside(self) -> Amount:
        """What the shorter spans come to; only where none is astride."""
        amounts = (_amount(value) for value in self.inside)
        return sum(amounts, Amount())


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """What the unit said last of a task; ``is_new``: since the report before this one."""

    entry: ProgressEntry
    is_new: bool


@dataclass(frozen=True, slots=True)
class Known:
    """Task → what the unit said last; cell → its figures."""

    entries: Mapping[int, KnownEntry]
    figures: Mapping[Cell, KnownFigure]

    def figure(self, cell: Cell) -> KnownFigure:
        """Of a cell of which nothing is known: nothing."""
        return self.figures.get(cell) or KnownFigure()


def known_of(report: Report, lines: Lines, measures: Mapping[int, Measure], *, day: date) -> Known:
    """Two queries, fewer where nothing of the kind is asked."""
    return Known(_entries(report, lines.tasks, Roster.on(day)), _figures(report.round, lines.cells, measures))


def _entries(report: Report, tasks: Iterable[int], roster: Roster) -> dict[int, KnownEntry]:
    """Also what was said since the cut-off, as long as the report may still come."""
    wanted, round_ = list(tasks), report.round
    if not wanted:
        return {}
    units = followed({report.unit_id}, roster)
    until = day_of(round_) if round_.is_open else round_.last_day
    told = _told_before(round_, units)
    rows = ProgressEntry.objects.in_force().filter(task__in=wanted, unit__in=units, day__lte=until)
    rows = rows.annotate(was_told=Exists(told.filter(entry=OuterRef("pk"))))
    rows = rows.annotate(task_was_told=Exists(told.filter(task=OuterRef("task"))))
    return {row.task_id: KnownEntry(row, _is_new(row, round_)) for row in rows.order_by("day", "recorded_at", "pk")}


def _is_new(row: ProgressEntry, round_: Round) -> bool:
    """Not told in a report before; where none told of the task, said since the round's first day."""
    told = vars(row)
    return not told["was_told"] and (told["task_was_told"] or row.day >= round_.first_day)


def _told_before(round_: Round, units: Iterable[int]) -> QuerySet[SentTask]:
    """What the units sent in the reports before: of rounds that were over when this one's days began, and of its own
    kind. What another round asks about the same days is no report before: one entry serves both."""
    rows = SentTask.objects.filter(submission__report__unit__in=list(units))
    over = Q(submission__report__round__last_day__lt=round_.first_day)
    same = Q(submission__report__round__kind=round_.kind, submission__report__round__last_day__lt=round_.last_day)
    return rows.filter(over | same)


def _figures(round_: Round, cells: tuple[Cell, ...], measures: Mapping[int, Measure]) -> dict[Cell, KnownFigure]:
    found: dict[Cell, KnownFigure] = defaultdict(KnownFigure)
    if not cells:
        return found
    wanted = {"indicator__in": {indicator for indicator, _unit in cells}, "unit__in": {unit for _, unit in cells}}
    in_period = {key for key, measure in measures.items() if measure.timing == Measure.Timing.IN_PERIOD}
    begun = Q(indicator__in=in_period, from_on__lte=round_.last_day)
    rows = Value.objects.known_at().filter(begun | Q(to_on__lte=round_.last_day), **wanted).latest_of_each_unit(MOST)
    for value in rows.select_related("entered_by"):
        known = found[value.indicator_id, value.unit_id]
        _place(known, value, round_, in_period=value.indicator_id in in_period)
    return found


def _place(known: KnownFigure, value: Value, round_: Round, *, in_period: bool) -> None:
    """Into what stands for the round's days, what tells of some of them, or, the latest first, what was before."""
    if value.to_on == round_.last_day and (not in_period or value.from_on == round_.first_day):
        known.standing.append(value)
    elif in_period and value.to_on >= round_.first_day:
        known.inside.append(value)
    if value.to_on < round_.last_day and known.before is None:
        known.before = value


def _amount(value: Value) -> Amount:
    zero = Amount()
    if value.not_applicable:
        return Amount(excused=1)
    return Amount(
        value.numerator or zero.numerator,
        value.denominator or zero.denominator,
        number=value.number or zero.number,
        known=1,
    )
