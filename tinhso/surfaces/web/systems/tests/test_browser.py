"""The pages of other systems and of calendars in a real browser: they fit, and everybody can use them."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.models import Delivery
from tinhso.kernel.exchange.sending import send
from tinhso.kernel.exchange.tests.receiver import receiver


@pytest.mark.parametrize("width", WIDTHS)
def test_a_token_is_made_and_shown_once(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, officer: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    sign_in(officer).goto("/tai-khoan/ma-truy-cap")
    axe(page)
    assert fits(page)
    screenshot(page, "ma-truy-cap-trong")
    page.get_by_label("Dùng cho").fill("Trục liên thông")
    page.get_by_label("Chương trình, chỉ tiêu, nhiệm vụ, văn bản – đọc", exact=True).check()
    page.get_by_role("button", name="Tạo mã").click()
    expect(page.get_by_label("Mã truy cập mới")).to_have_value(re.compile("^tinhso_"))
    axe(page)
    assert fits(page)
    screenshot(page, "ma-truy-cap")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_subscription_is_made_and_tested(
    page: Page,
    sign_in: SignIn,
    axe: CheckAxe,
    screenshot: Shoot,
    settings: Settings,
    administrator: Account,
    width: int,
) -> None:
    settings.EXCHANGE_NETWORKS = ["127.0.0.0/8"]
    page.set_viewport_size(size(width))
    with receiver() as other:
        sign_in(administrator).goto("/quan-tri/dang-ky-nhan/moi")
        page.get_by_label("Hệ thống nhận").fill("Trục liên thông của tỉnh")
        page.get_by_label("Địa chỉ nhận").fill(other.address)
        axe(page)
        assert fits(page)
        screenshot(page, "dang-ky-moi")
        page.get_by_role("button", name="Đăng ký").click()
        other.statuses, other.body = [500, 204], b"dang bao tri"
        for _ in range(2):
            page.get_by_role("button", name="Gửi thử").click()
            send(Delivery.objects.latest("pk").pk)
        page.reload()
        axe(page)
        assert fits(page)
        screenshot(page, "dang-ky")
    page.goto("/quan-tri/dang-ky-nhan")
    axe(page)
    assert fits(page)
    screenshot(page, "cac-dang-ky")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_description_of_the_api_is_read(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, officer: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    sign_in(officer).goto("/tai-lieu-api")
    page.get_by_text("/api/v1/programmes/{programme}/tasks", exact=True).first.click()
    axe(page)
    assert fits(page)
    screenshot(page, "tai-lieu-api")


@pytest.mark.parametrize("width", WIDTHS)
def test_an_address_of_the_calendar_is_made(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, officer: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    sign_in(officer).goto("/lich")
    page.get_by_role("button", name="Tạo địa chỉ lịch của Việc của tôi").click()
    expect(page.get_by_label("Địa chỉ lịch của Việc của tôi")).to_be_visible()
    axe(page)
    assert fits(page)
    screenshot(page, "lich")
