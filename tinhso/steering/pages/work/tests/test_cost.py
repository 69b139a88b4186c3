"""Busy pages ask the database no more than quiet ones."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.ask_unit import Wanted, ask_unit
from tinhso.steering.following.actions.discuss import comment
from tinhso.steering.following.actions.give_work import Order, give_work
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.evidencing import Proof
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
MOST = 60
#: What the page of one's own work asks, with everything on it.
FEW = 21


def worked(task: Task, officer: Account, other: Unit, *, times: int) -> None:
    """So many of everything that people do about a task."""
    for number in range(times):
        proof = Proof(link=f"https://example.vn/{number}")
        report_progress(task, Progress(said="doing", note=f"Lần {number}", proofs=(proof,)), Hand(officer))
        give_work(task, Order(person=officer, wanted=f"Phần {number}"), Hand(officer))
        ask_unit(task, Wanted(unit=other, what=f"Ý kiến {number}", due_on=task.programme.ends_on), Hand(officer))
        comment(task, f"@head xem lời {number}", Hand(officer))


@pytest.mark.parametrize("page", ["task", "own", "notices"])
def test_a_busy_page_asks_no_more_than_a_quiet_one(
    client: Client, task: Task, officer: Account, head: Account, page: str
) -> None:
    address = {
        "task": reverse("pages:task", args=(task.programme_id, task.pk)),
        "own": "/viec-cua-toi",
        "notices": "/thong-bao",
    }[page]
    helper = task.assignments.get(role="cooperator").unit
    assert helper
    client.force_login(head if page == "notices" else officer)
    counts = []
    for times in (2, 8):
        worked(task, officer, helper, times=times)
        counts.append(asked(client, address))
    assert counts[0] == counts[1] <= MOST


def asked(client: Client, address: str) -> int:
    """How many queries the page makes when it is opened again."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_the_names_that_a_task_shows_come_with_it(client: Client, task: Task, officer: Account, head: Account) -> None:
    client.force_login(officer)
    address = reverse("pages:task", args=(task.programme_id, task.pk))
    Task.objects.filter(pk=task.pk).update(acceptance="proposed", accepted_by=None, accepted_at=None, parent=None)
    alone = asked(client, address)
    parent = Task.objects.create(programme=task.programme, position=900, code="IX.1", text="Việc lớn")
    now = task.programme.created_at
    Task.objects.filter(pk=task.pk).update(acceptance="accepted", accepted_by=head, accepted_at=now, parent=parent)
    page = client.get(address).content.decode()
    assert "IX.1 Việc lớn" in page
    assert page.count(str(head)) == 1
    assert asked(client, address) == alone


def test_what_waits_for_a_head_costs_no_query_more_for_each_thing(
    client: Client, task: Task, officer: Account, head: Account, colleague: Account
) -> None:
    Programme.objects.update(head_approves=True)
    address, counts = "/viec-cua-toi", []
    client.force_login(head)
    for times in (1, 3):
        for number in range(times):
            report_progress(task, Progress(said="doing", note=f"Chờ duyệt {number}"), Hand(officer))
            give_work(task, Order(person=head, wanted=f"Phần {number}"), Hand(officer))
        Deed.objects.filter(in_name_of=None, account=officer).update(in_name_of=colleague)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            shown = client.get(address).content.decode()
        assert shown.count(f"{officer} thay mặt {colleague}: Chờ duyệt") >= times
        assert shown.count(f"{officer} thay mặt {colleague} giao: Phần") >= times
        counts.append(len(queries))
    assert counts[0] == counts[1] <= FEW
