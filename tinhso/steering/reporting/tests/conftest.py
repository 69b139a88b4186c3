"""The third quarter of 2022 in a small programme: two districts lead a task and give I.2. Everything is invented."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure
from tinhso.steering.following.hands import Hand
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Duty, Indicator, Programme, Task
from tinhso.steering.reporting.actions.open_round import open_round
from tinhso.steering.reporting.actions.plan_round import plan_round
from tinhso.steering.reporting.models import Report, Round, RoundDue
from tinhso.steering.reporting.windows import Asked, Due

#: "Trước ngày 20": the 20th itself is in time unless the programme says otherwise.
CUT_OFF, LAST_DAY = date(2022, 9, 14), date(2022, 9, 20)


def hand(by: Account, day: date = date(2022, 9, 16), clock: time = time(9)) -> Hand:
    """A person acting on a day of September 2022, at nine in the morning unless said."""
    return Hand(by, at=timezone.make_aware(datetime.combine(day, clock)))


#: 15/6 to 14/9/2022; units before 20/9, the department before 25/9.
THIRD_QUARTER = Asked(
    kind=Round.Kind.QUARTER,
    basis=Round.Basis.DECREE,
    title="Báo cáo quý III năm 2022",
    first_day=date(2022, 6, 15),
    last_day=CUT_OFF,
    dues=(
        *(Due(sender, date(2022, 9, 20), before=True) for sender in list(RoundDue.Sender)[:4]),
        Due(RoundDue.Sender.DEPARTMENT, date(2022, 9, 25), before=True),
    ),
)


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Path:
    """Every test keeps its files in a folder of its own."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def districts(district: Unit, other_district: Unit) -> tuple[Unit, Unit]:
    return district, other_district


@pytest.fixture
def programme(coordinator: Account, department_in_charge: Unit, districts: tuple[Unit, Unit]) -> Programme:
    made = start(stored(small_plan().reading()), by=coordinator, coordinating_unit=department_in_charge)
    Assignment.objects.filter(programme=made).delete()
    task = made.tasks.get(code="II.1")
    indicator = Indicator.objects.get(programme=made, code="I.2")
    for unit in districts:
        name(unit, task=task)
        name(unit, indicator=indicator)
    name(department_in_charge, indicator=indicator, role=Assignment.Role.WATCHER)
    Measure.objects.create(indicator=indicator, kind=Measure.Kind.RATIO, levels="district", share_of_whole=True)
    return made


def name(unit: Unit, role: str = Assignment.Role.LEAD, **item: Task | Indicator | Duty) -> Assignment:
    """The unit named at a task or an indicator."""
    programme = next(iter(item.values())).programme
    return Assignment.objects.create(
        programme=programme, position=9, role=role, wording=unit.key, certainty="certain", unit=unit, **item
    )


@pytest.fixture
def task(programme: Programme) -> Task:
    return programme.tasks.get(code="II.1")


@pytest.fixture
def indicator(programme: Programme) -> Indicator:
    return Indicator.objects.get(programme=programme, code="I.2")


@pytest.fixture
def planned(programme: Programme, coordinator: Account) -> Round:
    return plan_round(THIRD_QUARTER, [programme], hand(coordinator))


@pytest.fixture
def quarter(planned: Round, coordinator: Account) -> Round:
    """Open."""
    return open_round(planned, hand(coordinator))


@pytest.fixture
def report(quarter: Round, district: Unit) -> Report:
    """Huyện Mẫu's: an officer and a head."""
    return Report.objects.get(round=quarter, unit=district)


@pytest.fixture
def other_report(quarter: Round, other_district: Unit) -> Report:
    """Huyện Khác's: an officer, nobody who approves."""
    return Report.objects.get(round=quarter, unit=other_district)
