"""What waits for a head is offered to the head of the unit that wrote it, on the task's page and on his own."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
VERB = "duyet-tien-do"


@pytest.fixture
def theirs(task: Task, other_officer: Account) -> ProgressEntry:
    """What Huyện Khác says of a task that it leads beside Huyện Mẫu, and waits for its head."""
    Programme.objects.update(head_approves=True)
    task.assignments.filter(role="cooperator").update(role="lead")
    return report_progress(task, Progress(said="doing", note="Đã họp"), Hand(other_officer))


def offered(client: Client, account: Account, task: Task) -> set[str]:
    """On which of the two pages the person finds the verb."""
    client.force_login(account)
    pages = {"task": reverse("pages:task", args=(task.programme_id, task.pk)), "own": "/viec-cua-toi"}
    return {name for name, address in pages.items() if VERB in client.get(address).content.decode()}


def approve(client: Client, account: Account, entry: ProgressEntry) -> int:
    client.force_login(account)
    address = reverse("work:act", args=(entry.task.programme_id, entry.task_id, VERB))
    return client.post(address, {"ve": entry.pk}).status_code


def test_the_head_of_the_unit_that_wrote_is_offered_it_and_may(
    client: Client, task: Task, theirs: ProgressEntry, head: Account, other_head: Account, coordinator: Account
) -> None:
    found = [offered(client, who, task) for who in (head, coordinator, other_head)]
    assert found == [set(), set(), {"task", "own"}]
    assert [approve(client, who, theirs) for who in (head, coordinator, other_head)] == [403, 403, 302]


def test_where_it_has_no_head_who_watches_is_offered_it_and_may(
    client: Client, task: Task, theirs: ProgressEntry, head: Account, coordinator: Account, chair: Account
) -> None:
    found = [offered(client, who, task) for who in (head, coordinator, chair)]
    assert found == [set(), {"task", "own"}, {"task", "own"}]
    assert [approve(client, who, theirs) for who in (head, coordinator)] == [403, 302]
