"""The search in a real browser: by keyboard alone, on both widths, and with a slow hand."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tests.cast import unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Kind, Unit


@pytest.fixture
def communes(province: Unit) -> None:
    for number in range(9):
        unit(f"xa-{number}", f"Xã Hoà Bình số {number}", kind=Kind.COMMUNE, parent=province)


def typed(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words, delay=30)
    expect(page.locator("#find-panel")).to_be_visible()


def test_the_keyboard_alone_finds_and_opens(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, officer: Account, communes: None
) -> None:
    sign_in(officer).goto(reverse("units:tree"))
    typed(page, "hoa binh")
    expect(page.locator("#find-panel mark").first).to_have_text("Hoà Bình")
    axe(page)
    screenshot(page, "tim-khi-go")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("số 1")


def test_escape_closes_what_was_found_and_keeps_the_words(
    page: Page, sign_in: SignIn, officer: Account, communes: None
) -> None:
    sign_in(officer).goto(reverse("units:tree"))
    typed(page, "hoa")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#find-panel")).to_be_hidden()
    expect(page.locator("[data-search]")).to_be_focused()
    expect(page.locator("[data-search]")).to_have_value("hoa")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_of_results_serves_both_widths_and_changes_while_typing(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, officer: Account, communes: None, width: int
) -> None:
    page.set_viewport_size(size(width))
    sign_in(officer).goto(reverse("web:find"))
    page.locator("#find-words").type("hoà", delay=30)
    expect(page.locator(".hits mark").first).to_have_text("Hoà")
    assert "q=ho%C3%A0" in page.url
    axe(page)
    assert fits(page)
    screenshot(page, "tim-kiem")
