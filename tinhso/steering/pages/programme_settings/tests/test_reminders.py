"""The rule of reminding is set from a day on, and who is in charge reads what was told to whom."""

from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.remind import remind
from tinhso.steering.following.inbox import mark_read, notices_of
from tinhso.steering.following.reminding.rules import plan_on
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Programme

pytestmark = pytest.mark.django_db
RULE = {
    "valid_from": "01/7/2022",
    "before": "5, 2",
    "after": "1; 3",
    "weeks": "2",
    "head_after": "3",
    "reason": "CV 12",
}


@pytest.fixture
def programme(coordinator: Account, district: Unit) -> Programme:
    made = start(stored(small_plan().reading()), by=coordinator, name="Chương trình mẫu")
    Assignment.objects.filter(programme=made, role="lead").update(certainty="certain", unit=district, post=None)
    return made


def page(client: Client, account: Account, programme: Programme, view: str, **sent: str) -> str:
    client.force_login(account)
    address = reverse(f"programme_settings:{view}", args=(programme.pk,))
    answer = client.post(address, sent, follow=True) if sent else client.get(address)
    return unescape(answer.content.decode())


def test_a_rule_holds_from_its_day_and_what_held_before_stays(
    client: Client, coordinator: Account, programme: Programme
) -> None:
    assert "trước hạn 7, 3, 1 ngày làm việc" in page(client, coordinator, programme, "reminders")
    shown = page(client, coordinator, programme, "reminders", **RULE)
    assert "trước hạn 5, 2 ngày làm việc" in shown
    assert plan_on(programme.pk, date(2022, 6, 30)).before == (7, 3, 1)
    assert (plan := plan_on(programme.pk, date(2022, 7, 1))).before == (5, 2)
    assert (plan.on_the_day, plan.after, plan.weeks, plan.head_after) == (False, (1, 3), 2, 3)


@pytest.mark.parametrize(
    ("name", "value"), [("before", "bảy"), ("before", "9,8,7,6,5,4"), ("after", "61"), ("weeks", "40")]
)
def test_many_reminders_or_none_of_ours_are_refused(
    client: Client, coordinator: Account, programme: Programme, name: str, value: str
) -> None:
    page(client, coordinator, programme, "reminders", **{**RULE, name: value})
    assert plan_on(programme.pk, date(2022, 7, 1)).before == (7, 3, 1)


def test_who_is_in_charge_reads_what_was_told_to_whom_and_who_has_read_it(
    client: Client, coordinator: Account, officer: Account, programme: Programme
) -> None:
    day = date(2022, 7, 28)
    remind(day)
    mark_read(officer, notices_of(officer, day))
    shown = page(client, coordinator, programme, "told")
    assert "Sắp đến hạn: Nhiệm vụ II.1 hạn 31/7/2022, còn 1 ngày làm việc" in shown
    assert "cán bộ báo cáo, UBND huyện Mẫu" in shown
    assert "Trần Văn Thử" in shown
    assert "Nhiệm vụ II.1" not in page(client, officer, programme, "told")
