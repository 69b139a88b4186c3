"""A unit's page tells its work in every programme, and each number opens the list that it counts."""

import re
from datetime import date

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Reorganisation, Unit
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step
from tinhso.steering.pages.tests.reading import codes
from tinhso.steering.pages.unit_panels import indicators, open_tasks
from tinhso.steering.programmes.models import Assignment, Programme, Task

pytestmark = pytest.mark.django_db
AFTER = date(2022, 10, 1)


@pytest.fixture
def merged(programme: Programme) -> Programme:
    """On 01/9/2022 Sở TT&TT, which leads II.1 and II.2, is merged into Công an tỉnh, which leads II.3."""
    decision = Reorganisation(key="nhap", title="Sáp nhập", effective_on=date(2022, 9, 1))
    put_into_force(Order(decision, (Step("end", "so-tttt"),), (Follow("merge", "so-tttt", "cong-an"),)))
    return programme


def led(shown: str) -> tuple[int, str]:
    """How many tasks the page says that the unit leads, and where they are listed."""
    found = re.search(r'href="([^"]+)"><strong>(\d+)</strong> nhiệm vụ chủ trì', shown)
    assert found
    return int(found[2]), found[1].replace("&amp;", "&")


@pytest.mark.parametrize("key", ["so-tttt", "cong-an"])
def test_the_number_on_the_page_is_that_of_the_list_it_opens(desk: Client, programme: Programme, key: str) -> None:
    count, address = led(desk.get(f"/don-vi/{key}?on=15/8/2022").content.decode())
    listed = set(re.findall(r'href="[^"]*/nhiem-vu/(\d+)', desk.get(address).content.decode()))
    assert len(listed) == count


def test_the_indicators_that_a_unit_watches_and_executes_are_counted_with_their_lists(
    desk: Client, programme: Programme
) -> None:
    Assignment.objects.filter(indicator__code="I.2", role=Assignment.Role.WATCHER).delete()
    shown = desk.get("/don-vi/so-tttt?on=15/8/2022").content.decode()
    found = re.findall(r'href="([^"]+)"><strong>(\d+)</strong> chỉ tiêu ([^<]+)<', shown)
    assert [(words, int(count), codes(desk, address.replace("&amp;", "&"))) for address, count, words in found] == [
        ("theo dõi, đôn đốc", 1, ["I.1"]),
        ("chủ trì thực hiện", 2, ["I.1", "I.2"]),
    ]
    police = desk.get("/don-vi/cong-an?on=15/8/2022").content.decode()
    assert re.findall(r"<strong>(\d+)</strong> chỉ tiêu ([^<]+)<", police) == [("2", "chủ trì thực hiện")]


def test_after_a_merger_the_successors_page_counts_the_open_work_of_both(desk: Client, merged: Programme) -> None:
    Task.objects.filter(code="II.1").update(completed_on=date(2022, 7, 5))
    before = led(desk.get("/don-vi/cong-an?on=31/8/2022").content.decode())[0]
    after = led(desk.get("/don-vi/cong-an?on=01/10/2022").content.decode())[0]
    assert after == before + 1
    ended = desk.get("/don-vi/so-tttt?on=01/10/2022").content.decode()
    assert led(ended)[0] >= 1
    assert "Công an tỉnh</a> giải quyết từ 01/9/2022" in ended


def test_a_preview_counts_what_follows_a_unit_by_name(merged: Programme, coordinator: Account) -> None:
    unit = Unit.objects.get(key="cong-an").pk
    assert open_tasks([unit], AFTER, coordinator) == {unit: 3}
    assert indicators([unit], AFTER, coordinator) == {unit: 2}
    assert open_tasks([], AFTER, coordinator) == {}
