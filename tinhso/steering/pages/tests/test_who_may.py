"""Who may see a programme, who may bring a plan in, who may stand behind what was read."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
PAGES = ("board", "indicators", "tasks", "task_workbook", "plan_text")
OFFICIALS = ("coordinator", "officer", "other_officer", "head", "member", "chair", "registrar", "administrator")


@pytest.fixture(params=OFFICIALS)
def official(request: pytest.FixtureRequest) -> Account:
    found: Account = request.getfixturevalue(request.param)
    return found


def test_every_official_reads_the_programme(client: Client, official: Account, programme: Programme) -> None:
    client.force_login(official)
    answers = {page: client.get(reverse(f"pages:{page}", args=(programme.pk,))).status_code for page in PAGES}
    assert answers == dict.fromkeys(PAGES, 200)


def test_to_a_citizen_the_programme_does_not_exist(client: Client, citizen: Account, programme: Programme) -> None:
    client.force_login(citizen)
    answers = {page: client.get(reverse(f"pages:{page}", args=(programme.pk,))).status_code for page in PAGES}
    assert answers == dict.fromkeys(PAGES, 404)
    assert programme.name not in client.get(reverse("pages:programmes")).content.decode()


def test_only_the_coordinator_and_the_administrator_bring_plans_in(client: Client, official: Account) -> None:
    client.force_login(official)
    allowed = official.username in {"coordinator", "administrator"}
    assert client.get(reverse("pages:receive")).status_code == (200 if allowed else 403)
    assert client.post(reverse("pages:receive"), {"text": "KẾ HOẠCH"}).status_code != 500
    assert (reverse("pages:receive") in client.get(reverse("pages:programmes")).content.decode()) is allowed


def test_an_item_of_another_programme_is_not_found_here(
    client: Client, coordinator: Account, programme: Programme
) -> None:
    client.force_login(coordinator)
    task = Task.objects.filter(programme=programme)[0]
    assert client.get(reverse("pages:task", args=(programme.pk + 1, task.pk))).status_code == 404
