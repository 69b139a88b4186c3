"""Tie an indicator to a metric from a day on, and end that."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.metrics.catalogue import metric_of, metrics
from tinhso.kernel.metrics.recipes import Metric
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError
from tinhso.lib.text import fold
from tinhso.steering.figures.executing import naming_day
from tinhso.steering.figures.measuring import kept_measure
from tinhso.steering.figures.models import Measure, Tie, Value
from tinhso.steering.figures.refusals import MetricUnfit, TieDaysImpossible, TiesOverlap
from tinhso.steering.figures.taking import refuse_taken
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Indicator, Programme

#: What a metric may be about to be tied: the indicator's programme, or the whole province.
SUBJECTS = ("programme", "")


@dataclass(frozen=True, slots=True)
class Days:
    """For spans that end on these days."""

    first: date
    last: date | None = None


def tie_by_name(day: date) -> list[Tie]:
    """What is new: indicators of running programmes that a metric names, counted from their programme's first day on.

    Left to people are an indicator that was ever tied or has a figure of any source, one that two metrics name, and
    one that is measured otherwise than the metric counts.
    """
    return [made for indicator, metric in _named() if (made := _tied_by_name(indicator, metric, day)) is not None]


def tie(indicator: Indicator, code: str, days: Days, *, by: Account) -> Tie:
    """By whom settles measures. Said twice, it is tied once.

    Raises NotAllowed, ProgrammeClosed, NoSuchMetric, MetricUnfit, TakenFromElsewhere, TieDaysImpossible, TiesOverlap.
    """
    metric = metric_of(code)
    standing(by).require(Verb.KEEP_FIGURES)
    require_running(indicator.programme)
    if days.last is not None and days.last < days.first:
        raise TieDaysImpossible
    with transaction.atomic():
        kept_measure(indicator, Roster.on(naming_day(indicator.programme, days.first)))
        _refuse_unfit(metric, Measure.objects.select_for_update(of=("self",)).get(indicator=indicator))
        other = _overlapping(indicator, days)
        if other is None:
            facts = {"from_on": days.first, "to_on": days.last, "tied_by": by, "tied_at": timezone.now()}
            return Tie.objects.create(indicator=indicator, metric=code, **facts)
    if (other.metric, other.from_on, other.to_on) == (code, days.first, days.last):
        return other
    raise TiesOverlap(metric=other.metric, since=write_date(other.from_on))


def end_tie(found: Tie, last: date, *, by: Account) -> Tie:
    """The last day of spans that are counted so; what was counted stays. Raises NotAllowed, ProgrammeClosed,
    TieDaysImpossible."""
    standing(by).require(Verb.KEEP_FIGURES)
    require_running(found.indicator.programme)
    if last < found.from_on:
        raise TieDaysImpossible
    Tie.objects.filter(pk=found.pk).update(to_on=last)
    found.refresh_from_db()
    return found


def _named() -> Iterator[tuple[Indicator, Metric]]:
    given, tied = Value.objects.filter(indicator=OuterRef("pk")), Tie.objects.filter(indicator=OuterRef("pk"))
    free = Indicator.objects.current().filter(~Exists(tied), ~Exists(given), programme__state=Programme.State.RUNNING)
    fitting: dict[Indicator, list[Metric]] = {}
    for metric in metrics():
        if metric.named:
            words = [Q(folded__contains=fold(word)) for word in metric.named]
            for indicator in free.filter(*words).select_related("programme").order_by("pk"):
                fitting.setdefault(indicator, []).append(metric)
    return ((indicator, found[0]) for indicator, found in fitting.items() if len(found) == 1)


def _tied_by_name(indicator: Indicator, metric: Metric, day: date) -> Tie | None:
    with suppress(TinhsoError), transaction.atomic():
        kept_measure(indicator, Roster.on(naming_day(indicator.programme, day)))
        _refuse_unfit(metric, Measure.objects.select_for_update(of=("self",)).get(indicator=indicator))
        facts = {"metric": metric.code, "tied_by": None, "tied_at": timezone.now()}
        return Tie.objects.get_or_create(indicator=indicator, from_on=indicator.programme.starts_on, defaults=facts)[0]
    return None


def _refuse_unfit(metric: Metric, measure: Measure) -> None:
    refuse_taken(measure)
    if metric.subject not in SUBJECTS:
        raise MetricUnfit(why="phép đếm này không đếm cho cả chương trình")
    if metric.is_ratio != (measure.kind == Measure.Kind.RATIO) or not measure.is_number:
        raise MetricUnfit(why=f"cách đo của chỉ tiêu là {measure.get_kind_display().lower()}")


def _overlapping(indicator: Indicator, days: Days) -> Tie | None:
    others = Tie.objects.filter(Q(to_on__isnull=True) | Q(to_on__gte=days.first), indicator=indicator)
    return others.filter(from_on__lte=days.last or date.max).first()
