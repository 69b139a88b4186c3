"""A page of a real Chromium on the live server: ``page``, ``sign_in``, ``axe``, ``screenshot``, and the two widths."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser import chromium
from tinhso.config.places import CHECKOUT
from tinhso.kernel.accounts.models import Account

#: An office screen and an old phone: every page must serve both.
WIDTHS = (1280, 360)
SCREENSHOTS = CHECKOUT / "build" / "screenshots"
SignIn = Callable[[Account], Page]
CheckAxe = Callable[[Page], None]
Shoot = Callable[[Page, str], Path]

# A machine that tests on all its cores may take longer than Playwright's five seconds for a long page.
expect.set_options(timeout=20_000)
# Playwright keeps an event loop in this thread, which Django takes for an asynchronous caller of the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = chromium.find()
    if found is None:
        refuse: Callable[[str], NoReturn] = pytest.fail if os.environ.get("TINHSO_REQUIRE_BROWSER") else pytest.skip
        refuse("Không có Chromium trên máy này.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=found.program, env={**os.environ, **found.environment}, args=["--disable-dev-shm-usage"]
        )
        yield running
        running.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of. A test that provokes one (a 404 page) clears the list."""
    return []


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, complaints: list[str]) -> Iterator[Page]:
    """A new page at 1280 px, not signed in, with addresses relative to the live server ("/nhiem-vu").

    Anything the browser complains of (a script error, a broken content security policy, a missing file) fails the test.
    """
    context = browser.new_context(
        base_url=live_server.url,
        locale="vi-VN",
        timezone_id=settings.TIME_ZONE,
        viewport=size(WIDTHS[0]),
        reduced_motion="reduce",
    )
    opened = context.new_page()

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"{message.text} ({message.location.get('url', '')})")

    opened.on("console", note)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert not complaints, complaints


@pytest.fixture
def sign_in(page: Page, live_server: LiveServer) -> SignIn:
    """``sign_in(officer)`` gives the page with that account signed in, without the form."""

    def signed_in(account: Account) -> Page:
        client = Client()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])
        return page

    return signed_in


@pytest.fixture
def sign_in_without_script(sign_in: SignIn, browser: Browser, live_server: LiveServer) -> Iterator[SignIn]:
    """As ``sign_in``: a page on an old phone whose browser runs no script."""
    opened: list[BrowserContext] = []

    def signed_in(account: Account) -> Page:
        state = sign_in(account).context.storage_state()
        context = browser.new_context(
            base_url=live_server.url, java_script_enabled=False, viewport=size(WIDTHS[1]), storage_state=state
        )
        opened.append(context)
        return context.new_page()

    yield signed_in
    for context in opened:
        context.close()


@pytest.fixture
def axe() -> CheckAxe:
    """``axe(page)`` fails when axe finds something serious or critical, and says what and where."""
    checker = Axe()

    def check(opened: Page) -> None:
        found = checker.run(opened).response["violations"]
        serious = [violation for violation in found if violation["impact"] in {"serious", "critical"}]
        assert not serious, "\n".join(map(_said, serious))

    return check


@pytest.fixture
def screenshot() -> Shoot:
    """``screenshot(page, "nhiem-vu")`` keeps the whole page as ``build/screenshots/nhiem-vu-1280.png``."""

    def shoot(opened: Page, name: str) -> Path:
        width = (opened.viewport_size or size(0))["width"]
        place = SCREENSHOTS / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())}-{width}.png"
        opened.screenshot(path=place, full_page=True)
        return place

    return shoot


def size(width: int) -> ViewportSize:
    """The window of one of WIDTHS: ``page.set_viewport_size(size(360))``."""
    return {"width": width, "height": 800 if width > 600 else 740}


def fits(opened: Page) -> bool:
    """Whether the page needs no sideways scrolling."""
    return bool(opened.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def _said(violation: dict[str, object]) -> str:
    nodes = violation["nodes"]
    places = [node["html"] for node in nodes[:5]] if isinstance(nodes, list) else []
    return f"{violation['impact']}: {violation['id']} — {violation['help']}\n  " + "\n  ".join(places)
