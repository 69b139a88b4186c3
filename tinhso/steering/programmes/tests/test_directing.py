"""A directive of the chair is a task like the others."""

from datetime import date

import pytest

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.exchange.models import Announcement
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.actions.direct import SECTION, direct
from tinhso.steering.programmes.actions.reread import propose, reread
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.counts import by_section
from tinhso.steering.programmes.filters import TaskFilter, tasks_of
from tinhso.steering.programmes.models import Programme, Task
from tinhso.steering.programmes.refusals import EmptyDirective

pytestmark = pytest.mark.django_db
DAY, DUE = date(2022, 6, 30), date(2022, 7, 15)


@pytest.fixture
def programme(office: Unit, coordinator: Account) -> Programme:
    return start(stored(small_plan().reading()), by=coordinator, name="Chương trình mẫu")


@pytest.fixture
def lead(district: Unit) -> UnitVersion:
    return UnitVersion.objects.select_related("unit").get(unit=district)


def test_a_directive_stands_in_the_list_of_the_unit_that_is_to_lead(
    programme: Programme, chair: Account, lead: UnitVersion
) -> None:
    task = direct(programme, "Báo cáo tiến độ camera an ninh", leads=[lead], due_on=DUE, by=chair)
    asked = TaskFilter(unit=lead.unit_id)
    assert list(tasks_of(programme, asked, day=DAY, roster=Roster.on(DAY))) == [task]
    assert (task.code, task.accepted_by, task.deadlines.get().due_on) == ("CĐ-1", chair, DUE)
    last = by_section(Task.objects.filter(programme=programme), DAY)[-1]
    assert (last.title, last.total) == (SECTION, 1)


def test_sent_twice_it_is_ordered_once_and_the_next_one_gets_the_next_number(
    programme: Programme, chair: Account, lead: UnitVersion, office: Unit
) -> None:
    first = direct(programme, "Rà soát hạ tầng", leads=[lead], due_on=DUE, by=chair)
    assert direct(programme, "Rà soát hạ tầng ", leads=[lead], due_on=DUE, by=chair) == first
    other = UnitVersion.objects.select_related("unit").get(unit=office)
    assert direct(programme, "Rà soát hạ tầng", leads=[other], due_on=DUE, by=chair).code == "CĐ-2"
    assert [said.event for said in Announcement.objects.all()] == ["task.directed", "task.directed"]


def test_only_the_chair_directs_and_says_what_and_to_whom(
    programme: Programme, chair: Account, officer: Account, lead: UnitVersion
) -> None:
    with pytest.raises(NotAllowed):
        direct(programme, "Rà soát", leads=[lead], due_on=None, by=officer)
    for text, leads in (("", [lead]), ("Rà soát", [])):
        with pytest.raises(EmptyDirective):
            direct(programme, text, leads=leads, due_on=None, by=chair)


def test_reading_the_plan_again_leaves_directives_alone(
    programme: Programme, chair: Account, lead: UnitVersion, coordinator: Account
) -> None:
    task = direct(programme, "Rà soát hạ tầng", leads=[lead], due_on=DUE, by=chair)
    reread(propose(programme, programme.document), by=coordinator, version=programme.version)
    task.refresh_from_db()
    assert task.withdrawn_at is None
