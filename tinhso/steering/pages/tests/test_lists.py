"""Lists answer what an officer asks: words without diacritics, state, section, body, days, order, groups."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Group, Unit
from tinhso.steering.programmes.models import Heading, Programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def tasks(client: Client, officer: Account, programme: Programme) -> str:
    """The address of the list, with somebody signed in."""
    client.force_login(officer)
    return reverse("pages:tasks", args=(programme.pk,))


def codes(client: Client, address: str, **query: object) -> list[str]:
    """The codes of the rows, in their order."""
    page = client.get(address, {name: str(value) for name, value in query.items()}).content.decode()
    return re.findall(r'<td class="code">([^<]+)</td>', page)


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


def test_a_parameter_that_the_page_does_not_have_is_refused(client: Client, tasks: str) -> None:
    answer = client.get(tasks, {"tinhtrang": "open_overdue"})
    assert answer.status_code == 400
    assert "tinhtrang" in answer.content.decode()


def test_a_choice_that_does_not_exist_is_told_above_the_list(client: Client, tasks: str) -> None:
    page = client.get(tasks, {"tu": "hôm qua"}).content.decode()
    assert "Hạn từ ngày: Hãy ghi ngày như 05/3/2022." in page


def test_a_day_that_is_none_is_refused(client: Client, tasks: str) -> None:
    assert client.get(tasks, {"ngay": "31/02/2022"}).status_code == 400


def test_the_day_chosen_stays_for_the_next_pages(client: Client, tasks: str) -> None:
    client.get(tasks, {"ngay": "15/8/2022"})
    assert codes(client, tasks, tinh_trang="open_overdue") == ["II.1"]


def test_for_htmx_only_the_list_comes_back(client: Client, tasks: str) -> None:
    part = client.get(tasks, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert "HX-Request" in part.headers["Vary"]


def test_indicators_are_narrowed_by_words_watcher_and_lead(
    client: Client, officer: Account, programme: Programme, bodies: list[Unit]
) -> None:
    client.force_login(officer)
    indicators = reverse("pages:indicators", args=(programme.pk,))
    assert codes(client, indicators, q="truc tuyen") == ["I.2"]
    assert codes(client, indicators, theo_doi=f"u{bodies[0].pk}") == ["I.1", "I.2"]
    assert codes(client, indicators, chu_tri=f"u{bodies[1].pk}", sort="-position") == ["I.2", "I.1"]
    assert codes(client, indicators, cap="commune") == []
