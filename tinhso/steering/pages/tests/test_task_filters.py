"""A list of tasks answers what an officer asks: words, state, section, body, days."""

from datetime import date

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Group, Unit
from tinhso.steering.following.models import Completion
from tinhso.steering.pages.tests.reading import codes
from tinhso.steering.programmes.models import Assignment, Heading, Task

pytestmark = pytest.mark.django_db


def test_words_are_found_without_diacritics(client: Client, tasks: str) -> None:
    assert codes(client, tasks, q="NHA tro") == ["II.3"]
    assert codes(client, tasks, q="đường sắt") == []


def test_a_list_is_narrowed_by_state_on_the_day(client: Client, tasks: str) -> None:
    assert codes(client, tasks, tinh_trang="open_overdue", ngay="15/8/2022") == ["II.1"]
    assert codes(client, tasks, tinh_trang="open_overdue", ngay="15/3/2022") == []
    assert codes(client, tasks, tinh_trang="standing") == ["II.2"]


def test_a_unit_has_its_own_tasks_and_those_of_its_groups(client: Client, tasks: str, bodies: list[Unit]) -> None:
    assert codes(client, tasks, don_vi=f"u{bodies[1].pk}") == ["II.3", "II.4"]
    assert codes(client, tasks, don_vi=f"n{Group.objects.get().pk}") == ["II.4"]
    assert codes(client, tasks, don_vi="khong") == ["II.5"]


def test_a_list_is_narrowed_by_section_days_and_how_the_day_is_known(client: Client, tasks: str) -> None:
    section = Heading.objects.get(code="II")
    assert codes(client, tasks, de_muc=section.pk) == ["II.1", "II.2", "II.3", "II.4", "II.5"]
    assert codes(client, tasks, tu="01/7/2022", den="31/7/2022") == ["II.1"]
    assert codes(client, tasks, can_cu="inferred") == ["II.3", "II.5"]
    assert codes(client, tasks, can_cu="khong") == ["II.2"]


def test_open_and_done_are_asked_for_together(client: Client, tasks: str) -> None:
    Task.objects.filter(code="II.1").update(completed_on=date(2022, 5, 1))
    assert codes(client, tasks, tinh_trang="xong", ngay="15/8/2022") == ["II.1"]
    assert codes(client, tasks, tinh_trang="chua", ngay="15/8/2022") == ["II.3", "II.4", "II.5"]


def test_the_helper_is_asked_for_beside_the_lead(client: Client, tasks: str, bodies: list[Unit]) -> None:
    task, helper = Task.objects.get(code="II.3"), Assignment.Role.COOPERATOR
    facts = {"wording": "Sở TTTT", "certainty": "certain", "unit": bodies[0], "position": 1}
    Assignment.objects.create(programme=task.programme, task=task, role=helper, **facts)
    assert codes(client, tasks, phoi_hop=f"u{bodies[0].pk}") == ["II.3"]
    assert codes(client, tasks, phoi_hop=f"u{bodies[0].pk}", don_vi=f"u{bodies[1].pk}", vai_tro="lead") == ["II.3"]


def test_directives_and_what_waits_are_asked_for(client: Client, tasks: str, officer: Account) -> None:
    task = Task.objects.get(code="II.4")
    Task.objects.filter(pk=task.pk).update(origin=Task.Origin.DIRECTIVE)
    Completion.objects.create(task=task, account=officer, kind="completed", day=date(2022, 5, 1))
    assert codes(client, tasks, nguon="directive") == ["II.4"]
    assert codes(client, tasks, cho="xac_nhan") == ["II.4"]
    assert codes(client, tasks, cho="gia_han") == codes(client, tasks, cho="duyet") == []
