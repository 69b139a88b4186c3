"""The figures of the indicators of a list: each with its measure, its series and how it stands to its targets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.totals import Series, totals
from tinhso.steering.figures.verdicts import Standing, Verdict, standing_of, verdict_of_all, whole
from tinhso.steering.figures.wording import percent, plain, written_amount
from tinhso.steering.pages.asked import Asked
from tinhso.steering.programmes.models import Indicator, Target

#: Verdict → the tone of its chip.
TONES = {
    Verdict.REACHED: "good",
    Verdict.REACHED_LATE: "warn",
    Verdict.OPEN: "info",
    Verdict.MISSED: "bad",
    Verdict.UNKNOWN: "neutral",
    Verdict.NOT_BEGUN: "neutral",
    Verdict.NOT_APPLICABLE: "neutral",
    Verdict.NOT_MEASURED: "neutral",
}


@dataclass(frozen=True, slots=True)
class TargetFigure:
    """How one target stands, as a page tells it."""

    standing: Standing
    measure: Measure

    @property
    def tone(self) -> str:
        """The tone of its chip."""
        return TONES[self.standing.verdict]

    @property
    def actual(self) -> str:
        """ "72,5 %"; "chưa có số liệu"."""
        return _in_words(self.standing, self.standing.amount, self.measure)

    @property
    def parts(self) -> str:
        """ "725/1.000" behind a ratio."""
        amount = self.standing.amount
        return f"{plain(amount.numerator)}/{plain(amount.denominator)}" if amount.denominator else ""

    @property
    def previous(self) -> str:
        """ "kỳ trước 70,1 %", nothing when there is none."""
        before = self.standing.previous
        return f"kỳ trước {_in_words(self.standing, before, self.measure)}" if before.is_known else ""


@dataclass(frozen=True)
class IndicatorFigures:
    """What is known of one indicator's figures on the day."""

    measure: Measure
    levels: Mapping[str, Series]
    targets: Mapping[int, TargetFigure] = field(default_factory=dict)

    @cached_property
    def whole(self) -> Series:
        """The province's series."""
        return whole(dict(self.levels), self.measure)

    @cached_property
    def trend(self) -> Series:
        """The series drawn small beside the name: the province's, else that of the first target which has one."""
        shown = [self.whole, *(each.standing.series for each in self.targets.values())]
        return next((series for series in shown if series.known), Series())

    @cached_property
    def verdict(self) -> Verdict:
        """How the indicator stands: as the worst of its targets that are judged."""
        return verdict_of_all(each.standing.verdict for each in self.targets.values())

    @property
    def tone(self) -> str:
        """The tone of its chip."""
        return TONES[self.verdict]


def figures_of(
    asked: Asked, indicators: Iterable[Indicator], *, roster: Roster | None = None, known_at: datetime | None = None
) -> dict[int, IndicatorFigures]:
    """Indicator → its figures on the day; two queries. The indicators come with their targets (listed_indicators)."""
    listed = list(indicators)
    measures, found = measures_of(listed, roster), totals(asked.programme, asked.day, known_at=known_at)
    return {
        each.pk: _figures(each.targets.all(), found.get(each.pk, {}), measures[each.pk], asked=asked) for each in listed
    }


def _figures(
    targets: Iterable[Target], levels: dict[str, Series], measure: Measure, *, asked: Asked
) -> IndicatorFigures:
    ends_on: date = asked.programme.ends_on
    standing = {
        each.pk: TargetFigure(standing_of(each, levels, measure, day=asked.day, ends_on=ends_on), measure)
        for each in targets
    }
    return IndicatorFigures(measure, levels, standing)


def _in_words(standing: Standing, amount: Amount, measure: Measure) -> str:
    return (
        percent(amount.exactly()) if amount.denominator and standing.scale == 100 else written_amount(amount, measure)
    )
