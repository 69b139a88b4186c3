"""Every form of work on a task, in a browser: whoever may send it finds nothing there that axe calls serious."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django import Settings

from tests.browser.fixtures import WIDTHS, CheckAxe, SignIn, fits, size
from tests.doors.sending.verbs import VERBS
from tests.doors.world import World
from tinhso.kernel.accounts.models import Account

#: A claim ends other work on the task, and a task that is done may only be opened again: these come last, in order.
_LAST = ("hoan-thanh", "duyet-hoan-thanh", "xac-nhan", "tra-lai", "mo-lai")
_OK = 200


@pytest.fixture(autouse=True)
def quiet(settings: Settings, tmp_path: Path) -> None:
    """In the place of that of the walk: here pages are written."""
    settings.HOME = tmp_path


def test_axe_finds_nothing_serious_on_any_form_of_work(
    page: Page, sign_in: SignIn, axe: CheckAxe, world: World, people: Mapping[str, Account]
) -> None:
    clients = {name: Client() for name in people}
    for name, client in clients.items():
        client.force_login(people[name])
    made: dict[object, int] = {}
    unopened = []
    for verb in sorted(VERBS, key=lambda each: _LAST.index(each) if each in _LAST else -1):
        code, make, _form = VERBS[verb]
        if make and make not in made:
            made[make] = make(world)
        about = {"ve": made[make]} if make else {}
        address = f"{reverse('work:act', args=(world.key('programme'), world.task(code).pk, verb))}?{urlencode(about)}"
        who = next((name for name, client in clients.items() if client.get(address).status_code == _OK), None)
        if who is None:
            unopened.append(verb)
            continue
        sign_in(people[who])
        for width in WIDTHS:
            page.set_viewport_size(size(width))
            page.goto(address)
            axe(page)
            assert fits(page), verb
    assert unopened == []
