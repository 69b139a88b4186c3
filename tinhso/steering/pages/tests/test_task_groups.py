"""A list of tasks in order and in groups."""

import re

import pytest
from django.test import Client

from tinhso.steering.pages.tests.reading import codes

pytestmark = pytest.mark.django_db


def test_a_list_is_sorted_and_tasks_without_a_day_stand_last(client: Client, tasks: str) -> None:
    assert codes(client, tasks, sort="due") == ["II.1", "II.4", "II.3", "II.5", "II.2"]
    assert codes(client, tasks, sort="-position")[0] == "II.5"


def test_a_list_is_grouped_by_month_with_the_count_of_each_group(client: Client, tasks: str) -> None:
    page = client.get(tasks, {"nhom": "thang"}).content.decode()
    heads = re.findall(r'rowgroup">\s*([^<]+?)\s*<span class="count">(\d+)', page)
    assert heads == [("Tháng 7/2022", "1"), ("Tháng 9/2022", "1"), ("Tháng 12/2022", "2"), ("Không có ngày", "1")]


def test_grouped_by_body_a_task_stands_under_whoever_leads_it(client: Client, tasks: str) -> None:
    page = client.get(tasks, {"nhom": "don_vi"}).content.decode()
    heads = re.findall(r'rowgroup">\s*([^<]+?)\s*<span', page)
    assert heads == ["Các sở, ngành", "Công an tỉnh", "Sở Thông tin và Truyền thông", "Không nêu người chủ trì"]
