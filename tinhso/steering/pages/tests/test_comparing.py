"""A corrected document beside the programme: what is new, gone, changed; a person decides, nothing is doubled."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from tests.large import stored
from tests.readings import month
from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.changes import Shown
from tinhso.steering.pages.tests.conftest import plan
from tinhso.steering.programmes.editing.correct import correct
from tinhso.steering.programmes.editing.wanted import Wanted
from tinhso.steering.programmes.models import Decision, PlanDocument, Programme, Task
from tinhso.steering.programmes.vault import keep

pytestmark = pytest.mark.django_db


@pytest.fixture
def corrected(programme: Programme) -> PlanDocument:
    """The plan with one task more and one reworded."""
    writer = plan()
    writer.task("II.6", "Tổ chức tập huấn cho cán bộ xã", deadline=month(10))
    writer.tasks = [task for task in writer.tasks if task.code != "II.3"]
    reading = writer.reading()
    document = stored(reading, "ban-sua.txt")
    keep(reading.text.encode(), document.place)
    return document


@pytest.fixture
def address(programme: Programme, corrected: PlanDocument) -> str:
    return reverse("pages:compare", args=(programme.pk, corrected.pk))


def changes(client: Client, address: str) -> dict[str, Shown]:
    """The changes on the page by what became of the item."""
    return {each.change.what: each for kind in client.get(address).context["kinds"] for each in kind.changes}


def test_the_comparison_shows_what_is_new_and_what_is_gone(client: Client, coordinator: Account, address: str) -> None:
    client.force_login(coordinator)
    shown = {each.change.text: each.words for each in changes(client, address).values()}
    assert shown == {
        "Tổ chức tập huấn cho cán bộ xã": "Mới",
        "Xây dựng phần mềm quản lý nhà trọ": "Không còn",
    }


def test_each_change_is_decided_by_itself_and_the_decision_is_kept(
    client: Client, coordinator: Account, address: str
) -> None:
    client.force_login(coordinator)
    new = changes(client, address)["new"].change.key
    answer = client.post(address, {new: "take"}, headers={"HX-Request": "true"})
    assert "<strong>1/2</strong>" in answer.content.decode()
    kept = changes(client, address)["new"]
    assert (kept.choice, kept.decision and kept.decision.by) == ("take", coordinator)
    assert not Task.objects.filter(code="II.6").exists()


def test_what_is_decided_whole_is_applied_with_who_decided(
    client: Client, coordinator: Account, address: str, programme: Programme
) -> None:
    client.force_login(coordinator)
    found = {what: each.change.key for what, each in changes(client, address).items()}
    refused = client.post(address, {"version": programme.version, found["new"]: "take", "viec": "ap-dung"})
    assert (refused.status_code, "Còn 1 thay đổi" in refused.content.decode()) == (409, True)
    client.post(address, {"version": programme.version, found["gone"]: "keep", "viec": "ap-dung"})
    present = set(Task.objects.current().values_list("code", flat=True))
    assert {"II.3", "II.6"} <= present
    told = programme.revisions.get(number=1).changes
    assert {each["what"]: (each["applied"], each["decided_by"]) for each in told} == {
        "new": (True, "Nguyễn Thị Thử"),
        "gone": (False, "Nguyễn Thị Thử"),
    }
    assert not Decision.objects.exists()


def test_what_nobody_decided_is_taken_at_once_but_for_what_a_person_changed(
    client: Client, coordinator: Account, address: str, programme: Programme
) -> None:
    item = Task.objects.get(code="II.3")
    correct(item, Wanted(columns={"text": "Lời của cán bộ"}), by=coordinator, version=item.version)
    client.force_login(coordinator)
    client.post(address, {"viec": "lay-con-lai"})
    shown = changes(client, address)
    assert (shown["new"].choice, shown["gone"].choice) == ("take", "")
    assert shown["gone"].ours == "Lời của cán bộ"


def test_whoever_applies_second_is_told(
    client: Client, coordinator: Account, address: str, programme: Programme
) -> None:
    client.force_login(coordinator)
    sent = {each.change.key: "keep" for each in changes(client, address).values()}
    assert client.post(address, {**sent, "version": programme.version, "viec": "ap-dung"}).status_code == 302
    assert client.post(address, {**sent, "version": programme.version, "viec": "ap-dung"}).status_code == 409


def test_a_reworded_task_stands_old_beside_new_with_only_the_words_marked_that_differ(
    client: Client, coordinator: Account, programme: Programme
) -> None:
    reading = plan().reading()
    text = "Xây dựng phần mềm quản lý nhà trọ, khu lưu trú"
    tasks = [replace(each, text=text, deadline=month(10)) if each.code == "II.3" else each for each in reading.tasks]
    document = stored(replace(reading, tasks=tuple(tasks)), "ban-sua.txt")
    keep(reading.text.encode(), document.place)
    client.force_login(coordinator)
    page = client.get(reverse("pages:compare", args=(programme.pk, document.pk))).content.decode()
    chip, old, new = re.split("<h3>Bản đang dùng</h3>|<h3>Bản mới</h3>", page.partition('<fieldset class="change">')[2])
    assert "Thay đổi" in chip
    assert "Xây dựng phần mềm quản lý nhà <del>trọ</del></p>" in old
    assert "Xây dựng phần mềm quản lý nhà <ins>trọ, khu lưu trú</ins></p>" in new
    assert "<del>(trống)</del>" in old
    assert "<ins>trong tháng 10/2022" in new


def test_an_officer_of_a_unit_may_not_compare(client: Client, officer: Account, address: str) -> None:
    client.force_login(officer)
    assert client.get(address).status_code == 403


def test_a_document_whose_file_is_gone_is_told_in_a_sentence(
    client: Client, coordinator: Account, programme: Programme
) -> None:
    client.force_login(coordinator)
    answer = client.get(reverse("pages:compare", args=(programme.pk, programme.document_id)))
    assert answer.status_code == 410
    assert "Không còn tệp" in answer.content.decode()
