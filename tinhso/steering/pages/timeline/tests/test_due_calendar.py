"""A month shows what is due on each of its days, and days off."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def month(client: Client, officer: Account, programme: Programme) -> str:
    client.force_login(officer)
    return reverse("timeline:calendar", args=(programme.pk,))


def page(client: Client, address: str, **query: str) -> str:
    return unescape(client.get(address, query).content.decode())


def cell(told: str, day: int) -> str:
    cells: list[str] = re.findall(r"<td(.*?)</td>", told, re.DOTALL)
    inside = [each for each in cells if "outside" not in each.partition(">")[0]]
    return inside[day - 1]


def test_a_task_stands_on_its_due_day(client: Client, month: str) -> None:
    told = page(client, month, thang="2022-07")
    assert "II.1" in cell(told, 31)
    assert "II.1" not in cell(told, 30)


def test_the_month_of_the_day_looked_at_comes_first(client: Client, month: str) -> None:
    assert "Tháng 7/2022" in page(client, month, ngay="15/7/2022")
    assert "thang=2022-08" in page(client, month, ngay="15/7/2022")


def test_a_day_with_many_tasks_leads_to_their_list(client: Client, month: str, programme: Programme) -> None:
    first = Task.objects.get(programme=programme, code="II.1")
    for number in range(6):
        Task.objects.create(
            programme=programme, position=900 + number, code=f"X.{number}", text="Việc", due_on=first.due_on, folded=""
        )
    assert first.due_on
    told = cell(page(client, month, thang=f"{first.due_on:%Y-%m}"), first.due_on.day)
    assert re.search(r"còn \d việc", told)
    assert "tu=31/7/2022&den=31/7/2022" in told


def test_days_off_are_named(client: Client, month: str) -> None:
    assert "off" in cell(page(client, month, thang="2022-09"), 2)


def test_filters_hold(client: Client, month: str) -> None:
    assert "II.1" not in cell(page(client, month, thang="2022-07", q="nha tro"), 31)


@pytest.mark.parametrize("wanted", ["2022-13", "x", "0000-01", "²022-01"])
def test_a_month_that_does_not_exist_is_refused(client: Client, month: str, wanted: str) -> None:
    assert client.get(month, {"thang": wanted}).status_code == 400
