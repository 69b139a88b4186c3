"""Every page of the installation on a phone whose browser runs no script: it opens, it fits, it says what it is."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.fixtures import CheckAxe, SignIn, fits, size
from tests.furnished import Keys, addresses, furnish
from tests.house.sources import files, name
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.pages.task_columns import COLUMNS

#: Shown only when something went wrong; tests of the shell open them.
ON_REFUSAL = {"web/conflict.html", "web/failure.html", "web/problem.html", "web/resume.html"}
#: Shown while one comes in, or once in answer to a button; tests of the door open them.
ON_THE_WAY = {
    "door/codes.html",
    "door/confirm.html",
    "door/own_password.html",
    "door/second_step.html",
    "door/set_up.html",
    "own/codes.html",
    "own/link.html",
    "web/account_link.html",
}


#: Answers to a form that was sent, and a part that only a script asks for; tests of their own open them.
ON_SENDING = {"bulk/bulk.html", "review/accepted.html", "review/pane.html"}
#: The body of a letter, which no address shows; tests of the post open it.
IN_LETTERS = {"mail/letter.html"}
#: For those who report for a unit; ``tests/doors/test_forms.py`` walks them.
FOR_A_UNIT = {"reports/act.html", "duties/record.html"}
#: Every column of the list of tasks.
EVERY_COLUMN = {"cot": [column.key for column in COLUMNS]}


@pytest.fixture
def keys(settings: Settings, tmp_path: Path, province: Unit, administrator: Account, coordinator: Account) -> Keys:
    settings.HOME = tmp_path
    return furnish(province, administrator, by=coordinator)


def pages(client: Client, keys: Keys) -> dict[str, str]:
    """Name → address of what answers with a page of its own; a part that only a script asks for has no head."""
    answers = {route.name: client.get(address) for route, address in addresses(keys)}
    return {
        route: answer.wsgi_request.path
        for route, answer in answers.items()
        if answer.status_code == 200
        and answer.headers["Content-Type"].startswith("text/html")
        and b"<head>" in answer.content
    }


def test_every_page_opens_and_fits_on_a_phone_without_script(
    page: Page, sign_in: SignIn, live_server: LiveServer, client: Client, keys: Keys, administrator: Account
) -> None:
    client.force_login(administrator)
    browser = page.context.browser
    assert browser
    signed_in = sign_in(administrator).context.storage_state()
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, viewport=size(360), storage_state=signed_in
    )
    plain = context.new_page()
    for route, address in pages(client, keys).items():
        answer = plain.goto(address)
        assert answer, route
        assert answer.ok, route
        assert plain.get_by_role("heading", level=1).count() == 1, route
        assert fits(plain), route
    context.close()


def test_axe_finds_nothing_serious_on_any_page(
    page: Page, sign_in: SignIn, axe: CheckAxe, keys: Keys, administrator: Account, coordinator: Account, chair: Account
) -> None:
    """The forms of work on a task have a walk of their own, beside the table of who may open them (tests/doors)."""
    seen: set[str] = set()
    for account in (administrator, coordinator, chair):
        client = Client()
        client.force_login(account)
        shown = pages(client, keys)
        sign_in(account)
        for route in sorted(shown.keys() - seen):
            page.goto(shown[route])
            axe(page)
        seen |= shown.keys()


@pytest.mark.once
@pytest.mark.django_db
def test_no_page_is_left_out_of_that_walk(
    client: Client, keys: Keys, administrator: Account, coordinator: Account, chair: Account
) -> None:
    opened = [Client().get("/dang-nhap")]
    for account in (administrator, coordinator, chair):
        client.force_login(account)
        opened += [client.get(address) for route, address in addresses(keys) if route.name != "web:sign_out"]
    opened.append(client.get(reverse("pages:tasks", args=(keys["programme"],)), EVERY_COLUMN))
    used = {template.name for answer in opened if answer.status_code == 200 for template in answer.templates}
    written = {name(path).partition("/templates/")[2] for path in files(".html") if not path.name.startswith("_")}
    assert written - used == ON_REFUSAL | ON_THE_WAY | ON_SENDING | IN_LETTERS | FOR_A_UNIT
