"""The fixtures themselves: what a browser test relies on must be able to fail."""

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from playwright.sync_api import Page

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, fits, size


@pytest.mark.parametrize("width", WIDTHS)
def test_the_sign_in_page_serves_every_width(page: Page, axe: CheckAxe, screenshot: Shoot, width: int) -> None:
    page.set_viewport_size(size(width))
    page.goto(resolve_url(settings.LOGIN_URL))
    axe(page)
    assert fits(page)
    assert screenshot(page, "dang-nhap").stat().st_size > 1000


def test_an_inline_script_is_refused_and_noticed(page: Page, complaints: list[str]) -> None:
    page.goto(resolve_url(settings.LOGIN_URL))
    page.evaluate("document.body.appendChild(document.createElement('script')).textContent = 'window.broken = 1'")
    page.wait_for_timeout(100)
    assert page.evaluate("window.broken") is None
    assert "Content Security Policy" in complaints.pop()


def test_axe_notices_a_picture_without_words(page: Page, axe: CheckAxe) -> None:
    page.goto(resolve_url(settings.LOGIN_URL))
    page.evaluate("document.body.appendChild(document.createElement('img'))")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)
