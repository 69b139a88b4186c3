"""Count the figures of indicators that are tied to a metric: each unit's becomes a value of source "counted"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.metrics.catalogue import metric_of
from tinhso.kernel.metrics.models import Count, Pile, UnitCount
from tinhso.kernel.metrics.recipes import Metric, Scope
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.executing import executing_units, naming_day
from tinhso.steering.figures.giving import Cell, Given, Whence, refuse_unfit
from tinhso.steering.figures.measuring import kept_measure, people_of
from tinhso.steering.figures.models import CountedValue, Measure, Tie, Value
from tinhso.steering.figures.recording import NOTHING_GIVEN, drafted
from tinhso.steering.figures.taking import refuse_taken
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Programme

CUT_OFF = "Đếm khi chốt kỳ"
NOTHING_COUNTED = "Đếm lại: không còn bản ghi nào để đếm"
_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Counted:
    """What came of counting one indicator: its count and how many values were written, or why it was not counted.

    ``left_out`` units had records and got no value: they give no figures of this indicator, or gave one for days that
    overlap.
    """

    tie: Tie
    count: Count | None = None
    written: int = 0
    left_out: int = 0
    refused: str = ""


def count_for(
    programme: Programme, first_day: date, last_day: date, *, by: Account | None = None, reason: str = CUT_OFF
) -> list[Counted]:
    """Count the days for every indicator of the programme that is tied to a metric; called when a round is cut off.

    Safe to call again: what is counted the same is not written again, what is counted otherwise corrects the former
    value with ``reason``. ``by`` is None for the machine. One indicator that cannot be counted keeps no other from it.
    Raises ProgrammeClosed.
    """
    require_running(programme)
    ties = Tie.objects.of_programme(programme).holding_on(last_day).select_related("indicator__programme")
    return [_counted(tie, first_day, last_day, by=by, reason=reason) for tie in ties]


def count_tie(tie: Tie, first_day: date, last_day: date, *, by: Account | None, reason: str = "") -> Counted:
    """Count one indicator. A cumulative one is counted from the programme's first day on.

    Raises NotAllowed, ProgrammeClosed, NoSuchMetric, NoRecipe, SpanImpossible, RecountReasonMissing, FigureUnfit.
    """
    programme, metric = tie.indicator.programme, metric_of(tie.metric)
    require_running(programme)
    roster = Roster.on(naming_day(programme, last_day))
    with transaction.atomic():
        Tie.objects.select_for_update(of=("self",)).get(pk=tie.pk)
        measure = kept_measure(tie.indicator, roster)
        refuse_taken(measure)
        first = first_day if measure.timing == Measure.Timing.IN_PERIOD else programme.starts_on
        scope = Scope(first, last_day, f"programme/{programme.pk}" if metric.subject else "")
        count = take(metric, scope, by=by, reason=reason)
        return _Writer(tie, metric, measure, count=count, whence=_whence(count, by, reason)).write(roster)


def _counted(tie: Tie, first_day: date, last_day: date, *, by: Account | None, reason: str) -> Counted:
    try:
        return count_tie(tie, first_day, last_day, by=by, reason=reason)
    except TinhsoError as refusal:
        return Counted(tie, refused=refusal.sentence)


def _whence(count: Count, by: Account | None, reason: str) -> Whence:
    return Whence(by=by, note=reason, source=Value.Source.COUNTED, reference=count.reference, at=timezone.now())


@dataclass(frozen=True)
class _Writer:
    """Writes the values of one count."""

    tie: Tie
    metric: Metric
    measure: Measure
    count: Count
    whence: Whence

    def write(self, roster: Roster) -> Counted:
        people = people_of(self.tie.indicator)
        units = {version.unit_id: version for version in executing_units(people, self.measure, roster)}
        figures = {each.unit_id: each for each in self.count.units.select_related("unit")}
        stands, overlapping = self._standing(), self._overlapping()
        made = [
            value
            for unit, version in units.items()
            if unit not in overlapping
            if (value := self._draft(version, figures.get(unit), stands.get(unit))) is not None
        ]
        self._keep(made)
        with_records = {unit for unit, each in figures.items() if self._given(each) != NOTHING_GIVEN}
        return Counted(self.tie, self.count, len(made), len(with_records - (units.keys() - overlapping)))

    def _given(self, figure: UnitCount | None) -> Given:
        """Nothing to count is no figure, which is not 0."""
        if figure is None or figure.denominator == 0:
            return NOTHING_GIVEN
        if figure.denominator is None:
            return Given(number=Decimal(figure.numerator))
        return Given(numerator=Decimal(figure.numerator), denominator=Decimal(figure.denominator))

    def _standing(self) -> dict[int, CountedValue]:
        """Unit → the last value that counting gave for the span, withdrawn too."""
        span = {"value__from_on": self.count.from_on, "value__to_on": self.count.to_on, "value__source": "counted"}
        last = CountedValue.objects.filter(value__indicator=self.tie.indicator, value__superseded_at=None, **span)
        return {each.value.unit_id: each for each in last.select_related("value", "count")}

    def _overlapping(self) -> set[int]:
        """Units that gave a figure for other days of the same period: it would be counted twice."""
        if self.measure.timing != Measure.Timing.IN_PERIOD:
            return set()
        others = Value.objects.known_at().filter(indicator=self.tie.indicator)
        others = others.filter(from_on__lte=self.count.to_on, to_on__gte=self.count.from_on)
        others = others.exclude(from_on=self.count.from_on, to_on=self.count.to_on)
        return set(others.values_list("unit", flat=True))

    def _draft(self, version: UnitVersion, figure: UnitCount | None, stands: CountedValue | None) -> Value | None:
        """None where the value that stands, or that a person has withdrawn, counts the same records."""
        given = self._given(figure)
        if given == NOTHING_GIVEN:
            if stands is None or stands.value.withdrawn:
                return None
        elif stands is not None and self._same(stands.count, version.unit_id):
            return None
        else:
            refuse_unfit(given, self.measure)
        unit = figure.unit if figure else Unit(pk=version.unit_id)
        cell = Cell(self.tie.indicator, unit, self.count.from_on, self.count.to_on)
        return drafted(cell, given, self.whence, unit=version, corrects=stands.value if stands else None)

    def _same(self, before: Count, unit: int) -> bool:
        if before.pk == self.count.pk:
            return True
        return before.version == self.count.version and _keys(before, unit) == _keys(self.count, unit)

    def _keep(self, made: list[Value]) -> None:
        corrected = [value.corrects_id for value in made if value.corrects_id]
        Value.objects.filter(pk__in=corrected).update(superseded_at=self.whence.at)
        Value.objects.bulk_create(made, batch_size=_BATCH)
        CountedValue.objects.bulk_create([CountedValue(value=value, count=self.count) for value in made])
        if made:
            indicator = self.tie.indicator
            facts = {"indicator": indicator.code, "programme": indicator.programme.code, "count": len(made)}
            span = {"from_on": self.count.from_on, "to_on": self.count.to_on, "metric": self.count.reference}
            announce("value.counted", subject=f"indicator/{indicator.pk}", facts={**facts, **span})


def _keys(count: Count, unit: int) -> Mapping[str, bytes]:
    piles = Pile.objects.filter(of__count=count, of__unit=unit).values_list("side", "keys")
    return {side: bytes(keys) for side, keys in piles}
