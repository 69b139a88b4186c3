"""What an attacker tries first at any door: headers, hosts, methods, sizes, foreign pages, words that break a line."""

import logging.config
import re
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.house.sources import files
from tinhso.config.places import CHECKOUT
from tinhso.kernel.accounts.models import Account

pytestmark = pytest.mark.django_db
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize("address", ["/dang-nhap", "/khoe", "/khong-co-trang-nay"])
def test_every_answer_carries_the_strict_headers(client: Client, address: str) -> None:
    answer = client.get(address)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


#: Each opens something of the machine or of the person before it.
INSTRUMENTS = {"camera", "microphone", "geolocation", "payment", "usb", "serial", "hid", "display-capture"}
#: Proposed once, and known to no Chromium: naming one writes a warning into the console of every page.
UNKNOWN = {"web-share", "battery", "ambient-light-sensor", "interest-cohort", "document-domain", "speaker-selection"}


def test_every_instrument_is_shut_by_a_name_that_the_browser_knows(client: Client) -> None:
    shut = client.get("/dang-nhap").headers["Permissions-Policy"].split(", ")
    names = {name for name, _, allowed in (each.partition("=") for each in shut) if allowed == "()"}
    assert len(names) == len(shut)
    assert names >= INSTRUMENTS
    assert not names & UNKNOWN


def test_no_proxy_keeps_a_page_and_no_disk_keeps_the_log(client: Client, administrator: Account) -> None:
    client.force_login(administrator)
    kept = {view: client.get(reverse(view)).headers["Cache-Control"] for view in ("units:tree", "web:audit_log")}
    assert kept == {"units:tree": "private, no-cache", "web:audit_log": "no-store"}


def test_a_host_that_is_not_ours_is_refused(client: Client) -> None:
    assert client.get("/dang-nhap", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH"])
def test_a_method_that_no_page_has_is_refused(client: Client, method: str) -> None:
    assert client.generic(method, "/dang-nhap").status_code == 405


def test_a_form_from_another_page_is_refused(administrator: Account) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(administrator)
    assert client.post(reverse("log:verifications"), {"expected": ""}).status_code == 403


def test_another_site_is_given_no_leave_to_read(client: Client) -> None:
    answer = client.get("/dang-nhap", headers={"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_body_over_the_limit_is_refused(client: Client, administrator: Account) -> None:
    client.force_login(administrator)
    huge = "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    assert client.post(reverse("log:verifications"), {"expected": huge}).status_code in {400, 413}


def test_an_address_cannot_write_a_line_into_the_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        client.get("/khong-co%0a2026-01-01 00:00:00,000 ERROR x: gia")
    assert caplog.messages
    assert all("\n" not in message for message in caplog.messages)


@pytest.fixture
def server_log(tmp_path: Path) -> Iterator[Path]:
    """The log as an installation writes it, in a folder of its own."""
    place = tmp_path / "tinhso.log"
    wanted: dict[str, Any] = deepcopy(settings.LOGGING)
    wanted["handlers"]["file"]["filename"] = place
    logging.config.dictConfig(wanted)
    yield place
    logging.config.dictConfig(settings.LOGGING)


def test_the_servers_log_holds_no_word_that_opens_something(client: Client, officer: Account, server_log: Path) -> None:
    secret = "mot-tu-ma-ai-biet-thi-vao-duoc"
    for address in (f"/lien-ket/{secret}", f"/lich/{secret}.ics", f"/lien-ket/{secret}?x={secret}"):
        assert client.get(address).status_code >= 400
    client.post("/dang-nhap", {"username": "officer", "password": secret})
    logging.getLogger("tinhso").warning("không gửi được %s", f"https://tinh.vn/lien-ket/{secret}")
    told = server_log.read_text(encoding="utf-8")
    assert told.count("/lien-ket/…") == 3
    assert told.count("/lich/…") == 1
    assert secret not in told


def test_cookies_behind_tls_are_secure_and_bound_to_this_host() -> None:
    asked = (
        "import os; os.environ['TINHSO_HTTPS'] = '1'; from tinhso.config import settings as s;"
        "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_SECONDS)"
    )
    said = subprocess.run([sys.executable, "-c", asked], cwd=CHECKOUT, check=True, capture_output=True, text=True)
    assert said.stdout.split() == ["__Host-tinhso_session", "__Host-tinhso_csrf", "True", "31536000"]


def test_the_cookie_of_the_session_is_not_for_scripts_nor_for_other_sites(client: Client, officer: Account) -> None:
    officer.set_password("mot mat khau that dai")
    officer.save()
    sent = {"username": "officer", "password": "mot mat khau that dai"}
    cookie = client.post("/dang-nhap", sent).cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")


def _templates() -> Iterator[tuple[str, str]]:
    for path in files(".html"):
        yield path.name, path.read_text(encoding="utf-8")


def test_no_template_trusts_what_somebody_typed() -> None:
    marked = re.compile(r"\{%\s*autoescape off|\|\s*safe\b|\|\s*safeseq")
    trusted = sorted({name for name, text in _templates() if marked.search(text)})
    # The help of a field is written by us, in the form's own class.
    assert trusted == ["_field.html"]


def test_nothing_is_fetched_from_another_site() -> None:
    fetched = re.compile(r"<(?:script|link|img|iframe|form)[^>]+(?:src|href|action)=\"(?:https?:)?//")
    assert [name for name, text in _templates() if fetched.search(text)] == []


def test_nothing_of_a_request_is_evaluated_or_unpickled() -> None:
    dangerous = re.compile(r"\b(?:eval|exec|pickle\.loads?|yaml\.load|os\.system|subprocess\.\w+\([^)]*shell=True)\(")
    product = (path for path in files(".py") if path.is_relative_to(CHECKOUT / "tinhso"))
    assert [str(path) for path in product if dangerous.search(path.read_text(encoding="utf-8"))] == []
