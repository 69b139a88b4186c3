"""By what an indicator is counted, in words: beside its figures, for whoever may read the metric."""

from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.metrics.catalogue import known_metric
from tinhso.kernel.metrics.recipes import Metric, Recipe
from tinhso.steering.figures.models import Tie
from tinhso.steering.programmes.models import Indicator


@dataclass(frozen=True, slots=True)
class CountedBy:
    """A metric with the recipe for spans that end on the day, and the tie by which it counts."""

    tie: Tie
    metric: Metric
    recipe: Recipe


def counted_by(indicator: Indicator, day: date, account: Account) -> list[CountedBy]:
    """None where units give the figure, or the metric is declared no more; one query."""
    found = [(tie, known_metric(tie.metric)) for tie in indicator.ties.holding_on(day)]
    may = standing(account).may
    return [CountedBy(tie, each, _recipe(each, day)) for tie, each in found if each is not None and may(each.reader)]


def _recipe(metric: Metric, day: date) -> Recipe:
    """The newest for the day; before all of them the first."""
    return next((each for each in reversed(metric.versions) if each.holds_on(day)), metric.versions[0])
