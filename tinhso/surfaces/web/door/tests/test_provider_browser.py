"""The whole way by a provider in a real browser: linked at the first sign-in, in at the second, out at both."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, fits, size
from tests.provider.known import PASSWORD as THERE
from tests.provider.running import named, running
from tinhso.kernel.accounts.models import Account

HERE = "mot-mat-khau-rieng-7"


@pytest.fixture
def nearby(live_server: LiveServer, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(tmp_path_factory.mktemp("provider"), back=live_server.url) as issuer:
        settings.OIDC_PROVIDERS = [named(issuer)]
        yield issuer


def sign_in_there(page: Page) -> None:
    page.locator("[name=login]").fill("nguoi-cap-1")
    page.locator("[name=password]").fill(THERE)
    page.get_by_role("button", name="Sign In").click()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_whole_way_by_a_provider(
    page: Page, axe: CheckAxe, screenshot: Shoot, complaints: list[str], nearby: str, officer: Account, width: int
) -> None:
    officer.set_password(HERE)
    officer.save()
    page.set_default_timeout(10_000)
    page.set_viewport_size(size(width))
    page.goto(reverse("web:sign_in"))
    axe(page)
    assert fits(page)
    screenshot(page, "dang-nhap-sso")
    page.get_by_role("link", name="Đăng nhập qua SSO của tỉnh").click()
    sign_in_there(page)
    expect(page.get_by_text("chưa gắn với tài khoản nào")).to_be_visible()
    page.get_by_label("Tên đăng nhập").fill("officer")
    page.get_by_label("Mật khẩu").fill(HERE)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gắn định danh SSO của tỉnh")
    axe(page)
    assert fits(page)
    screenshot(page, "gan-dinh-danh")
    page.get_by_role("button", name="Đúng là tôi").click()
    expect(page.get_by_text("Từ nay đăng nhập được qua SSO của tỉnh.")).to_be_visible()
    axe(page)
    leave(page)
    page.get_by_role("link", name="Đăng nhập qua SSO của tỉnh").click()
    expect(page.locator(".person")).to_be_visible()
    leave(page)
    screenshot(page, "roi-sso")
    page.get_by_role("link", name="Đăng xuất khỏi SSO của tỉnh").click()
    page.get_by_role("button", name="Sign Out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    page.get_by_role("link", name="Đăng nhập qua SSO của tỉnh").click()
    expect(page.locator("[name=login]")).to_be_visible()
    complaints.clear()


def leave(page: Page) -> None:
    page.locator(".person summary").click()
    page.get_by_role("button", name="Đăng xuất").click()
