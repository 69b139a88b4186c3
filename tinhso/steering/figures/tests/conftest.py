"""An indicator of a small programme, whose figures two districts, a commune and a department give. All invented."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.catalogue import metrics
from tinhso.kernel.metrics.recipes import Metric
from tinhso.kernel.metrics.tests.counting import METRIC, document
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.declared import modules
from tinhso.steering.figures.actions.tie import Days, tie
from tinhso.steering.figures.models import Measure, Tie
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Indicator, Programme, Target

Declare = Callable[[Metric], None]
FIRST = date(2022, 4, 1)
JUNE, SEPTEMBER, DECEMBER = date(2022, 6, 14), date(2022, 9, 14), date(2022, 12, 14)


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Path:
    """Every test keeps its files in a folder of its own."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def programme(coordinator: Account, department_in_charge: Unit) -> Programme:
    plan = stored(small_plan().reading())
    return start(plan, by=coordinator, name="Chương trình mẫu năm 2022", coordinating_unit=department_in_charge)


@pytest.fixture
def executing(district: Unit, other_district: Unit, commune: Unit) -> tuple[Unit, ...]:
    return district, other_district, commune


@pytest.fixture
def indicator(programme: Programme, department_in_charge: Unit, executing: tuple[Unit, ...]) -> Indicator:
    """I.2, to reach 50 %; nobody has said yet how it is measured."""
    found = Indicator.objects.get(programme=programme, code="I.2")
    Assignment.objects.filter(indicator=found).delete()
    for place, unit in enumerate((*executing, department_in_charge)):
        execute(found, unit, place=place)
    return found


@pytest.fixture
def measure(indicator: Indicator) -> Measure:
    """The province's figure is that of its districts."""
    return Measure.objects.create(indicator=indicator, kind=Measure.Kind.RATIO, levels="district")


def execute(indicator: Indicator, unit: Unit, *, place: int = 9, role: str = Assignment.Role.LEAD) -> Assignment:
    """The unit leads (or helps with) the indicator."""
    return Assignment.objects.create(
        programme=indicator.programme,
        position=place,
        indicator=indicator,
        role=role,
        wording=unit.key,
        certainty=Assignment.Certainty.CERTAIN,
        unit=unit,
    )


def target(indicator: Indicator, value: int, **columns: object) -> Target:
    """Another target of the indicator, in per cent."""
    made: Target = Target.objects.create(
        programme=indicator.programme, position=99, indicator=indicator, value=value, unit="%", wording="", **columns
    )
    return made


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch) -> Iterator[Declare]:
    """Writes one more value into a metrics.py, as a later edition of the program would."""
    place = modules("metrics")[0]

    def declared(metric: Metric) -> None:
        monkeypatch.setattr(place, f"tried {metric.code}", metric, raising=False)
        metrics.cache_clear()

    yield declared
    metrics.cache_clear()


@pytest.fixture
def documents(district: Unit, other_district: Unit) -> Sequence[IssuedDocument]:
    """Of Huyện Mẫu a plan and a letter with file and a plan without, of Huyện Khác a plan without."""
    file = keep_bytes(b"%PDF-1.4 ke hoach", "ke-hoach.pdf", by=None)
    return [
        document(district, "1", file=file),
        document(district, "2", kind="CV", file=file),
        document(district, "3"),
        document(other_district, "4"),
    ]


@pytest.fixture
def tied(measure: Measure, coordinator: Account, declare: Declare) -> Tie:
    declare(METRIC)
    return tie(measure.indicator, METRIC.code, Days(FIRST), by=coordinator)
