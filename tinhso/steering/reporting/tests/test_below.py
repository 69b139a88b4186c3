"""A commune that has nobody here is reported for by its district, which finds the report on its desk and is
reminded of it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import person
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.remind import remind
from tinhso.steering.following.inbox import unread
from tinhso.steering.following.models import Notice
from tinhso.steering.programmes.models import Programme, Task
from tinhso.steering.reporting.actions.open_round import open_round
from tinhso.steering.reporting.actions.remind_missing import remind_missing
from tinhso.steering.reporting.actions.send_report import approve, submit
from tinhso.steering.reporting.actions.write_report import TaskWords, save_task
from tinhso.steering.reporting.desk import reports_on_desk
from tinhso.steering.reporting.models import Report, Round, SentTask
from tinhso.steering.reporting.tests.conftest import CUT_OFF, LAST_DAY, hand, name

DAY = CUT_OFF


@pytest.fixture
def of_commune(planned: Round, task: Task, commune: Unit, coordinator: Account) -> Report:
    """Xã Mẫu leads the task too."""
    name(commune, task=task)
    return Report.objects.get(round=open_round(planned, hand(coordinator)), unit=commune)


def desk(account: Account, programme: Programme) -> dict[str, tuple[bool, bool]]:
    """Unit → whether the person is to write, to approve."""
    found = reports_on_desk(account, DAY, [programme])
    return {each.report.unit.key: (each.to_write, each.to_approve) for each in found}


def test_a_commune_is_reported_for_by_its_district(
    of_commune: Report, task: Task, officer: Account, head: Account, commune: Unit
) -> None:
    save_task(of_commune, task, TaskWords(said="doing", note="Xã đã lập tổ"), hand=hand(officer))
    submit(of_commune, "", hand(officer))
    approve(of_commune, "", hand(head))
    sent = SentTask.objects.get(submission__report=of_commune)
    assert sent.entry
    assert (sent.note, sent.entry.unit) == ("Xã đã lập tổ", commune)


def test_the_district_finds_it_on_its_desk(
    client: Client, of_commune: Report, programme: Programme, officer: Account, other_officer: Account
) -> None:
    assert desk(officer, programme) == {"huyen-mau": (True, False), "xa-mau": (True, False)}
    assert desk(other_officer, programme) == {"huyen-khac": (True, False)}
    client.force_login(officer)
    page = client.get(reverse("work:own")).content.decode()
    assert reverse("reports:report", args=(programme.pk, of_commune.pk)) in page


def test_a_commune_that_has_its_own_officer_writes_itself_and_the_districts_head_approves(
    of_commune: Report, task: Task, programme: Programme, officer: Account, head: Account, commune: Unit
) -> None:
    own = person("commune", "Lý Thị Xã", role=Role.UNIT_OFFICER, at=commune)
    assert "xa-mau" not in desk(officer, programme)
    assert "xa-mau" not in desk(head, programme)
    save_task(of_commune, task, TaskWords(said="ready"), hand=hand(own))
    submit(of_commune, "", hand(own))
    assert desk(head, programme)["xa-mau"] == (False, True)
    assert desk(own, programme) == {"xa-mau": (False, False)}


@pytest.mark.parametrize("by_hand", [True, False])
def test_the_district_is_reminded_of_it_and_not_the_department(
    of_commune: Report, coordinator: Account, officer: Account, head: Account, district: Unit, *, by_hand: bool
) -> None:
    """Those on whose desk it lies: its officers, and their head when it is late."""
    for day in (LAST_DAY, date(2022, 9, 27)):
        if by_hand:
            remind_missing(of_commune.round, hand(coordinator, day))
        else:
            remind(day)
    told = Notice.objects.filter(thing=f"report:{of_commune.pk}")
    assert set(told.values_list("unit", "verb")) == {(district.pk, "report"), (district.pk, "approve_report")}
    assert all(unread(each, LAST_DAY).filter(thing=f"report:{of_commune.pk}").exists() for each in (officer, head))
    assert not Notice.objects.filter(thing__startswith="reports:", words__contains="Xã Mẫu").exists()
