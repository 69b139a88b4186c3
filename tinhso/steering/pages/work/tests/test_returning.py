"""A report sent back, on the screen: by the head with a reason, said anew by the officer from his own work."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.programmes.models import Task

pytestmark = pytest.mark.django_db
WHY = "Chưa nêu kinh phí"


@pytest.fixture
def entry(task: Task, officer: Account) -> ProgressEntry:
    return report_progress(task, Progress(said="doing", note="Đã có dự thảo"), Hand(officer))


def shown(client: Client, account: Account, address: str) -> str:
    client.force_login(account)
    return unescape(client.get(address).content.decode())


def page(task: Task) -> str:
    return reverse("pages:task", args=(task.programme_id, task.pk))


def returning(entry: ProgressEntry) -> str:
    return f"{reverse('work:act', args=(entry.task.programme_id, entry.task_id, 'tra-lai-tien-do'))}?ve={entry.pk}"


def test_the_head_returns_it_from_the_page_and_the_officer_says_it_anew_from_his_work(
    client: Client, task: Task, entry: ProgressEntry, head: Account, officer: Account
) -> None:
    assert returning(entry) in shown(client, head, page(task))
    assert "Đã có dự thảo" in shown(client, head, returning(entry))
    client.post(returning(entry), {"reason": WHY, "ve": entry.pk})
    own = shown(client, officer, "/viec-cua-toi")
    assert f"Cập nhật tiến độ bị trả lại: {WHY}" in own
    form = re.search(r'href="([^"]*/sua-tien-do[^"]*)"', own)
    assert form
    assert "Đã có dự thảo</textarea>" in shown(client, officer, form[1])
    client.post(form[1], {"said": "doing", "note": "Thêm kinh phí", "ve": entry.pk})
    assert WHY not in shown(client, officer, "/viec-cua-toi")
    whole = shown(client, officer, page(task))
    assert all(words in whole for words in ("(bị trả lại)", "Đã có dự thảo", "Thêm kinh phí", WHY))


def test_the_page_says_that_it_was_returned_why_and_by_whom(
    client: Client, task: Task, entry: ProgressEntry, head: Account, officer: Account
) -> None:
    client.force_login(head)
    client.post(returning(entry), {"reason": WHY, "ve": entry.pk})
    seen = shown(client, officer, page(task))
    assert "Phạm Văn Mẫu trả lại cập nhật ngày" in seen
    assert "Sửa và gửi lại" in seen
    assert "Trả lại</a>" not in shown(client, head, page(task))


def test_a_return_without_a_reason_is_told_beside_the_field(
    client: Client, entry: ProgressEntry, head: Account
) -> None:
    client.force_login(head)
    answer = client.post(returning(entry), {"reason": " ", "ve": entry.pk})
    assert answer.status_code == 422
    entry.refresh_from_db()
    assert not entry.is_returned


def test_nobody_is_offered_to_return_what_is_his_own_or_not_his_to_judge(
    client: Client, task: Task, entry: ProgressEntry, head: Account, officer: Account, coordinator: Account
) -> None:
    assert not any("tra-lai-tien-do" in shown(client, who, page(task)) for who in (officer, coordinator))
    head.roles.all().delete()
    assert "tra-lai-tien-do" in shown(client, coordinator, page(task))
