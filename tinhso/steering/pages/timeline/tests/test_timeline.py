"""A task is drawn from its start to its due day, and what is overdue up to the day looked at."""

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.timeline.axis import axis_over
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
YEAR = axis_over(date(2022, 1, 10), date(2022, 12, 20))


@pytest.fixture
def chart(client: Client, officer: Account, programme: Programme) -> str:
    client.force_login(officer)
    return reverse("timeline:timeline", args=(programme.pk,))


def page(client: Client, address: str, **query: str) -> str:
    return unescape(client.get(address, query).content.decode())


def looks(told: str, code: str) -> list[str]:
    row = re.search(rf'<svg[^>]*aria-label="{re.escape(code)}:.*?</svg>', told, re.DOTALL)
    assert row
    return re.findall(r'class="bar-(\w+)"', row[0])


def test_an_axis_holds_whole_months() -> None:
    assert (YEAR.first, YEAR.last) == (date(2022, 1, 1), date(2022, 12, 31))
    assert [month.name for month in YEAR.months()][:2] == ["T1/2022", "T2"]
    assert (YEAR.place(date(2022, 1, 1)), YEAR.end(date(2022, 12, 31))) == (0, 100)


def test_many_years_are_told_by_quarters() -> None:
    names = [month.name for month in axis_over(date(2022, 1, 1), date(2025, 12, 31)).months()]
    assert names[:5] == ["T1/2022", "T4", "T7", "T10", "T1/2023"]


def test_a_bar_says_how_its_task_stands(client: Client, chart: str) -> None:
    Task.objects.filter(code="II.4").update(completed_on=date(2022, 10, 5))
    told = page(client, chart, ngay="15/8/2022")
    assert looks(told, "II.1") == ["open", "overdue"]
    assert looks(told, "II.2") == ["standing"]
    assert looks(told, "II.3") == ["inferred"]
    told = page(client, chart, ngay="31/12/2022")
    assert looks(told, "II.4") == ["done", "late"]


def test_what_was_done_early_shows_the_days_saved(client: Client, chart: str) -> None:
    Task.objects.filter(code="II.1").update(completed_on=date(2022, 5, 1))
    assert looks(page(client, chart, ngay="15/8/2022"), "II.1") == ["done", "saved"]


def test_the_day_looked_at_is_a_line_when_it_lies_in_the_programme(client: Client, chart: str) -> None:
    assert 'class="gantt-today"' in page(client, chart, ngay="15/8/2022")
    assert 'class="gantt-today"' not in page(client, chart, ngay="15/8/2032")


def test_filters_and_grouping_hold_and_a_phone_has_the_months(client: Client, chart: str) -> None:
    told = page(client, chart, q="quy che", nhom="don_vi", ngay="15/8/2022")
    assert len(re.findall(r'class="gantt-row"', told)) == told.count("gantt-row")
    assert "nhà trọ" not in told
    assert "Tháng 7/2022" in told


def test_nothing_to_draw_is_said(client: Client, chart: str) -> None:
    assert "Không có nhiệm vụ nào như vậy" in page(client, chart, q="zzzz")
