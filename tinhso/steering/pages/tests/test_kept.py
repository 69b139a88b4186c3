"""The board and the lists tell everybody the same things once read, and every change at once."""

from datetime import date

import pytest
from django.contrib.sessions.backends.cache import SessionStore
from django.db import transaction
from django.db.models import Model
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.pages.alike import alike
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.board_head import head_of
from tinhso.steering.pages.indicator_filter import indicators_of
from tinhso.steering.pages.indicator_rows import IndicatorRow
from tinhso.steering.pages.kept_rows import indicator_rows
from tinhso.steering.pages.tallies import by_body, by_section, total
from tinhso.steering.pages.tests.reading import page
from tinhso.steering.pages.upcoming import overdue, upcoming
from tinhso.steering.programmes.fetching import (
    indicator_shown,
    indicators_by_key,
    programmes_shown,
    task_shown,
    tasks_by_key,
)
from tinhso.steering.programmes.models import Indicator, Programme, Target, Task
from tinhso.steering.programmes.states import TaskState

pytestmark = pytest.mark.django_db
DAY = date(2022, 8, 15)


@pytest.fixture
def about(programme: Programme, officer: Account) -> Asked:
    return Asked(programme, officer, DAY, DAY)


def board(about: Asked) -> tuple[object, ...]:
    """Every number of the board that hangs on the day alone, and what is due."""
    whole, bodies = total(about), by_body(about)
    rows = [*by_section(about), *bodies.units, *bodies.groups, *bodies.through_groups]
    numbers = [(row.name, [figure.count for _state, figure in row.in_order]) for row in rows]
    due = [each.text for each in (*overdue(about), *upcoming(about))]
    return whole.states[TaskState.DONE_IN_TIME].count, numbers, due, head_of(about, whole, []).proposed_tasks.count


def test_the_board_counts_a_completed_task_at_once(about: Asked) -> None:
    before = board(about)
    Task.objects.filter(code="II.1").update(completed_on=date(2022, 7, 1))
    after = board(about)
    assert (before[0], after[0]) == (0, 1)
    assert all(one != other for one, other in zip(before[1:3], after[1:3], strict=True))


def test_the_board_forgets_what_was_given_up(about: Asked) -> None:
    before = board(about)
    with transaction.atomic():
        Task.objects.update(completed_on=date(2022, 7, 1))
        assert board(about) != before
        transaction.set_rollback(True)
    assert board(about) == before


def test_what_all_are_told_is_asked_for_nobody(about: Asked) -> None:
    seen: list[int | None] = []
    alike(lambda asked: seen.append(asked.account.pk))(about)
    assert (seen, about.account.pk is None) == ([None], False)


def row(about: Asked) -> IndicatorRow:
    return next(each for each in indicator_rows(about, indicators_of(about)) if each.indicator.code == "I.1")


def test_a_row_of_an_indicator_is_kept_until_a_figure_comes(about: Asked, bodies: list[Unit], officer: Account) -> None:
    first = row(about)
    assert row(about) is first
    indicator = first.indicator
    Measure.objects.create(indicator=indicator, kind=Measure.Kind.RATIO, levels="province")
    facts = {"from_on": date(2022, 1, 1), "to_on": DAY, "numerator": 1, "denominator": 2}
    named = {"level": "province", "entered_by": officer, "recorded_at": timezone.now()}
    Value.objects.create(indicator=indicator, unit=bodies[0], **facts, **named)
    assert row(about).figures.whole.on(DAY).numerator == 1


def test_a_target_and_a_name_are_told_at_once(client: Client, officer: Account, programme: Programme) -> None:
    client.force_login(officer)
    assert "Tên sửa" not in page(client, "indicators", programme.pk)
    Indicator.objects.filter(code="I.1").update(name="Tên sửa")
    Target.objects.filter(indicator__code="I.1").update(value=77)
    shown = page(client, "indicators", programme.pk)
    assert "Tên sửa" in shown
    assert "77" in shown


def state_of(row: Model, depth: int = 3) -> dict[str, object]:
    """Everything that a row holds: its columns, and the rows that were fetched with it."""
    found: dict[str, object] = {name: value for name, value in vars(row).items() if not name.startswith("_")}
    found["also"] = sorted(name for name in vars(row) if name.startswith("_"))
    if depth:
        fetched = {name: list(rows) for name, rows in vars(row).get("_prefetched_objects_cache", {}).items()}
        beside = {name: [each] for name, each in row._state.fields_cache.items() if each is not None}
        for name, rows in (fetched | beside).items():
            found[f"{name} of it"] = [state_of(each, depth - 1) for each in rows]
    return found


@pytest.mark.parametrize("who", ["officer", "head", "coordinator", "chair"])
def test_no_page_changes_what_is_kept_for_all(
    client: Client, programme: Programme, who: str, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(who))
    task, indicator = programme.tasks.get(code="II.1"), programme.indicators.get(code="I.1")

    def kept() -> list[dict[str, object]]:
        items = (task_shown(programme, task.pk), indicator_shown(programme, indicator.pk))
        listed = (*tasks_by_key([task.pk]).values(), *indicators_by_key([indicator.pk]).values())
        return [state_of(each) for each in (*items, *listed, *programmes_shown().values()) if each]

    before = kept()
    assert len(before) == 5
    for view, *keys in (("task", task.pk), ("tasks",), ("indicator", indicator.pk), ("indicators",), ("board",)):
        page(client, view, programme.pk, *keys)
    client.get(reverse("work:own"))
    assert kept() == before


def test_a_form_writes_into_a_programme_of_its_own(rf: RequestFactory, programme: Programme, officer: Account) -> None:
    request = rf.get("/")
    request.user, request.session = officer, SessionStore()
    asked(request, programme.pk).programme.name = "Tên chưa ghi"
    assert asked(request, programme.pk).programme.name == programme.name
