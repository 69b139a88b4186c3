"""A task that only a bank or a telecom leads stands in somebody's report: who watches it, helps, or is in charge."""

import pytest

from tests.cast import person, unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Kind, Unit
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.programmes.models import Assignment, Programme, Task
from tinhso.steering.reporting.actions.open_round import open_round
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, save_figure, save_task
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.models import Report, Round, SentTask
from tinhso.steering.reporting.tests.conftest import hand, name
from tinhso.steering.reporting.tests.test_writing import ratio

LEAD, HELPER, WATCHER = Assignment.Role.LEAD, Assignment.Role.COOPERATOR, Assignment.Role.WATCHER
Behalf = dict[str, str]


@pytest.fixture
def bank(province: Unit) -> Unit:
    return unit("ngan-hang-mau", "Ngân hàng Mẫu", kind=Kind.OUTSIDE, parent=province)


@pytest.fixture
def task_of_bank(task: Task, bank: Unit) -> Task:
    """Nobody else leads it."""
    task.assignments.all().delete()
    name(bank, task=task)
    return task


def told_by(round_: Round, coordinator: Account, task: Task) -> Behalf:
    """Unit → in whose place it speaks of the task, once the round is open."""
    if round_.state == Round.State.PLANNED:
        open_round(round_, hand(coordinator))
    reports = Report.objects.filter(round=round_, required=True).select_related("unit", "round")
    lines = {report.unit.key: draft_of(report).task(task.pk) for report in reports}
    return {key: line.behalf for key, line in lines.items() if line}


def test_who_watches_it_speaks_for_the_body_outside(
    planned: Round, coordinator: Account, task_of_bank: Task, districts: tuple[Unit, Unit]
) -> None:
    watching, helping = districts
    name(watching, WATCHER, task=task_of_bank)
    name(helping, HELPER, task=task_of_bank)
    assert told_by(planned, coordinator, task_of_bank) == {watching.key: "ngan-hang-mau"}


def test_else_the_first_that_helps(
    planned: Round, coordinator: Account, task_of_bank: Task, districts: tuple[Unit, Unit]
) -> None:
    for each in reversed(districts):
        name(each, HELPER, task=task_of_bank)
    assert told_by(planned, coordinator, task_of_bank) == {districts[1].key: "ngan-hang-mau"}


def test_else_the_department_in_charge(
    planned: Round, coordinator: Account, task_of_bank: Task, department_in_charge: Unit
) -> None:
    assert told_by(planned, coordinator, task_of_bank) == {department_in_charge.key: "ngan-hang-mau"}


def test_where_somebody_else_leads_too_it_is_his(
    planned: Round, coordinator: Account, task_of_bank: Task, district: Unit
) -> None:
    name(district, task=task_of_bank)
    assert told_by(planned, coordinator, task_of_bank) == {district.key: ""}


def test_a_body_outside_that_has_somebody_here_speaks_itself(
    planned: Round, coordinator: Account, task_of_bank: Task, bank: Unit, district: Unit
) -> None:
    name(district, WATCHER, task=task_of_bank)
    person("bank", "Hoàng Văn Thử", role=Role.UNIT_OFFICER, at=bank)
    assert told_by(planned, coordinator, task_of_bank) == {bank.key: ""}


def test_what_is_said_in_its_place_is_sent_as_such(
    planned: Round, programme: Programme, task_of_bank: Task, district: Unit, coordinator: Account, head: Account
) -> None:
    name(district, WATCHER, task=task_of_bank)
    open_round(planned, hand(coordinator))
    report = Report.objects.get(round=planned, unit=district)
    save_task(report, task_of_bank, TaskWords(said="doing", note="Ngân hàng đã lắp 20 điểm"), hand=hand(head))
    cell = draft_of(report).figures[0].cell
    save_figure(report, cell, FigureWords(given=ratio(1, 2)), hand=hand(head))
    submit(report, "", hand(head))
    entry = ProgressEntry.objects.get()
    assert (entry.task, entry.unit) == (task_of_bank, district)
    assert SentTask.objects.get().behalf == "ngan-hang-mau"
