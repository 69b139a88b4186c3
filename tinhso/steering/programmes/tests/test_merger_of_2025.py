"""The event of 01/7/2025 played on the demonstration: the plan of Bắc Giang of 2022 goes on in Bắc Ninh."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.cast import person
from tests.large import stored
from tests.samples import SEED
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Reorganisation, Succession, Unit, UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.kernel.reorganisations.actions.enforce import enforce
from tinhso.kernel.reorganisations.actions.take_back import take_back
from tinhso.kernel.reorganisations.models import Draft
from tinhso.steering.intake.reader import read_document
from tinhso.steering.intake.sources import paste
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.filters import TaskFilter, tasks_of
from tinhso.steering.programmes.models import Assignment, Programme, Task

pytestmark = pytest.mark.django_db
EVE, MERGER = date(2025, 6, 30), date(2025, 7, 1)
OLD, NEW = "so-khcn-2025", "bac-ninh-so-khcn"
State = tuple[list[tuple[str, str, str | None]], int]


@pytest.fixture(scope="module")
def started(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """The plan of 2022 with the organisations of the samples; taken back after the tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_organisations", verbosity=0)
        yield start(stored(read_document(paste(SEED.read_text(encoding="utf-8")))), by=None).pk
        transaction.set_rollback(True)


@pytest.fixture
def programme(db: None, started: int) -> Programme:
    """The plan of which the first task of Sở TT&TT was done in 2023."""
    programme = Programme.objects.get(pk=started)
    first = led(programme, "so-tttt", date(2022, 12, 31))[0]
    Task.objects.filter(programme=programme, code=first).update(completed_on=date(2023, 5, 4))
    return programme


@pytest.fixture
def keeper(programme: Programme) -> Account:
    return person("quan-ly", "Người Quản Lý", role=Role.ADMINISTRATOR, at=Unit.objects.get(key="so-tttt"))


def led(programme: Programme, key: str, day: date) -> list[str]:
    wanted = TaskFilter(unit=Unit.objects.get(key=key).pk)
    return [task.code for task in tasks_of(programme, wanted, day=day, roster=Roster.on(day))]


def state(day: date) -> State:
    versions = UnitVersion.objects.valid_on(day).order_by("unit__key")
    return list(versions.values_list("unit__key", "name", "parent__key")), Succession.objects.count()


def play_again(keeper: Account) -> None:
    """What was taken back becomes four drafts, which take effect together."""
    enforce({draft.pk: draft.version for draft in Draft.objects.all()}, moving=(), by=keeper)


def test_the_open_tasks_go_from_the_department_of_bac_giang_to_that_of_bac_ninh(programme: Programme) -> None:
    before, after = led(programme, OLD, EVE), led(programme, NEW, MERGER)
    assert len(before) > 20
    assert set(before) <= set(after)
    assert set(led(programme, OLD, MERGER)) == set(led(programme, NEW, EVE)) == set()


def test_the_task_done_in_2023_still_stands_with_the_department_of_2023(programme: Programme) -> None:
    done = Task.objects.get(programme=programme, completed_on__isnull=False).code
    assert led(programme, "so-tttt", MERGER) == [done]
    assert done not in led(programme, NEW, MERGER)


def test_the_words_of_the_plan_are_those_of_2022_on_every_day(programme: Programme) -> None:
    named = Assignment.objects.filter(programme=programme)
    assert not named.filter(unit__key=NEW).exists()
    assert not named.filter(post__unit__key=NEW).exists()


def test_taken_back_the_lists_are_as_before_and_played_again_as_after(programme: Programme, keeper: Account) -> None:
    before, after = led(programme, OLD, EVE), led(programme, NEW, MERGER)
    tree_before, tree_after = state(EVE)[0], state(MERGER)
    take_back(MERGER, reason="Diễn tập", by=keeper)
    assert state(MERGER)[0] == tree_before
    assert led(programme, OLD, MERGER) == before
    play_again(keeper)
    assert state(MERGER) == tree_after
    assert led(programme, NEW, MERGER) == after


def test_history_is_told_by_the_same_decisions_after_it_is_played_again(programme: Programme, keeper: Account) -> None:
    told = list(Reorganisation.objects.filter(effective_on=MERGER).order_by("key").values_list("key", "number"))
    take_back(MERGER, reason="Diễn tập", by=keeper)
    play_again(keeper)
    again = Reorganisation.objects.filter(effective_on=MERGER).order_by("key").values_list("key", "number")
    assert list(again) == told
