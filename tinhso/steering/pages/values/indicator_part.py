"""What the page of an indicator tells of its figures: by target, by level, by unit, over time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, QueryDict

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.executing import Reporter
from tinhso.steering.figures.expecting import outlook
from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.outlook import Outlook
from tinhso.steering.figures.totals import Series
from tinhso.steering.figures.wording import plain, written_amount
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.values.standings import IndicatorFigures, figures_of
from tinhso.steering.pages.values.unit_rows import UnitRow, in_order, unit_rows
from tinhso.steering.pages.values.viewing import Viewing
from tinhso.steering.programmes.models import Indicator

#: So many units stand on one leaf.
LEAF = 50
WITHOUT, WITH = "chua", "da"


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One level: how many of its units gave a figure, and what they come to."""

    level: Level
    expected: int
    given: int
    amount: Amount
    measure: Measure

    @property
    def missing(self) -> int:
        """How many are asked and have said nothing."""
        return self.expected - self.given

    @property
    def words(self) -> str:
        """The level's figure."""
        return written_amount(self.amount, self.measure)

    @property
    def counts(self) -> bool:
        """Whether it makes up the province's figure."""
        return self.level in self.measure.reporting


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the table beside the chart."""

    day: date
    words: str
    parts: str
    units: int


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """Everything about the figures on the page."""

    figures: IndicatorFigures
    viewing: Viewing
    levels: list[LevelLine]
    page: Page[UnitRow]
    missing: int
    moments: list[Moment]
    may_enter: bool
    clashes: list[UnitRow]
    older: int
    outlooks: list[Outlook]

    @property
    def drawn(self) -> list[Outlook]:
        """The targets that have a series to draw."""
        return [each for each in self.outlooks if each.standing.series.known]

    @property
    def whole(self) -> str:
        """The province's figure in words."""
        return self.moments[-1].words if self.moments else ""


def indicator_part(request: HttpRequest, asked: Asked, indicator: Indicator) -> IndicatorPart:
    """Gathered for an indicator fetched whole; a constant number of queries."""
    roster, viewing = Roster.on(asked.naming_day), Viewing.of(request)
    figures = figures_of(asked, [indicator], roster=roster, known_at=viewing.known_at)[indicator.pk]
    rows = unit_rows(indicator, figures.measure, roster, day=asked.day, known_at=viewing.known_at)
    shown = in_order(_narrowed(rows, request.GET), request.GET.get("sort", ""))
    enterable = Reporter.of(asked.account).may_enter(indicator.assignments.all(), figures.measure, roster)
    return IndicatorPart(
        figures,
        viewing=viewing,
        levels=_levels(rows, figures, day=asked.day),
        page=Paginator(shown, LEAF).get_page(request.GET.get("page", "1")),
        missing=sum(row.expected and not row.is_known for row in rows),
        moments=_moments(figures.whole, figures.measure),
        clashes=[row for row in rows if row.clashes],
        may_enter=bool(enterable) and asked.programme.is_running,
        older=_older(rows, figures),
        outlooks=_outlooks(figures, asked),
    )


def _outlooks(figures: IndicatorFigures, asked: Asked) -> list[Outlook]:
    """What is expected of each target."""
    ends_on = asked.programme.ends_on
    return [
        outlook(each.standing, figures.measure, day=asked.day, ends_on=ends_on) for each in figures.targets.values()
    ]


def _older(rows: Iterable[UnitRow], figures: IndicatorFigures) -> int:
    """How many units stand in the province's figure with one of an earlier day than its newest."""
    days = [
        row.value.to_on
        for row in rows
        if row.figure is not None and row.value and row.level in figures.measure.reporting
    ]
    return sum(day < max(days) for day in days)


def _narrowed(rows: Sequence[UnitRow], query: QueryDict) -> list[UnitRow]:
    level, given = query.get("cap", ""), query.get("so", "")
    return [row for row in rows if (not level or row.level == level) and (not given or row.is_known == (given == WITH))]


def _levels(rows: Sequence[UnitRow], figures: IndicatorFigures, *, day: date) -> list[LevelLine]:
    by_level: dict[Level, list[UnitRow]] = {level: [] for level in Level}
    for row in rows:
        by_level[row.level].append(row)
    return [
        LevelLine(
            level,
            expected=sum(row.expected for row in found),
            given=sum(row.expected and row.is_known for row in found),
            amount=figures.levels.get(level, Series()).on(day),
            measure=figures.measure,
        )
        for level, found in by_level.items()
        if found
    ]


def _moments(series: Series, measure: Measure) -> list[Moment]:
    return [
        Moment(
            day,
            written_amount(amount, measure),
            f"{plain(amount.numerator)}/{plain(amount.denominator)}" if amount.denominator else "",
            units=amount.known,
        )
        for day, amount in series.known
    ]
