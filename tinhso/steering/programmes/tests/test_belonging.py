"""After a reorganisation open work stands with the successor, and what was done with the unit of its time."""

from datetime import date

import pytest

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.organisations.models import Group, Reorganisation, Unit
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.counts import by_unit
from tinhso.steering.programmes.filters import IndicatorFilter, TaskFilter, indicators_of, tasks_of
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db

MERGED, AFTER = date(2022, 9, 1), date(2022, 10, 1)


@pytest.fixture
def programme(office: Unit) -> Programme:
    """Sở TT&TT leads II.1 and II.2 and is merged into Sở KH&CN on 01/9/2022."""
    programme = start(stored(small_plan().reading()), by=None)
    decision = Reorganisation(key="hop-nhat", title="Hợp nhất", effective_on=MERGED)
    made = Step("establish", "so-khcn", name="Sở Khoa học và Công nghệ", kind="department", head_title="Giám đốc")
    put_into_force(Order(decision, (made, Step("end", "so-tttt")), (Follow("merge", "so-tttt", "so-khcn"),)))
    return programme


def led(programme: Programme, key: str, day: date = AFTER) -> list[str]:
    wanted = TaskFilter(unit=Unit.objects.get(key=key).pk)
    return [task.code for task in tasks_of(programme, wanted, day=day, roster=Roster.on(day))]


def done(code: str, day: date) -> None:
    Task.objects.filter(code=code).update(completed_on=day)


def test_open_work_of_the_old_department_stands_in_the_list_of_its_successor(programme: Programme) -> None:
    assert led(programme, "so-khcn") == ["II.1", "II.2"]
    assert led(programme, "so-tttt") == []


def test_the_day_before_the_merger_it_still_stands_with_the_old_department(programme: Programme) -> None:
    assert led(programme, "so-tttt", date(2022, 8, 31)) == ["II.1", "II.2"]
    assert led(programme, "so-khcn", date(2022, 8, 31)) == []


def test_what_was_done_before_the_merger_stays_with_the_department_that_did_it(programme: Programme) -> None:
    done("II.1", date(2022, 7, 20))
    assert led(programme, "so-tttt") == ["II.1"]
    assert led(programme, "so-khcn") == ["II.2"]


def test_what_is_done_from_the_day_of_the_merger_on_is_the_successors(programme: Programme) -> None:
    done("II.1", MERGED)
    assert led(programme, "so-khcn") == ["II.1", "II.2"]


def test_the_counts_by_unit_agree_with_the_lists_and_name_the_department_that_has_ended(programme: Programme) -> None:
    done("II.1", date(2022, 7, 20))
    roster = Roster.on(AFTER)
    counted = {each.unit.unit.key: each for each in by_unit(Task.objects.filter(programme=programme), AFTER, roster)}
    assert {key: each.total for key, each in counted.items()} == {"so-khcn": 1, "so-tttt": 1, "cong-an": 1}
    assert all(each.total == len(led(programme, key)) for key, each in counted.items())
    assert roster.called(counted["so-tttt"].unit) == "Sở Thông tin và Truyền thông (đến 31/8/2022)"


def test_a_task_of_a_group_was_that_of_the_members_of_its_day(programme: Programme) -> None:
    assignment = Task.objects.get(code="II.3").assignments.get()
    assignment.post, assignment.group = None, Group.objects.get()
    assignment.save()
    assert "II.3" in led(programme, "so-khcn")
    done("II.3", date(2022, 7, 20))
    assert "II.3" not in led(programme, "so-khcn")
    assert "II.3" in led(programme, "so-tttt")


def test_an_indicator_is_watched_by_who_answers_on_the_day(programme: Programme) -> None:
    wanted = IndicatorFilter(watcher=Unit.objects.get(key="so-khcn").pk)
    assert [found.code for found in indicators_of(programme, wanted, roster=Roster.on(AFTER))] == ["I.1", "I.2"]
    assert not indicators_of(programme, wanted, roster=Roster.on(date(2022, 8, 31)))


def test_the_plans_own_words_are_not_touched(programme: Programme) -> None:
    task = Task.objects.get(code="II.1")
    assert [each.wording for each in task.assignments.all()] == ["Giám đốc Sở Thông tin và Truyền thông"]
