"""Every form of work on a task, and where a unit reports: whoever may send it finds nothing that axe calls serious."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django import Settings

from tests.browser.fixtures import WIDTHS, CheckAxe, SignIn, fits, size
from tests.doors.sending.reports import report_of_lead
from tests.doors.sending.verbs import VERBS
from tests.doors.world import World
from tinhso.kernel.accounts.models import Account
from tinhso.steering.reporting.models import Report

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


def test_axe_finds_nothing_serious_where_a_unit_reports(
    page: Page, sign_in: SignIn, axe: CheckAxe, world: World, people: Mapping[str, Account]
) -> None:
    """Its report, what is told before it is sent or approved, the document that a duty asks of it."""
    programme = world.key("programme")
    draft, waiting = report_of_lead(world).pk, report_of_lead(world, Report.State.AT_HEAD).pk
    pages = (
        ("officer", reverse("reports:report", args=(programme, draft))),
        ("officer", reverse("reports:act", args=(programme, draft, "gui"))),
        ("head", reverse("reports:report", args=(programme, waiting))),
        ("head", reverse("reports:act", args=(programme, waiting, "tra-lai-can-bo"))),
        ("officer", reverse("duties:record", args=(programme, world.order.pk))),
    )
    for who, address in pages:
        sign_in(people[who])
        for width in WIDTHS:
            page.set_viewport_size(size(width))
            answer = page.goto(address)
            assert answer is not None
            assert answer.status == _OK, address
            axe(page)
            assert fits(page), address
