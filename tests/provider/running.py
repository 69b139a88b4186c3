"""Starts the provider for a test, and walks through it as a browser without a screen would."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import requests

from tests.post_office import free_port
from tests.provider.known import CLIENT, PASSWORD, SECRET
from tinhso.config.places import CHECKOUT

_SECONDS = 40


@contextmanager
def running(folder: Path, *, back: str, lifetime: int = 300) -> Iterator[str]:
    """The issuer of a provider that serves while the block lasts."""
    port = free_port()
    given = {"PROVIDER_DATABASE": str(folder / "provider.sqlite3"), "PROVIDER_LIFETIME": str(lifetime)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.provider", str(port), back],
        cwd=CHECKOUT,
        env={**os.environ, **given},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    issuer = f"http://127.0.0.1:{port}"
    try:
        _wait(issuer, process)
        yield issuer
    finally:
        process.kill()
        process.wait()


def named(issuer: str, **more: str) -> dict[str, str]:
    """The provider as settings name it."""
    return {
        "key": "sso",
        "label": "SSO của tỉnh",
        "issuer": issuer,
        "client_id": CLIENT,
        "client_secret": SECRET,
        "claim": "sub",
        "scopes": "openid profile email",
        "strong": "",
        **more,
    }


def walk(address: str, username: str, *, back: str = "http://testserver") -> str:
    """Sign in at the provider; where it sends the person back to."""
    browser = requests.Session()
    page = browser.get(address)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
    typed = {"login": username, "password": PASSWORD, "csrfmiddlewaretoken": token[1] if token else ""}
    answer = browser.post(page.url, typed, headers={"Referer": page.url}, allow_redirects=False)
    for _ in range(5):
        location = answer.headers.get("Location", "")
        if location.startswith(back):
            return location.removeprefix(back)
        answer = browser.get(requests.compat.urljoin(answer.url, location), allow_redirects=False)
    raise AssertionError(answer.text)


def _wait(issuer: str, process: subprocess.Popen[bytes]) -> None:
    end = monotonic() + _SECONDS
    while process.poll() is None and monotonic() < end:
        try:
            requests.get(f"{issuer}/.well-known/openid-configuration", timeout=2)
        except requests.ConnectionError:
            sleep(0.1)
        else:
            return
    raise AssertionError("the provider did not start")
