"""A person corrects what the reader proposed: who may, what is kept, who comes second."""

from datetime import date
from decimal import Decimal

import pytest

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.actions.close import close_programme
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.editing.correct import correct
from tinhso.steering.programmes.editing.refusals import NoDay, NoWords
from tinhso.steering.programmes.editing.wanted import Wanted, WantedDeadline, WantedOwner, WantedProduct, WantedTarget
from tinhso.steering.programmes.models import Assignment, Deliverable, Edit, Indicator, Programme, Target, Task
from tinhso.steering.programmes.refusals import ChangedMeanwhile, ProgrammeClosed
from tinhso.steering.programmes.tests.editing import deeds, task

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(office: Unit) -> Programme:
    return start(stored(small_plan().reading()), by=None)


def test_corrected_words_say_by_whom_and_are_found_by_search(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.1")
    correct(item, Wanted(columns={"text": "Ban hành Quy chế báo cáo số"}), by=coordinator, version=1)
    item.refresh_from_db()
    assert (item.acceptance, item.accepted_by, item.version) == ("corrected", coordinator, 2)
    assert list(Task.objects.matching("quy che bao cao so")) == [item]
    assert Edit.objects.get(task=item).differences == [
        {
            "label": "Nội dung",
            "before": "Xây dựng Quy chế quản lý hệ thống thông tin báo cáo",
            "after": "Ban hành Quy chế báo cáo số",
        }
    ]


def test_an_item_saved_as_it_was_is_only_accepted(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.1")
    correct(item, Wanted(columns={"text": item.text}), by=coordinator, version=1)
    assert item.acceptance == "accepted"
    assert deeds(item) == []


def test_a_deadline_is_superseded_and_never_overwritten(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.1")
    wanted = WantedDeadline(basis="explicit", due_on=date(2022, 9, 1), before=True)
    correct(item, Wanted(deadline=wanted), by=coordinator, version=1)
    item.refresh_from_db()
    old, new = item.deadlines.order_by("pk")
    assert old.superseded_at
    assert old.due_on == date(2022, 7, 31)
    assert (new.written(), new.acceptance) == ("trước 01/9/2022", "corrected")
    assert (item.due_on, item.due_before, item.due_basis) == (date(2022, 9, 1), True, "explicit")


def test_a_deadline_by_day_needs_a_day_and_nothing_is_half_saved(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.1")
    wanted = Wanted(columns={"text": "Khác"}, deadline=WantedDeadline(basis="explicit"))
    with pytest.raises(NoDay):
        correct(item, wanted, by=coordinator, version=1)
    assert Task.objects.get(pk=item.pk).text.startswith("Xây dựng Quy chế")


def test_a_task_without_a_day_is_due_at_the_plans_end(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.1")
    correct(item, Wanted(deadline=WantedDeadline(basis="inferred")), by=coordinator, version=1)
    item.refresh_from_db()
    assert (item.due_on, item.due_basis) == (programme.ends_on, "inferred")


def test_targets_are_corrected_added_and_withdrawn(programme: Programme, coordinator: Account) -> None:
    indicator = Indicator.objects.get(programme=programme, code="I.1")
    target = Target.objects.get(indicator=indicator)
    wanted = [
        WantedTarget(key=target.pk, value=Decimal(90), unit="%", comparator=">", level="province"),
        WantedTarget(value=Decimal(50), unit="%", level="commune", by_on=date(2022, 12, 31)),
    ]
    correct(indicator, Wanted(targets=wanted), by=coordinator, version=1)
    assert [each.written() for each in indicator.targets.order_by("position")] == ["> 90 %", "≥ 50 %"]
    assert Target.objects.get(pk=target.pk).wording == "đạt 85%"
    correct(indicator, Wanted(targets=wanted[:1]), by=coordinator, version=2)
    assert Target.objects.current().filter(indicator=indicator).get().pk == target.pk


def test_a_product_has_its_own_day(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.3")
    wanted = [WantedProduct(text="Phần mềm", due_on=date(2022, 10, 1)), WantedProduct(text="Báo cáo nghiệm thu")]
    correct(item, Wanted(products=wanted), by=coordinator, version=1)
    first, second = Deliverable.objects.filter(task=item).order_by("position")
    assert (first.due_on, first.deadlines.get().basis) == (date(2022, 10, 1), "explicit")
    assert (second.due_on, second.deadlines.count()) == (None, 0)


def test_a_name_keeps_its_wording_when_a_person_says_whom_it_means(
    programme: Programme, coordinator: Account, office: Unit
) -> None:
    item = task(programme, "II.3")
    lead = Assignment.objects.get(task=item)
    owners = [
        WantedOwner(key=lead.pk, role="lead", wording=lead.wording, body={"unit_id": office.pk}),
        WantedOwner(role="cooperator", wording="Sở Y tế"),
    ]
    correct(item, Wanted(owners=owners), by=coordinator, version=1)
    lead.refresh_from_db()
    assert (lead.wording, lead.unit, lead.post) == ("Giám đốc Công an tỉnh", office, None)
    added = item.assignments.get(role="cooperator")
    assert (added.certainty, added.acceptance) == ("unknown", "corrected")
    correct(item, Wanted(owners=owners[:1]), by=coordinator, version=2)
    assert list(Assignment.objects.current().filter(task=item)) == [lead]


def test_the_second_of_two_who_correct_is_told(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.1")
    correct(item, Wanted(columns={"text": "Của người thứ nhất"}), by=coordinator, version=1)
    with pytest.raises(ChangedMeanwhile):
        correct(item, Wanted(columns={"text": "Của người thứ hai"}), by=coordinator, version=1)
    assert Task.objects.get(pk=item.pk).text == "Của người thứ nhất"


def test_an_item_without_words_is_refused(programme: Programme, coordinator: Account) -> None:
    with pytest.raises(NoWords):
        correct(task(programme, "II.1"), Wanted(columns={"text": ""}), by=coordinator, version=1)


def test_a_closed_programme_takes_no_correction(programme: Programme, coordinator: Account) -> None:
    close_programme(programme, "Hết năm kế hoạch", by=coordinator)
    with pytest.raises(ProgrammeClosed):
        correct(task(programme, "II.1"), Wanted(columns={"text": "Khác"}), by=coordinator, version=1)


def test_a_unit_officer_may_not_correct(programme: Programme, officer: Account) -> None:
    with pytest.raises(NotAllowed):
        correct(task(programme, "II.1"), Wanted(columns={"text": "Khác"}), by=officer, version=1)
