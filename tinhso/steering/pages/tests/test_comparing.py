"""A corrected document beside the programme: what is new, gone, changed; a person decides, nothing is doubled."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.large import stored
from tests.readings import month
from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.tests.conftest import plan
from tinhso.steering.programmes.models import PlanDocument, Programme, Task
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


def test_the_comparison_shows_what_is_new_and_what_is_gone(client: Client, coordinator: Account, address: str) -> None:
    client.force_login(coordinator)
    shown = {each.change.text: each.words for kind in client.get(address).context["kinds"] for each in kind.changes}
    assert shown == {
        "Tổ chức tập huấn cho cán bộ xã": "Mới",
        "Xây dựng phần mềm quản lý nhà trọ": "Không còn",
    }


def test_only_what_is_ticked_is_applied(
    client: Client, coordinator: Account, address: str, programme: Programme
) -> None:
    client.force_login(coordinator)
    changes = [each.change for kind in client.get(address).context["kinds"] for each in kind.changes]
    ticked = [change.key for change in changes if change.what == "new"]
    client.post(address, {"version": programme.version, "apply": ticked})
    present = set(Task.objects.current().values_list("code", flat=True))
    assert {"II.3", "II.6"} <= present


def test_whoever_applies_second_is_told(
    client: Client, coordinator: Account, address: str, programme: Programme
) -> None:
    client.force_login(coordinator)
    assert client.post(address, {"version": programme.version, "apply": []}).status_code == 302
    assert client.post(address, {"version": programme.version, "apply": []}).status_code == 409


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
