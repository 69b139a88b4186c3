"""A figure and the list it opens agree, and a list costs the same whatever its length."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.large import large_programme, stored
from tests.readings import small_plan
from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.counts import by_section, by_state, by_unit
from tinhso.steering.programmes.fetching import listed_indicators, listed_tasks, spans_of, whole_task
from tinhso.steering.programmes.filters import IndicatorFilter, TaskFilter, indicators_of, tasks_of
from tinhso.steering.programmes.models import Programme, Target, Task
from tinhso.steering.programmes.states import TaskState

pytestmark = pytest.mark.django_db
DAY = date(2022, 8, 15)


@pytest.fixture
def programme(office: Unit) -> Programme:
    return start(stored(small_plan().reading()), by=None)


def codes(programme: Programme, wanted: TaskFilter) -> list[str]:
    return [task.code for task in tasks_of(programme, wanted, day=DAY, roster=Roster.on(DAY))]


def test_search_ignores_case_and_diacritics_and_finds_owners_too(programme: Programme) -> None:
    assert codes(programme, TaskFilter(query="NHA TRO")) == ["II.3"]
    assert codes(programme, TaskFilter(query="cong an tinh")) == ["II.3"]


def test_tasks_are_narrowed_by_state_day_and_basis(programme: Programme) -> None:
    assert codes(programme, TaskFilter(states=frozenset({TaskState.OPEN_OVERDUE}))) == ["II.1"]
    assert codes(programme, TaskFilter(states=frozenset({TaskState.STANDING}))) == ["II.2"]
    assert codes(programme, TaskFilter(due_from=date(2022, 12, 1), due_to=date(2022, 12, 31))) == ["II.3"]
    assert codes(programme, TaskFilter(basis="inferred")) == ["II.3"]


def test_a_unit_finds_what_its_post_leads(programme: Programme, office: Unit) -> None:
    assert codes(programme, TaskFilter(unit=office.pk)) == ["II.1", "II.2"]


def test_a_unit_finds_what_is_given_to_a_group_that_means_it(programme: Programme, office: Unit) -> None:
    found = indicators_of(programme, IndicatorFilter(lead=office.pk), roster=Roster.on(DAY))
    assert [indicator.code for indicator in found] == ["I.1", "I.2"]


def test_indicators_are_found_by_the_level_of_a_target(programme: Programme) -> None:
    Target.objects.filter(indicator__code="I.2").update(level="commune")
    found = indicators_of(programme, IndicatorFilter(level="commune"))
    assert [indicator.code for indicator in found] == ["I.2"]


def test_tasks_without_a_day_stand_last_either_way(programme: Programme) -> None:
    assert codes(programme, TaskFilter(order="due")) == ["II.1", "II.3", "II.2"]
    assert codes(programme, TaskFilter(order="-due")) == ["II.3", "II.1", "II.2"]


def test_next_due_leaves_out_what_is_past_and_what_never_ends(programme: Programme) -> None:
    assert [task.code for task in Task.objects.next_due(DAY)] == ["II.3"]


def test_a_section_counts_what_its_list_shows(programme: Programme) -> None:
    (section,) = by_section(Task.objects.filter(programme=programme), DAY)
    assert section.title == "II Hạ tầng số"
    assert section.total == len(codes(programme, TaskFilter(section=section.section))) == 3


def test_a_unit_counts_what_its_list_shows(office: Unit) -> None:
    programme, roster = large_programme(tasks=60, indicators=5, units=12), Roster.on(DAY)
    counts = by_unit(Task.objects.filter(programme=programme), DAY, roster)
    assert len(counts) > 5
    for count in counts:
        assert count.total == len(codes(programme, TaskFilter(unit=count.unit.unit_id)))


def queries(work: Callable[[], object]) -> int:
    """Of the second look: what a process keeps of the organisations is there by then."""
    work()
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def everything(programme: Programme) -> None:
    """What the lists and the overview of a programme ask for."""
    roster, tasks = Roster.on(DAY), tasks_of(programme, TaskFilter(), day=DAY)
    list(listed_tasks(tasks)), list(listed_indicators(indicators_of(programme, IndicatorFilter())))
    by_state(tasks, DAY), by_section(tasks, DAY), by_unit(tasks, DAY, roster)
    list(listed_tasks(tasks.next_due(DAY))[:10])
    assert whole_task(programme, tasks[0].pk)
    assert spans_of(programme)


def test_a_large_programme_asks_no_more_queries_than_a_small_one(office: Unit) -> None:
    small = large_programme(tasks=20, indicators=10, units=10)
    large = large_programme(tasks=1_000, indicators=100, units=230)
    assert queries(lambda: everything(large)) == queries(lambda: everything(small))
