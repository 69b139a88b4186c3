"""A programme of Sở Thường trực Mẫu in which Huyện Mẫu leads and Huyện Khác helps. Everything is invented."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.cast import person, unit
from tests.large import stored
from tests.readings import month, small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Kind, Unit
from tinhso.steering.following.tests.duties import MAY_10
from tinhso.steering.intake.reading import Deadline as ReadDeadline
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Duty, Programme, Task

AFTER_EVENT = "trong 30 ngày kể từ khi Bộ ban hành Bộ chỉ số"


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Path:
    """Every test keeps its files in a folder of its own."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def lead_and_helper(district: Unit, other_district: Unit) -> tuple[Unit, Unit]:
    return district, other_district


@pytest.fixture
def programme(department_in_charge: Unit, lead_and_helper: tuple[Unit, Unit], coordinator: Account) -> Programme:
    lead, helper = lead_and_helper
    writer = small_plan()
    products = (("Trình ban hành Quy chế quản lý", month(7)), ("Báo cáo kết quả triển khai", month(9)))
    writer.task("II.4", "Quản lý hệ thống báo cáo", products=products)
    writer.task("II.5", "Áp dụng Bộ chỉ số", deadline=ReadDeadline("event", None, None, before=False, text=AFTER_EVENT))
    made = start(stored(writer.reading()), by=coordinator, coordinating_unit=department_in_charge)
    for task in made.tasks.all():
        task.assignments.filter(role=Assignment.Role.LEAD).update(certainty="certain", unit=lead)
        name(task, helper, Assignment.Role.COOPERATOR)
    return made


def name(task: Task, unit: Unit, role: Assignment.Role) -> Assignment:
    """The unit named at the task."""
    return Assignment.objects.create(
        programme=task.programme, position=9, task=task, role=role, wording="tên", certainty="certain", unit=unit
    )


@pytest.fixture
def task(programme: Programme) -> Task:
    """Due in July; Huyện Mẫu leads, Huyện Khác helps."""
    return programme.tasks.get(code="II.1")


@pytest.fixture
def with_products(programme: Programme) -> Task:
    """A regulation by July, a report by September."""
    return programme.tasks.get(code="II.4")


@pytest.fixture
def standing(programme: Programme) -> Task:
    return programme.tasks.get(code="II.2")


@pytest.fixture
def after_event(programme: Programme) -> Task:
    """Due thirty days after something that has not happened."""
    return programme.tasks.get(code="II.5")


@pytest.fixture
def colleague(district: Unit) -> Account:
    """A second officer of Huyện Mẫu."""
    return person("colleague", "Đỗ Thị Thử", role=Role.UNIT_OFFICER, at=district)


@pytest.fixture
def second_head(district: Unit) -> Account:
    """A second head of Huyện Mẫu."""
    return person("second-head", "Hồ Văn Thử", role=Role.HEAD_OF_UNIT, at=district)


@pytest.fixture
def other_head(other_district: Unit) -> Account:
    """The head of Huyện Khác."""
    return person("other-head", "Lương Văn Thử", role=Role.HEAD_OF_UNIT, at=other_district)


@pytest.fixture
def second_coordinator(department_in_charge: Unit) -> Account:
    """A second officer of the department in charge."""
    return person("second-coordinator", "Mai Văn Thử", role=Role.COORDINATOR, at=department_in_charge)


@pytest.fixture
def duty(programme: Programme, lead_and_helper: tuple[Unit, Unit], province: Unit) -> Duty:
    """Three districts send their sub-plan before 10/5/2022, the day itself in time."""
    made: Duty = programme.duties.all()[0]
    Duty.objects.filter(pk=made.pk).update(frequency="once", due_on=MAY_10, before=True, what="ban hành kế hoạch")
    Assignment.objects.filter(duty=made).delete()
    for place in (*lead_and_helper, unit("huyen-ba", "Huyện Ba", kind=Kind.DISTRICT, parent=province)):
        facts = {"role": "sender", "wording": place.key, "certainty": "certain", "unit": place, "position": 9}
        Assignment.objects.create(programme=programme, duty=made, **facts)
    made.refresh_from_db()
    return made
