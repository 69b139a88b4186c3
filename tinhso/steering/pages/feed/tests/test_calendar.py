"""Due days in people's own calendars: read back as a calendar program reads them."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar, Component
from pytest_django import Settings

from tests.furnished import Keys, furnish
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.exchange.feeds import feed_for, renew, word_of
from tinhso.kernel.exchange.models import CalendarFeed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.ask_unit import Wanted, ask_unit
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.feed.report_days import days_of
from tinhso.steering.programmes.models import Duty, Programme, Task
from tinhso.steering.programmes.task_queries import TaskQuerySet

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def keys(settings: Settings, tmp_path: Path, province: Unit, citizen: Account, coordinator: Account) -> Keys:
    settings.HOME = tmp_path
    return furnish(province, citizen, by=coordinator)


@pytest.fixture
def lead(keys: Keys, officer: Account) -> Account:
    """An officer of the unit that leads the tasks of the small plan, one of which is due today."""
    unit = Unit.objects.get(key="so-tttt")
    RoleAssignment.objects.create(account=officer, role=Role.UNIT_OFFICER, unit=unit, valid_from=date(2022, 1, 1))
    Task.objects.update(due_on=None)
    the_task(keys).update(due_on=TODAY, due_before=False)
    return officer


def the_task(keys: Keys) -> TaskQuerySet:
    return Task.objects.filter(pk=int(str(keys["task"])))


def address(account: Account, unit: Unit | None = None) -> str:
    return f"/lich/{word_of(feed_for(account, unit))}.ics"


def events(client: Client, account: Account, unit: Unit | None = None) -> dict[str, Component]:
    """UID → event, of things with a day about now; the calendar is parsed as RFC 5545 says."""
    answer = client.get(address(account, unit))
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    calendar = Calendar.from_ical(answer.content)
    found = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    return {uid: event for uid, event in found.items() if not uid.startswith("report-")}


def test_a_task_stands_on_its_day_in_the_calendar_of_who_leads_it(client: Client, keys: Keys, lead: Account) -> None:
    (event,) = events(client, lead).values()
    assert str(event["uid"]) == f"task-{keys['task']}@tinhso"
    assert (event.decoded("dtstart"), event["dtstart"].params["VALUE"]) == (TODAY, "DATE")
    assert str(event["url"]).endswith(f"/chuong-trinh/{keys['programme']}/nhiem-vu/{keys['task']}")


def test_another_unit_has_nothing_in_its_calendar(client: Client, lead: Account, other_officer: Account) -> None:
    assert events(client, other_officer) == {}


def test_a_unit_has_a_calendar_of_its_own(client: Client, lead: Account, chair: Account) -> None:
    assert len(events(client, chair, Unit.objects.get(key="so-tttt"))) == 1


def test_a_change_is_the_same_event_on_another_day(client: Client, keys: Keys, lead: Account) -> None:
    before = events(client, lead)
    the_task(keys).update(due_on=date(TODAY.year + 1, 3, 5), version=7)
    after = events(client, lead)
    assert after.keys() == before.keys()
    (event,) = after.values()
    assert (event.decoded("dtstart"), event["sequence"]) == (date(TODAY.year + 1, 3, 5), 7)


def test_what_the_plan_no_longer_orders_is_cancelled_and_what_is_done_says_so(
    client: Client, keys: Keys, lead: Account
) -> None:
    the_task(keys).update(completed_on=TODAY)
    (event,) = events(client, lead).values()
    assert str(event["summary"]).startswith("Đã xong")
    the_task(keys).update(withdrawn_at=timezone.now())
    (event,) = events(client, lead).values()
    assert event["status"] == "CANCELLED"


def test_before_a_day_means_the_day_before_where_the_programme_says_so(
    client: Client, keys: Keys, lead: Account
) -> None:
    the_task(keys).update(due_before=True)
    Programme.objects.update(named_day_is_late=True)
    (event,) = events(client, lead).values()
    assert event.decoded("dtstart") == date.fromordinal(TODAY.toordinal() - 1)


def test_what_another_unit_asks_stands_in_the_calendar_of_the_one_asked(
    client: Client, keys: Keys, lead: Account, other_officer: Account, other_district: Unit
) -> None:
    wanted = Wanted(unit=other_district, what="Gửi số liệu", due_on=TODAY)
    ask_unit(the_task(keys).get(), wanted, Hand(lead))
    (event,) = events(client, other_officer).values()
    assert str(event["summary"]) == "Hạn phối hợp: Gửi số liệu"


def test_a_quarterly_report_is_due_four_times_a_year() -> None:
    programme = Programme(starts_on=date(2022, 1, 1), ends_on=date(2022, 12, 31), named_day_is_late=False)
    duty = Duty(programme=programme, frequency="quarterly", day=20, before=True)
    assert days_of(duty) == [date(2022, month, 20) for month in (3, 6, 9, 12)]


def test_what_has_not_changed_is_not_sent_again(client: Client, lead: Account) -> None:
    tag = client.get(address(lead))["ETag"]
    assert client.get(address(lead), headers={"If-None-Match": tag}).status_code == 304


def test_a_renewed_address_and_a_closed_account_open_nothing(client: Client, lead: Account) -> None:
    former = address(lead)
    renew(feed_for(lead, None))
    assert client.get(former).status_code == 404
    assert client.get("/lich/1-xxxxxxxxxxxxxxxxxxxxxxxx.ics").status_code == 404
    present = address(lead)
    Account.objects.filter(pk=lead.pk).update(is_active=False)
    assert client.get(present).status_code == 404


def test_the_page_makes_an_address_once_and_changes_it(client: Client, lead: Account) -> None:
    client.force_login(lead)
    for _ in range(2):
        client.post("/lich/dia-chi", {"unit": ""})
    feed = CalendarFeed.objects.get(account=lead)
    assert word_of(feed) in client.get("/lich").content.decode()
    client.post("/lich/dia-chi", {"unit": "", "deed": "renew"})
    assert word_of(feed) not in client.get("/lich").content.decode()
