"""An address holds the whole question; what it cannot mean is told, never guessed."""

import pytest
from django.test import Client

from tinhso.steering.pages.tests.reading import codes

pytestmark = pytest.mark.django_db


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
