"""What is new since I last looked, who is silent, and what a chair orders."""

from copy import copy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import person
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Notice, ProgressEntry
from tinhso.steering.following.news import ChangeKind
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.watching.changes import news_of
from tinhso.steering.pages.watching.looking import VISIT, window_of
from tinhso.steering.pages.watching.models import Look
from tinhso.steering.pages.watching.silence import silent_units
from tinhso.steering.programmes.counts import by_unit
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
JUNE = date(2022, 6, 30)


@pytest.fixture
def lead(bodies: list[Unit]) -> Account:
    """Officer of Công an tỉnh, which leads II.3."""
    return person("can-bo-cong-an", "Đỗ Văn Thử", role=Role.UNIT_OFFICER, at=bodies[1])


def seen(programme: Programme, account: Account, day: date | None = None) -> Asked:
    today = timezone.localdate()
    return Asked(programme, account, day or today, today)


def report(programme: Programme, by: Account, said: str, *, at: datetime | None = None) -> ProgressEntry:
    task = Task.objects.get(programme=programme, code="II.3")
    hand = Hand(by, at=at or timezone.now())
    return report_progress(task, Progress(said=said, note="Chưa có kinh phí"), hand)


def test_what_is_new_is_told_since_the_visit_before_this_one(
    programme: Programme, chair: Account, lead: Account
) -> None:
    first = window_of(seen(programme, chair))
    assert window_of(seen(programme, chair)) == first
    Look.objects.update(visited_at=timezone.now() - VISIT)
    before = Look.objects.get().visited_at
    assert window_of(seen(programme, chair)).since == before
    report(programme, lead, ProgressEntry.Said.STUCK)
    news = news_of(seen(programme, chair))
    assert [(kind, figure.count) for kind, figure in news.kinds] == [(ChangeKind.STUCK, 1)]
    assert news.lines[0].note == "Chưa có kinh phí"


def test_each_person_has_an_own_last_look(programme: Programme, chair: Account, member: Account) -> None:
    for account in (chair, member):
        window_of(seen(programme, account))
    Look.objects.filter(account=chair).update(visited_at=timezone.now() - 2 * VISIT)
    assert window_of(seen(programme, chair)).personal
    assert not window_of(seen(programme, member)).personal


def test_the_silent_who_owe_as_much_stay_in_the_order_of_the_alphabet(programme: Programme, chair: Account) -> None:
    about, roster = seen(programme, chair, JUNE), Roster.on(JUNE)
    count = by_unit(Task.objects.filter(programme=programme), JUNE, roster)[0]
    as_counted = [replace(count, unit=replace_name(count.unit, name)) for name in ("Sở Đất đai", "Sở Việc làm")]
    silent = silent_units(about, roster, as_counted)
    assert [each.name for each in silent] == ["Sở Đất đai", "Sở Việc làm"]
    assert silent[0].address == reverse("units:unit", args=(count.unit.unit.key,))


def replace_name(version: UnitVersion, name: str) -> UnitVersion:
    renamed = copy(version)
    renamed.name, renamed.short_name = name, ""
    return renamed


def test_who_has_not_looked_before_is_told_of_whole_days(programme: Programme, chair: Account) -> None:
    assert window_of(seen(programme, chair, JUNE)).told == "01/6/2022"
    first = window_of(seen(programme, chair))
    assert first.told.count(":") == 0
    Look.objects.update(visited_at=datetime(2022, 6, 20, 2, 5, tzinfo=UTC))
    assert window_of(seen(programme, chair)).told == "09:05 20/6/2022"


def test_on_another_day_the_month_before_it_is_told(programme: Programme, chair: Account, lead: Account) -> None:
    report(programme, lead, ProgressEntry.Said.DOING, at=datetime(2022, 6, 20, 3, tzinfo=UTC))
    told = news_of(seen(programme, chair, JUNE))
    assert [kind for kind, _figure in told.kinds] == [ChangeKind.PROGRESS]
    assert news_of(seen(programme, chair, JUNE - timedelta(days=60))).kinds == []


def test_a_unit_that_says_something_is_not_silent(
    programme: Programme, chair: Account, lead: Account, bodies: list[Unit]
) -> None:
    def silent(day: date) -> set[str]:
        return {each.name for each in silent_units(seen(programme, chair, day), Roster.on(day))}

    report(programme, lead, ProgressEntry.Said.UNCHANGED, at=datetime(2022, 6, 20, 3, tzinfo=UTC))
    assert silent(JUNE) == {"Sở Thông tin và Truyền thông", "Sở Thường trực Mẫu"}
    late = JUNE + timedelta(days=programme.silence_days)
    assert "Công an tỉnh" in silent(late)


def test_the_chair_orders_and_the_unit_that_leads_is_told(
    client: Client, programme: Programme, chair: Account, bodies: list[Unit]
) -> None:
    client.force_login(chair)
    address = reverse("watching:direct", args=(programme.pk,))
    order = {"text": "Báo cáo về camera an ninh", "lead": str(bodies[1].pk), "due_on": "15/7/2022"}
    for _click in range(2):
        assert client.post(address, order).status_code == 302
    task = Task.objects.get(programme=programme, origin=Task.Origin.DIRECTIVE)
    assert (task.code, task.due_on) == ("CĐ-1", date(2022, 7, 15))
    assert Notice.objects.get().unit == bodies[1]


def test_an_order_without_a_lead_keeps_what_was_typed(client: Client, programme: Programme, chair: Account) -> None:
    client.force_login(chair)
    answer = client.post(reverse("watching:direct", args=(programme.pk,)), {"text": "Báo cáo về camera"})
    assert answer.status_code == 422
    assert "Báo cáo về camera" in answer.content.decode()


def test_only_the_chair_is_offered_to_order(
    client: Client, programme: Programme, chair: Account, coordinator: Account
) -> None:
    for account, offered in ((chair, True), (coordinator, False)):
        client.force_login(account)
        board = client.get(reverse("pages:board", args=(programme.pk,))).content.decode()
        assert ("Giao chỉ đạo" in board) is offered
