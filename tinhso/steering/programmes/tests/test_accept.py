"""A person stands behind what is accepted; the second person saving is told."""

import pytest

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.actions.accept import accept, accept_all, choose
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Candidate, Deadline, Indicator, Programme, Target, Task
from tinhso.steering.programmes.refusals import ChangedMeanwhile

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(office: Unit) -> Programme:
    return start(stored(small_plan().reading()), by=None)


def test_an_item_is_accepted_with_its_parts_and_says_by_whom(programme: Programme, coordinator: Account) -> None:
    indicator = Indicator.objects.get(programme=programme, code="I.1")
    accept(indicator, by=coordinator, version=1)
    assert (indicator.acceptance, indicator.accepted_by, indicator.version) == ("accepted", coordinator, 2)
    assert Target.objects.get(indicator=indicator).acceptance == "accepted"
    assert not indicator.assignments.filter(acceptance="proposed").exists()


def test_a_tasks_deadline_is_accepted_with_it(programme: Programme, coordinator: Account) -> None:
    accept(Task.objects.get(programme=programme, code="II.1"), by=coordinator, version=1)
    assert Deadline.objects.get(task__code="II.1").acceptance == "accepted"


def test_the_second_person_saving_is_told(programme: Programme, coordinator: Account) -> None:
    task = Task.objects.get(programme=programme, code="II.1")
    accept(task, by=coordinator, version=1)
    with pytest.raises(ChangedMeanwhile):
        accept(task, by=coordinator, version=1)


def test_everything_at_once_is_counted(programme: Programme, coordinator: Account) -> None:
    assert accept_all(programme, by=coordinator, kinds=("indicator", "task")) == 5
    assert not Task.objects.proposed().exists()
    assert accept_all(programme, by=coordinator, kinds=("indicator", "task")) == 0


def test_a_name_of_which_it_is_unsure_stays_proposed_until_somebody_chooses(
    programme: Programme, coordinator: Account, office: Unit
) -> None:
    lead = Assignment.objects.get(task__code="II.1")
    Assignment.objects.filter(pk=lead.pk).update(certainty="unsure", unit=None, post=None)
    candidate = Candidate.objects.create(assignment=lead, place=0, unit=office)
    accept(Task.objects.get(code="II.1"), by=coordinator, version=1)
    lead.refresh_from_db()
    assert lead.acceptance == "proposed"
    choose(lead, candidate, by=coordinator, version=1)
    assert (lead.unit, lead.certainty, lead.acceptance) == (office, "certain", "corrected")


def test_a_unit_officer_may_not_accept(programme: Programme, officer: Account) -> None:
    with pytest.raises(NotAllowed):
        accept(Task.objects.get(code="II.1"), by=officer, version=1)
    with pytest.raises(NotAllowed):
        accept_all(programme, by=officer)


def test_only_those_with_an_official_role_see_programmes(
    programme: Programme, officer: Account, citizen: Account
) -> None:
    day = programme.ends_on
    assert Programme.objects.visible_to(officer, day).exists()
    assert not Programme.objects.visible_to(citizen, day).exists()
