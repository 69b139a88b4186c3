"""The sums that the database keeps are those of a full count, whatever was written in whatever order."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from typing import Any, TypeVar

import pytest
from django.db import connection
from django.db.models import Max
from django.utils import timezone

from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.steering.figures.actions.correct import correct, withdraw
from tinhso.steering.figures.amounts import NOTHING, Amount
from tinhso.steering.figures.changes import changes_of
from tinhso.steering.figures.giving import Given, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.stamps import stamps_of
from tinhso.steering.figures.sums import are_kept, kept_changes
from tinhso.steering.figures.tests.conftest import DECEMBER, target
from tinhso.steering.figures.tests.giving import YEAR, give, ratio
from tinhso.steering.figures.totals import forget, totals
from tinhso.steering.figures.verdicts import whole
from tinhso.steering.programmes.models import Indicator, Programme, Target

pytestmark = pytest.mark.django_db
DAYS = [YEAR + timedelta(days=30 * place) for place in range(1, 13)]
STEPS = 16
Thing = TypeVar("Thing")


class Chance:
    """Chance that falls the same way for the same seed."""

    def __init__(self, seed: int) -> None:
        self._falls = (sha256(f"{seed} {place}".encode()).digest() for place in count())

    def below(self, limit: int) -> int:
        return int.from_bytes(next(self._falls)[:8], "big") % limit

    def share(self) -> float:
        return self.below(10**6) / 10**6

    def one_of(self, things: Sequence[Thing]) -> Thing:
        return things[self.below(len(things))]


@pytest.fixture
def taker(indicator: Indicator, measure: Measure) -> Indicator:
    """Another indicator of the programme that counts the figures of the first."""
    other = Indicator.objects.filter(programme=indicator.programme).exclude(pk=indicator.pk)[0]
    Measure.objects.create(
        indicator=other, kind=Measure.Kind.RATIO, levels="district,commune", taken_from=indicator, aggregation="latest"
    )
    return other


def counted(programme: Programme) -> tuple[list[object], list[object]]:
    """The changes as they are kept, and counted from all values."""
    sources = {indicator: stamp[-1] for indicator, stamp in stamps_of(programme).items()}
    full = changes_of(programme, sources, known_at=None)
    kept = kept_changes(programme, sources) if are_kept() else full
    return _plain(kept), _plain(full)


def _plain(changes: Iterable[Sequence[Any]]) -> list[object]:
    """Nothing added is the same as nothing said."""
    return [(*row[:4], *(each or 0 for each in row[4:])) for row in changes]


def recount(indicator: Indicator, day: date) -> Amount:
    """By hand: of every unit that has not ended its latest figure, be it a district or a commune."""
    total = NOTHING
    ends = {version.unit_id: version.valid_to for version in UnitVersion.objects.all() if version.valid_to}
    standing = Value.objects.known_at().filter(indicator=indicator, to_on__lte=day)
    for unit in set(standing.values_list("unit", flat=True)):
        last = standing.filter(unit=unit).order_by("-to_on", "from_on", "pk")[0]
        if not (unit in ends and last.to_on < ends[unit] <= day):
            said = int(not last.not_applicable)
            total += Amount(last.numerator or NOTHING.numerator, last.denominator or NOTHING.denominator,
                known=said, excused=1 - said)  # fmt: skip
    return total


@pytest.mark.parametrize("seed", range(3))
def test_after_any_entries_corrections_and_withdrawals_the_sums_are_those_of_a_recount(
    indicator: Indicator, measure: Measure, taker: Indicator, executing: tuple[Unit, ...], seed: int
) -> None:
    chance, giving = Chance(seed), executing
    Measure.objects.filter(indicator=indicator).update(levels="district,commune")
    for step in range(STEPS):
        _one_deed(chance, indicator, giving)
        if step == STEPS // 2:
            last = Value.objects.filter(unit=executing[0]).aggregate(last=Max("to_on"))["last"] or YEAR
            UnitVersion.objects.filter(unit=executing[0]).update(valid_to=min(last, DECEMBER) + timedelta(days=10))
            giving = executing[1:]
        kept, full = counted(indicator.programme)
        assert kept == full
    forget()
    found = whole(totals(indicator.programme, DECEMBER)[indicator.pk], Measure.objects.get(indicator=indicator))
    for day in DAYS:
        if day <= DECEMBER:
            assert found.on(day) == recount(indicator, day), day


def _one_deed(chance: Chance, indicator: Indicator, units: tuple[Unit, ...]) -> None:
    standing = list(Value.objects.known_at().filter(unit__in=units).order_by("pk"))
    why = Whence(by=None, note="rà soát")
    deed = chance.share()
    if standing and deed < 0.2:
        correct(chance.one_of(standing), _figure(chance), why)
    elif standing and deed < 0.35:
        withdraw(chance.one_of(standing), why)
    else:
        day, unit = chance.one_of(DAYS), chance.one_of(units)
        from_on = chance.one_of([YEAR, day])
        if not Value.objects.known_at().filter(unit=unit, from_on=from_on, to_on=day).exists():
            give(indicator, unit, _figure(chance), from_on=from_on, to_on=day)


def _figure(chance: Chance) -> Given:
    return Given(not_applicable=True) if chance.share() < 0.15 else ratio(chance.below(10), 1 + chance.below(9))


@pytest.mark.parametrize(
    "change",
    [
        lambda indicator: Measure.objects.filter(indicator=indicator).update(timing="in_period"),
        lambda indicator: Measure.objects.filter(indicator=indicator).update(aggregation="latest"),
        lambda indicator: Measure.objects.filter(taken_from=indicator).update(taken_from=None),
        lambda indicator: Measure.objects.filter(indicator=indicator).delete(),
        lambda indicator: target(indicator, 100, level="district", from_on=DAYS[3]),
        lambda indicator: Target.objects.filter(indicator=indicator).update(from_on=DAYS[2]),
        lambda indicator: Value.objects.filter(indicator=indicator)[1].delete(),
        lambda indicator: Value.objects.filter(indicator=indicator).update(numerator=9, level="commune"),
        lambda indicator: Value.objects.filter(indicator=indicator).update(superseded_at=timezone.now()),
        lambda _indicator: UnitVersion.objects.update(valid_to=DAYS[-1] + timedelta(days=1)),
    ],
    ids=["in a period", "the latest", "taken no more", "measured no more", "counted from a day", "all from a day",
         "removed", "changed by SQL", "superseded", "units ended"],
)  # fmt: skip
def test_whatever_the_sums_follow_from_they_follow(
    indicator: Indicator, measure: Measure, taker: Indicator, executing: tuple[Unit, ...],
    change: Callable[[Indicator], object],
) -> None:  # fmt: skip
    Measure.objects.filter(indicator=indicator).update(levels="district,commune")
    for place, day in enumerate(DAYS):
        give(indicator, executing[place % 3], ratio(place, 20), to_on=day)
    before, _full = counted(indicator.programme)
    change(indicator)
    kept, full = counted(indicator.programme)
    assert kept == full != before


def test_on_postgresql_the_sums_are_read_and_no_value(indicator: Indicator, measure: Measure, district: Unit) -> None:
    give(indicator, district, ratio(1, 2))
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("UPDATE figures_sum SET numerator = 2")
    forget()
    assert totals(indicator.programme, DECEMBER)[indicator.pk]["district"].on(DECEMBER).exactly() == 100
