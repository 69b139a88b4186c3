"""How a figure stands to a target on a day: by strict comparators, from the day it counts, by the day it is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import TextChoices

from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.totals import Series, added
from tinhso.steering.programmes.models import Target

#: "Khoảng 100" is reached within so much of the value.
ABOUT = Fraction(1, 20)
_SCALES = {"%": 100, "‰": 1000}


class Verdict(TextChoices):
    """How a figure stands to a target."""

    REACHED = "reached", "Đạt"
    REACHED_LATE = "reached_late", "Đạt sau hạn"
    OPEN = "open", "Chưa đạt"
    MISSED = "missed", "Không đạt"
    UNKNOWN = "unknown", "Chưa có số liệu"
    NOT_BEGUN = "not_begun", "Chưa đến ngày tính"
    NOT_APPLICABLE = "not_applicable", "Không áp dụng"
    NOT_MEASURED = "not_measured", "Không so được bằng số"


#: What an indicator with several targets is counted as: the first of these that one of its targets has.
_WORST_FIRST = (Verdict.MISSED, Verdict.OPEN, Verdict.UNKNOWN, Verdict.REACHED_LATE, Verdict.REACHED)


@dataclass(frozen=True, slots=True)
class Standing:
    """A target with its figure on a day, the one before, and what follows from it. Figures are in the target's unit."""

    target: Target
    verdict: Verdict
    amount: Amount
    previous: Amount
    series: Series
    scale: int

    @property
    def actual(self) -> Fraction | None:
        """The figure without rounding."""
        return self.amount.exactly(self.scale)

    @property
    def before(self) -> Fraction | None:
        """The figure before the last change."""
        return self.previous.exactly(self.scale)


def standing_of(target: Target, levels: dict[str, Series], measure: Measure, *, day: date, ends_on: date) -> Standing:
    """The target on a day. ``levels`` are the indicator's series up to that day, ``ends_on`` the programme's last."""
    series = of_target(target, levels, measure)
    scale = scale_of(target, measure)
    verdict = _verdict(target, series, measure, day=day, due_on=min(day, target.by_on or ends_on))
    return Standing(target, verdict, series.on(day), series.before(day), series=series, scale=scale)


def verdict_of_all(verdicts: Iterable[Verdict]) -> Verdict:
    """How an indicator stands: as the worst of its targets that are judged."""
    found = list(verdicts)
    return next((verdict for verdict in _WORST_FIRST if verdict in found), next(iter(found), Verdict.UNKNOWN))


def scale_of(target: Target | None, measure: Measure) -> int:
    """By what a figure is multiplied to be told in the target's unit; a ratio without target in per cent."""
    return _SCALES.get(target.unit if target else "%", 1) if measure.is_ratio else 1


def of_target(target: Target, levels: dict[str, Series], measure: Measure) -> Series:
    """The series that a target looks at: its level's, or that of all levels which make up the province's."""
    if measure.aggregation == Measure.Aggregation.NONE and not target.level:
        return Series()
    return whole(levels, measure) if not target.level else levels.get(target.level, Series())


def whole(levels: dict[str, Series], measure: Measure) -> Series:
    """The province's series: its levels together; nothing where figures do not add up."""
    if measure.aggregation == Measure.Aggregation.NONE:
        return Series()
    return added(levels[level] for level in measure.reporting if level in levels)


def reaches(figure: Fraction, target: Target) -> bool:
    """ "Trên 90 %" is more than 90, "đạt 90 %" is 90 or more; of a range the nearer end counts."""
    value, comparator = Fraction(target.value), target.comparator
    upper = Fraction(target.value_to) if target.value_to is not None else value
    if comparator == Target.Comparator.ABOUT:
        return value * (1 - ABOUT) <= figure <= upper * (1 + ABOUT)
    return {
        Target.Comparator.AT_LEAST: figure >= value,
        Target.Comparator.ABOVE: figure > value,
        Target.Comparator.AT_MOST: figure <= upper,
        Target.Comparator.BELOW: figure < upper,
        Target.Comparator.EQUAL: value <= figure <= upper,
    }[Target.Comparator(comparator)]


def _verdict(target: Target, series: Series, measure: Measure, *, day: date, due_on: date) -> Verdict:
    if target.from_on and day < target.from_on:
        return Verdict.NOT_BEGUN
    if not measure.is_number:
        return Verdict.NOT_MEASURED
    scale = scale_of(target, measure)
    now, then = series.on(day), series.on(due_on).exactly(scale)
    figure = now.exactly(scale)
    if figure is None:
        return Verdict.NOT_APPLICABLE if now.excused else Verdict.UNKNOWN
    if then is not None and reaches(then, target):
        return Verdict.REACHED
    if reaches(figure, target):
        return Verdict.REACHED_LATE
    return Verdict.OPEN if day == due_on else Verdict.MISSED
