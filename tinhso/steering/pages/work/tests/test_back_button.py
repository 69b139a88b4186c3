"""The browser's "back" shows the form as it was, key and all: what is typed there is not lost, nothing is doubled."""

import os
from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.fixtures import SignIn
from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.models import Comment, ProgressEntry
from tinhso.steering.programmes.models import Task


@pytest.fixture(scope="module")
def browser(browser: Browser) -> Iterator[Browser]:
    """With its back/forward cache, which Playwright switches off unless told not to."""
    found = chromium.find()
    assert found
    running = browser.browser_type.launch(
        executable_path=found.program,
        env={**os.environ, **found.environment},
        args=["--disable-dev-shm-usage"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield running
    running.close()


@pytest.fixture
def desk(sign_in: SignIn, officer: Account) -> Page:
    """The lead's officer at his browser."""
    return sign_in(officer)


def form(task: Task, doing: str) -> str:
    return reverse("work:act", args=(task.programme_id, task.pk, doing))


def say(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Nội dung").fill(words)
    page.get_by_role("button", name="Gửi trao đổi").or_(page.get_by_role("button", name="Gửi", exact=True)).click()


def said() -> list[str]:
    return list(Comment.objects.values_list("note", flat=True))


def test_other_words_after_back_are_told_of_and_then_kept(desk: Page, task: Task, complaints: list[str]) -> None:
    desk.goto(form(task, "trao-doi"))
    desk.evaluate("addEventListener('pageshow', (shown) => { window.cameFromCache = shown.persisted })")
    say(desk, "Lời một")
    expect(desk.get_by_role("status")).to_contain_text("Đã gửi lời trao đổi")
    desk.go_back(wait_until="commit")
    assert desk.evaluate("window.cameFromCache")
    say(desk, "Lời hai")
    expect(desk.get_by_role("alert")).to_contain_text("nội dung đang gõ chưa ghi")
    say(desk, desk.get_by_role("textbox", name="Nội dung").input_value())
    expect(desk.get_by_role("status")).to_contain_text("Đã gửi lời trao đổi")
    assert said() == ["Lời một", "Lời hai"]
    # The browser complains of the answer's status, 409.
    complaints.clear()


def test_a_report_sent_again_after_back_is_written_once(desk: Page, task: Task) -> None:
    desk.goto(form(task, "tien-do"))
    desk.get_by_label("Đang thực hiện").check()
    desk.get_by_label("Đã làm được gì").fill("Đã có dự thảo")
    for _time in range(2):
        desk.get_by_role("button", name="Gửi cập nhật").click()
        expect(desk.get_by_role("status")).to_contain_text("Đã ghi cập nhật")
        desk.go_back(wait_until="commit")
    assert ProgressEntry.objects.count() == 1


def test_words_that_back_brings_anew_are_written_once(desk: Page, task: Task) -> None:
    desk.goto(reverse("pages:task", args=(task.programme_id, task.pk)))
    say(desk, "Lời một")
    expect(desk.get_by_role("status")).to_contain_text("Đã gửi lời trao đổi")
    desk.go_back(wait_until="commit")
    words = desk.get_by_role("textbox", name="Nội dung")
    # The page is fetched anew, and the browser puts back what had been typed.
    expect(words).to_have_value("Lời một")
    desk.get_by_role("button", name="Gửi trao đổi").click()
    expect(desk.get_by_role("status")).to_contain_text("Đã gửi lời trao đổi")
    assert said() == ["Lời một"]
