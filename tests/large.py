"""A programme as large as a province may have: 1,000 tasks, 100 indicators, 230 units; for query counts and benches."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from itertools import product

from django.utils import timezone

from tests.readings import OFFICE, large_reading
from tinhso.kernel.organisations.models import Kind, Post, Unit, UnitVersion
from tinhso.kernel.organisations.naming import fill_search_columns
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.intake.reading import Reading
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import PlanDocument, Programme
from tinhso.steering.programmes.storing import Incoming, store_document

DAY = date(2022, 1, 1)


def stored(reading: Reading, name: str = "ke-hoach.txt") -> PlanDocument:
    """A document whose reading is given, the same one for the same reading; its file is not needed."""
    digest = sha256(f"{name}\n{reading!r}".encode()).hexdigest()
    known = PlanDocument.objects.filter(sha256=digest).first()
    return known or store_document(Incoming(name, digest, len(reading.text)), reading, media_type="text/plain")


def large_programme(*, tasks: int = 1_000, indicators: int = 100, units: int = 230) -> Programme:
    """The programme, with units whose heads lead the tasks in turn. Made units carry the keys "don-vi-thu-…"."""
    leads = (OFFICE, *(f"Giám đốc {name}" for name in _made_units(units)))
    reading = large_reading(tasks=tasks, indicators=indicators, leads=leads)
    return start(stored(reading, f"lon-{tasks}-{indicators}-{units}.txt"), by=None)


def large_figures(programme: Programme, days: Sequence[date]) -> int:
    """A ratio of every unit for every indicator to each of the days; how many values there are."""
    indicators = list(programme.indicators.all())
    Measure.objects.bulk_create(
        (Measure(indicator=each, kind=Measure.Kind.RATIO, levels="province") for each in indicators),
        ignore_conflicts=True,
    )
    units = list(UnitVersion.objects.valid_on(DAY).values_list("unit", flat=True)[:230])
    moment = timezone.now()
    made = Value.objects.bulk_create(
        (
            Value(
                indicator=indicator,
                unit_id=unit,
                level="province",
                from_on=DAY,
                to_on=day,
                numerator=place % 100,
                denominator=100,
                recorded_at=moment,
            )
            for place, (indicator, unit, day) in enumerate(product(indicators, units, days))
        ),
        batch_size=2_000,
    )
    return len(made)


def _made_units(count: int) -> list[str]:
    present = UnitVersion.objects.valid_on(DAY).count()
    numbers = range(present + 1, count + 1)
    units = Unit.objects.bulk_create(Unit(key=f"don-vi-thu-{number}") for number in numbers)
    versions = [_version(unit, f"Sở Thử nghiệm số {number}") for number, unit in zip(numbers, units, strict=True)]
    UnitVersion.objects.bulk_create(versions)
    Post.objects.bulk_create(Post(unit=unit, title="Giám đốc", valid_from=DAY) for unit in units)
    return list(UnitVersion.objects.filter(unit__key__startswith="don-vi-thu-").values_list("name", flat=True))


def _version(unit: Unit, name: str) -> UnitVersion:
    version = UnitVersion(unit=unit, name=name, kind=Kind.DEPARTMENT, valid_from=DAY)
    fill_search_columns(version)
    return version
