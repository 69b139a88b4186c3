"""What was read of a programme is kept until any programme or unit changes, whatever way it is changed."""

import re
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Event
from time import sleep

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import F, Model
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.organisations.edition import edition
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.counts import states_on
from tinhso.steering.programmes.edition import PROGRAMMES, KeptRows
from tinhso.steering.programmes.fetching import indicators_by_key, tasks_by_key
from tinhso.steering.programmes.models import (
    Assignment,
    Deliverable,
    Heading,
    Indicator,
    Programme,
    ReadingJob,
    Reviewer,
    Target,
    Task,
)

pytestmark = pytest.mark.django_db
DAY = date(2022, 8, 15)
#: Written all the time, and nothing that is kept is made of them.
ASIDE: set[type[Model]] = {ReadingJob, Reviewer}


@pytest.fixture
def programme(office: Unit) -> Programme:
    return start(stored(small_plan().reading()), by=None)


@pytest.fixture
def task(programme: Programme) -> Task:
    return programme.tasks.get(code="II.1")


def told(key: int) -> tuple[object, ...]:
    """Everything that a list tells of a task, from what is kept."""
    kept = tasks_by_key([key])[key]
    people = [(each.wording, each.role, each.handed_to_id) for each in kept.assignments.all()]
    products = [each.text for each in kept.deliverables.all()]
    section, state = kept.section and kept.section.text, states_on(kept.programme_id, DAY).get(key)
    return kept.text, kept.due_on, kept.completed_on, section, people, products, state


def test_a_second_look_asks_only_for_the_editions(task: Task) -> None:
    told(task.pk)
    with CaptureQueriesContext(connection) as queries:
        told(task.pk)
    asked = {table for query in queries for table in re.findall(r'FROM "?(\w+)', query["sql"])}
    assert asked == {"programmes_edition", "organisations_edition"}


def test_only_what_is_not_kept_yet_is_read(programme: Programme, task: Task) -> None:
    told(task.pk)
    other = programme.tasks.get(code="II.2")
    with CaptureQueriesContext(connection) as queries:
        assert list(tasks_by_key([other.pk, task.pk])) == [other.pk, task.pk]
    (rows,) = (query["sql"] for query in queries if 'FROM "programmes_task"' in query["sql"])
    assert f"IN ({other.pk})" in rows


CHANGES: dict[str, Callable[[Task], object]] = {
    "text": lambda task: Task.objects.filter(pk=task.pk).update(text="Việc khác"),
    "completed": lambda task: Task.objects.filter(pk=task.pk).update(completed_on=DAY),
    "more time": lambda task: Task.objects.filter(pk=task.pk).update(due_on=DAY + timedelta(days=30)),
    "withdrawn": lambda task: Task.objects.filter(pk=task.pk).update(withdrawn_at=timezone.now()),
    "heading": lambda _task: Heading.objects.update(text="Đề mục khác"),
    "person dropped": lambda task: Assignment.objects.filter(task=task).update(withdrawn_at=timezone.now()),
    "named day is late": lambda _task: Programme.objects.update(named_day_is_late=True),
    "product": lambda task: Deliverable.objects.create(
        programme=task.programme, task=task, position=task.position, text="Báo cáo mới"
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_at_once(task: Task, change: str) -> None:
    Task.objects.filter(pk=task.pk).update(due_on=DAY, due_before=True)
    before = told(task.pk)
    CHANGES[change](task)
    assert told(task.pk) != before


def test_a_task_changed_by_raw_sql_is_seen_at_once(task: Task) -> None:
    told(task.pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE programmes_task SET text = 'Việc khác' WHERE id = %s", (task.pk,))
    assert told(task.pk)[0] == "Việc khác"


def test_a_target_and_a_unit_are_seen_at_once(programme: Programme) -> None:
    key = Indicator.objects.values_list("pk", flat=True)[0]
    kept = indicators_by_key([key])[key]
    Target.objects.update(wording="mức khác")
    targets = indicators_by_key([key])[key]
    assert (
        {each.wording for each in targets.targets.all()}
        == {"mức khác"}
        != {each.wording for each in kept.targets.all()}
    )
    UnitVersion.objects.update(name="Sở Khác")
    assert indicators_by_key([key])[key] is not targets


def test_what_was_read_in_a_change_given_up_is_not_kept(task: Task) -> None:
    before, first = told(task.pk), edition(PROGRAMMES)
    with transaction.atomic():
        Task.objects.update(text="Việc khác")
        assert told(task.pk)[0] == "Việc khác"
        transaction.set_rollback(True)
    assert (edition(PROGRAMMES), told(task.pk)) == (first, before)


def test_no_more_is_kept_than_was_said(programme: Programme) -> None:
    asked: list[list[int]] = []

    def read(keys: Collection[int]) -> list[Task]:
        asked.append(list(keys))
        return list(Task.objects.filter(pk__in=keys))

    few: KeptRows[Task] = KeptRows(read, most=2)
    one, two, three = programme.tasks.values_list("pk", flat=True)[:3]
    for keys in ([one, two], [one, two], [three], [three], [one], [one, two, three], [one]):
        assert list(few.of(keys)) == keys
    assert asked == [[one, two], [three], [one], [two], [one]]


def test_everything_that_is_kept_has_its_trigger(programme: Programme) -> None:
    listing = {
        "sqlite": "SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'edition\\_%%' "
        "ESCAPE '\\' GROUP BY tbl_name",
        "postgresql": "SELECT tgrelid::regclass::text, count(*) FROM pg_trigger WHERE tgname LIKE 'edition\\_%%' "
        "GROUP BY 1",
    }
    with connection.cursor() as cursor:
        cursor.execute(listing[connection.vendor].replace("%%", "%"))
        standing = dict(cursor.fetchall())
    models = set(apps.get_app_config("programmes").get_models()) - ASIDE
    assert {model._meta.db_table for model in models} <= standing.keys()
    assert not {model._meta.db_table for model in ASIDE} & standing.keys()
    assert min(standing.values()) >= 3


@pytest.mark.django_db(transaction=True)
def test_two_who_write_do_not_wait_for_each_other_for_ever(programme: Programme) -> None:
    """Each holds what the other wants next; the edition must not be one thing more to wait for."""
    one, two = programme.tasks.values_list("pk", flat=True)[:2]
    written, locked, before = Event(), Event(), edition(PROGRAMMES)

    def first() -> None:
        with transaction.atomic():
            Task.objects.filter(pk=one).update(version=F("version") + 1)
            written.set()
            locked.wait(1)
            Task.objects.filter(pk=two).update(version=F("version") + 1)
        connection.close()

    def second() -> None:
        written.wait(1)
        with transaction.atomic():
            Task.objects.select_for_update().get(pk=two)
            locked.set()
            sleep(0.3)
            Task.objects.filter(pk=two).update(version=F("version") + 1)
        connection.close()

    with ThreadPoolExecutor(2) as pool:
        for each in [pool.submit(first), pool.submit(second)]:
            each.result()
    assert list(Task.objects.filter(pk__in=(one, two)).order_by("pk").values_list("version", flat=True)) == [2, 3]
    assert edition(PROGRAMMES) != before
