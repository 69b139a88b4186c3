"""Indicators as rows of a list: each with its targets and the people about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinhso.steering.programmes.fetching import listed_indicators
from tinhso.steering.programmes.models import Assignment, Indicator, Target
from tinhso.steering.programmes.models.indicators import IndicatorQuerySet


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target on its scale; ``figure`` is what the bullet bar draws. No figure is reported yet, so none is actual."""

    target: Target
    figure: dict[str, float | None]

    @property
    def label(self) -> str:
        """ "≥ 85 %, cấp tỉnh; từ 01/6/2022"."""
        return ", ".join(part for part in (self.target.written(), self.target.conditions()) if part)

    @property
    def amount(self) -> str:
        """ "85 %", "20–30 %": the value without its sign, for beside the comparator in words."""
        return self.target.written().lstrip("≥≤<>=≈ ")

    @property
    def applies_to(self) -> str:
        """Level and scope in words."""
        level = self.target.get_level_display() if self.target.level else ""
        return "; ".join({part.lower(): part for part in (self.target.scope, level) if part}.values())


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator of a list."""

    indicator: Indicator
    targets: list[TargetLine]
    watchers: Sequence[Assignment]
    leads: Sequence[Assignment]
    cooperators: Sequence[Assignment]


def indicator_rows(indicators: IndicatorQuerySet) -> list[IndicatorRow]:
    """The rows in the order of the indicators; a constant number of queries."""
    return [_row(indicator) for indicator in listed_indicators(indicators)]


def target_line(target: Target) -> TargetLine:
    """Percentages stand on a scale of 0 to 100, anything else on one a little beyond the target."""
    high = 100.0 if target.unit == "%" and target.value <= 100 else None
    return TargetLine(target, {"target": float(target.value), "high": high})


def _row(indicator: Indicator) -> IndicatorRow:
    people = list(indicator.assignments.all())
    return IndicatorRow(
        indicator,
        targets=[target_line(target) for target in indicator.targets.all()],
        watchers=[each for each in people if each.role == Assignment.Role.WATCHER],
        leads=[each for each in people if each.role == Assignment.Role.LEAD],
        cooperators=[each for each in people if each.role == Assignment.Role.COOPERATOR],
    )
