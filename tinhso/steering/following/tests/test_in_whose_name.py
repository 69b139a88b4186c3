"""What somebody does by a delegation stands in the history in the name of who delegated it."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import lend, person
from tests.console import Capture, say
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.audit.models import Entry
from tinhso.kernel.audit.origin import acting
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.discuss import comment
from tinhso.steering.following.actions.give_work import Order, give_work
from tinhso.steering.following.actions.report_progress import Progress, approve_progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed, Notice, ProgressEntry
from tinhso.steering.programmes.models import Task

pytestmark = pytest.mark.django_db
DOING = Progress(said="doing", note="Đã có dự thảo")
BOTH = "Trần Văn Thử thay mặt Phạm Văn Mẫu"


@pytest.fixture
def deputy(head: Account, officer: Account) -> Account:
    """The officer, who acts for the head of his unit."""
    lend(head, officer)
    return Account.objects.get(pk=officer.pk)


@pytest.fixture
def approved(task: Task, deputy: Account, colleague: Account) -> Deed:
    """What a colleague wrote, approved by the deputy."""
    type(task.programme).objects.update(head_approves=True)
    entry = report_progress(task, DOING, Hand(colleague))
    return approve_progress(entry, Hand(deputy)).followed_by.get()


def test_what_only_the_head_may_is_the_deputys_deed_in_the_heads_name(approved: Deed, head: Account) -> None:
    assert (approved.in_name_of, approved.who) == (head, BOTH)


def test_what_the_deputy_may_himself_is_his_own(task: Task, deputy: Account) -> None:
    entry = report_progress(task, DOING, Hand(deputy))
    assert (entry.in_name_of, entry.who) == (None, "Trần Văn Thử")


def test_the_unit_tells_where_the_person_has_the_same_right_at_another(
    task: Task, commune: Unit, district: Unit, head: Account
) -> None:
    clerk = person("clerk", "Cao Thị Thử", role=Role.UNIT_OFFICER, at=commune)
    lend(head, clerk)
    with acting(actor="clerk", source="trang web"):
        entry = report_progress(task, DOING, Hand(clerk))
    assert (entry.in_name_of, entry.unit) == (head, district)
    assert Entry.objects.of_row(entry).order_by("pk")[0].source == "trang web, thay mặt head"


def test_one_deed_in_somebodys_name_does_not_colour_the_next(
    task: Task, with_products: Task, commune: Unit, head: Account
) -> None:
    clerk = person("clerk", "Cao Thị Thử", role=Role.UNIT_OFFICER, at=commune)
    lend(head, clerk)
    with_products.assignments.filter(role="lead").update(unit=commune)
    with acting(actor="clerk", source="trang web"):
        report_progress(task, DOING, Hand(clerk))
        own = report_progress(with_products, DOING, Hand(clerk))
    assert own.in_name_of is None
    assert Entry.objects.of_row(own).order_by("pk")[0].source == "trang web"


def test_who_watches_by_a_delegation_speaks_in_the_members_name(
    task: Task, member: Account, department_in_charge: Unit
) -> None:
    clerk = person("clerk", "Cao Thị Thử", role=Role.REGISTRAR, at=department_in_charge)
    lend(member, clerk)
    said = comment(task, "Đề nghị báo cáo", Hand(clerk))
    assert (said.in_name_of, said.unit) == (member, department_in_charge)


def test_page_and_notice_name_both(client: Client, approved: Deed, task: Task, head: Account) -> None:
    client.force_login(head)
    assert BOTH in client.get(reverse("pages:task", args=(task.programme_id, task.pk))).content.decode()
    Notice.objects.create(task=task, deed=approved, kind="decided", words="Đã duyệt", account=head, key="k")
    assert BOTH in client.get(reverse("work:notices")).content.decode()


def test_who_is_given_work_reads_in_whose_name(task: Task, commune: Unit, head: Account, colleague: Account) -> None:
    clerk = person("clerk", "Cao Thị Thử", role=Role.UNIT_OFFICER, at=commune)
    lend(head, clerk)
    give_work(task, Order(person=colleague, wanted="Soạn dự thảo"), Hand(clerk))
    assert Notice.objects.get(account=colleague).words == "Cao Thị Thử thay mặt Phạm Văn Mẫu giao: Soạn dự thảo"


def test_other_systems_and_the_command_line_are_told(
    client: Client, capsys: Capture, approved: Deed, task: Task, head: Account
) -> None:
    client.force_login(head)
    told = client.get(f"/api/v1/deeds/{approved.pk}").json()
    assert (told["account"], told["in_name_of"]) == ("officer", "head")
    words = ("task", task.programme.code, task.code)
    deeds = json.loads(say(capsys, *words, "--json")[1])["deeds"]
    assert [deed["in_name_of"] for deed in deeds] == [None, "head"]
    assert "officer thay mặt head" in say(capsys, *words)[1]


def test_an_entry_of_before_has_nobody_beside_it(task: Task, officer: Account) -> None:
    assert ProgressEntry(task=task, kind=Deed.Kind.PROGRESS, account=officer).who == "Trần Văn Thử"
