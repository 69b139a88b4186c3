"""Indicators as rows of a list: each with its targets and the people about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.values.standings import IndicatorFigures, TargetFigure, figures_of
from tinhso.steering.programmes.models import Assignment, Indicator, Target


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target on its scale; ``figure`` is what the bullet bar draws."""

    target: Target
    stands: TargetFigure
    figure: dict[str, float | None]

    @property
    def label(self) -> str:
        """ "72,5 % / ≥ 85 %, cấp tỉnh; từ 01/6/2022, kỳ trước 70,1 %"; without a figure only what is to be reached."""
        return ", ".join(part for part in (self._reached, self.target.conditions(), self.stands.previous) if part)

    @property
    def short(self) -> str:
        """ "72,5 % / ≥ 85 %, kỳ trước 70,1 %", where level and dates stand beside it."""
        return ", ".join(part for part in (self._reached, self.stands.previous) if part)

    @property
    def amount(self) -> str:
        """ "85 %", "20–30 %": the value without its sign, for beside the comparator in words."""
        return self.target.written().lstrip("≥≤<>=≈ ").replace(" %", "\N{NO-BREAK SPACE}%")

    @property
    def _reached(self) -> str:
        known = self.stands.standing.amount.is_known
        return f"{self.stands.actual} / {self.target.written()}" if known else self.target.written()

    @property
    def applies_to(self) -> str:
        """Level and scope in words."""
        level = self.target.get_level_display() if self.target.level else ""
        return "; ".join({part.lower(): part for part in (self.target.scope, level) if part}.values())


@dataclass(frozen=True, slots=True, eq=False)
class IndicatorRow:
    """One indicator of a list; kept and shared, so that it is equal only to itself."""

    indicator: Indicator
    figures: IndicatorFigures
    targets: list[TargetLine]
    watchers: Sequence[Assignment]
    leads: Sequence[Assignment]
    cooperators: Sequence[Assignment]


def rows_with_figures(asked: Asked, indicators: Iterable[Indicator]) -> list[IndicatorRow]:
    """The rows of indicators fetched with their parts; a constant number of queries (``kept_rows`` keeps them)."""
    listed = list(indicators)
    figures = figures_of(asked, listed)
    return [_row(indicator, figures[indicator.pk]) for indicator in listed]


def target_line(target: Target, stands: TargetFigure) -> TargetLine:
    """Percentages stand on a scale of 0 to 100, anything else on one a little beyond the target."""
    high = 100.0 if target.unit == "%" and target.value <= 100 else None
    actual, before = stands.standing.actual, stands.standing.before
    figure = {
        "target": float(target.value),
        "high": high,
        "actual": None if actual is None else float(actual),
        "previous": None if before is None else float(before),
    }
    return TargetLine(target, stands, figure)


def target_lines(indicator: Indicator, figures: IndicatorFigures) -> list[TargetLine]:
    """The targets of an indicator with their figures."""
    return [target_line(target, figures.targets[target.pk]) for target in indicator.targets.all()]


def _row(indicator: Indicator, figures: IndicatorFigures) -> IndicatorRow:
    people = list(indicator.assignments.all())
    return IndicatorRow(
        indicator,
        figures,
        targets=target_lines(indicator, figures),
        watchers=[each for each in people if each.role == Assignment.Role.WATCHER],
        leads=[each for each in people if each.role == Assignment.Role.LEAD],
        cooperators=[each for each in people if each.role == Assignment.Role.COOPERATOR],
    )
