"""The board and the lists tell everybody the same things once read, and every change at once."""

from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.pages.alike import alike
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.board_head import head_of
from tinhso.steering.pages.indicator_filter import indicators_of
from tinhso.steering.pages.indicator_rows import IndicatorRow
from tinhso.steering.pages.kept_rows import indicator_rows
from tinhso.steering.pages.tallies import by_body, by_section, total
from tinhso.steering.pages.tests.reading import page
from tinhso.steering.pages.upcoming import overdue, upcoming
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
