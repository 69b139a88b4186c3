"""A small world of units and what happens to their figures in a year, in any order; given up at its end."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction

from tinhso.kernel.organisations.models import Reorganisation, Succession, Unit, UnitVersion
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.actions.correct import correct, withdraw
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.levels import level_of
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.conftest import target
from tinhso.steering.figures.tests.deeds import COMMUNES_COUNT, MOMENT, MONTHS, NEW_YEAR, Deed
from tinhso.steering.figures.tests.giving import ratio
from tinhso.steering.programmes.models import Indicator


class World:
    """Units that give an indicator's figures, and what was decided about them, told again by the test itself."""

    def __init__(self, indicator: Indicator, units: tuple[Unit, ...]) -> None:
        self.indicator, self.units = indicator, units
        self.decided: list[tuple[date, int, int, Decimal]] = []
        self.ended: dict[int, date] = {}
        self.levels = {each.unit_id: level_of(each.kind) for each in UnitVersion.objects.filter(unit__in=units)}
        self.clock = MOMENT

    def play(self, deeds: list[Deed]) -> None:
        """What is refused did not happen."""
        for deed in deeds:
            self.clock += timedelta(days=5)
            try:
                with transaction.atomic():
                    getattr(self, deed.what)(deed)
            except TinhsoError:
                pass

    def enter(self, deed: Deed) -> None:
        self._give(deed, ratio(deed.numerator, 10))

    def excuse(self, deed: Deed) -> None:
        self._give(deed, Given(not_applicable=True))

    def enter_from_file(self, deed: Deed) -> None:
        self._give(deed, ratio(deed.numerator, 10), Value.Source.IMPORTED)

    def correct(self, deed: Deed) -> None:
        for value in self._some(deed):
            correct(value, ratio(deed.numerator, 20), Whence(by=None, note="sai", at=self.clock))

    def withdraw(self, deed: Deed) -> None:
        for value in self._some(deed):
            withdraw(value, Whence(by=None, note="nhầm", at=self.clock))

    def merge(self, deed: Deed) -> None:
        """A unit ends and all of it goes to another that stands."""
        unit, other = self.units[deed.place], self.units[deed.other]
        day = MONTHS[deed.month] + timedelta(days=10)
        if unit == other or {unit.pk, other.pk} & self.ended.keys():
            return
        self._decide(unit, other, day=day, share=Decimal(1))
        UnitVersion.objects.filter(unit=unit).update(valid_to=day)
        self.ended[unit.pk] = day

    def split(self, deed: Deed) -> None:
        """A unit goes on and gives a part of itself away."""
        unit, other = self.units[deed.place], self.units[deed.other]
        if unit != other and not {unit.pk, other.pk} & self.ended.keys():
            day = MONTHS[deed.month] + timedelta(days=20)
            self._decide(unit, other, day=day, share=Decimal("0.25"))

    def _give(self, deed: Deed, given: Given, source: str = Value.Source.ENTERED) -> None:
        cell = Cell(self.indicator, self.units[deed.place], NEW_YEAR + timedelta(days=deed.other), MONTHS[deed.month])
        enter(cell, given, Whence(by=None, at=self.clock, source=source, reference="a.csv:2"))

    def _some(self, deed: Deed) -> list[Value]:
        return list(
            Value.objects.known_at().filter(unit=self.units[deed.place]).order_by("pk")[deed.other : deed.other + 1]
        )

    def _decide(self, unit: Unit, successor: Unit, *, day: date, share: Decimal) -> None:
        if any((day, unit.pk) == each[:2] for each in self.decided):
            return
        decision = Reorganisation.objects.create(key=f"qd-{len(self.decided)}", title="Sắp xếp", effective_on=day)
        Succession.objects.create(
            reorganisation=decision, manner="split", predecessor=unit, successor=successor, share=share
        )
        self.decided.append((day, unit.pk, successor.pk, share))


@contextmanager
def given_up() -> Iterator[None]:
    """Whatever is written inside is gone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def played(
    indicator: Indicator, units: tuple[Unit, ...], deeds: list[Deed], *, timing: str, aggregation: str
) -> Iterator[tuple[World, Measure]]:
    with given_up():
        columns = {
            "kind": Measure.Kind.RATIO,
            "levels": "district,commune",
            "timing": timing,
            "aggregation": aggregation,
        }
        measure = Measure.objects.create(indicator=indicator, **columns)
        target(indicator, 50, level="commune", from_on=COMMUNES_COUNT)
        world = World(indicator, units)
        world.play(deeds)
        yield world, measure
