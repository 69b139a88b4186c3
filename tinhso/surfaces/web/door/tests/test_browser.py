"""The steps of the door in a real browser: set up, asked, opened by a recovery code; a dangerous deed confirmed."""

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django import Settings

from tests.authenticator import App, with_app
from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tinhso.kernel.accounts.models import Account, SecondStep

PASSWORD = "mot-mat-khau-rieng-7"


@pytest.fixture
def account(coordinator: Account) -> Account:
    coordinator.set_password(PASSWORD)
    coordinator.save()
    return coordinator


def sign_in_with_password(page: Page) -> None:
    page.goto(reverse("web:sign_in"))
    page.get_by_label("Tên đăng nhập").fill("coordinator")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_first_sign_in_sets_up_the_second_step(
    page: Page, axe: CheckAxe, screenshot: Shoot, settings: Settings, account: Account, width: int
) -> None:
    settings.SECOND_STEP_ROLES = ["coordinator"]
    page.set_viewport_size(size(width))
    sign_in_with_password(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Thiết lập xác thực hai bước")
    axe(page)
    assert fits(page)
    screenshot(page, "thiet-lap-buoc-hai")
    app = App((page.locator(".door-secret").text_content() or "").partition(": ")[2])
    page.get_by_label("Mã sáu chữ số").fill(app.code())
    page.get_by_role("button", name="Bật xác thực hai bước").click()
    expect(page.locator(".door-codes li")).to_have_count(10)
    axe(page)
    assert fits(page)
    screenshot(page, "ma-khoi-phuc")
    page.get_by_role("button", name="Tôi đã cất mã").click()
    page.goto(reverse("own:account"))
    expect(page.get_by_text("Đang bật")).to_be_visible()
    axe(page)
    assert fits(page)
    screenshot(page, "tai-khoan-hai-buoc")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_recovery_code_opens_when_the_telephone_is_not_at_hand(
    page: Page, axe: CheckAxe, screenshot: Shoot, complaints: list[str], account: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    _, codes = with_app(account)
    sign_in_with_password(page)
    page.get_by_label("Mã xác thực").fill("000000")
    page.get_by_role("button", name="Vào hệ thống").click()
    expect(page.get_by_role("alert")).to_contain_text("Mã không đúng")
    axe(page)
    assert fits(page)
    screenshot(page, "buoc-hai")
    page.get_by_label("Mã xác thực").fill(codes[0])
    page.get_by_role("button", name="Vào hệ thống").click()
    expect(page.get_by_text("Bạn vừa dùng một mã khôi phục; còn 9 mã.")).to_be_visible()
    complaints.clear()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_own_set_up_and_its_removal_by_an_administrator(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, officer: Account, administrator: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    sign_in(officer).goto(reverse("own:set_up"))
    axe(page)
    assert fits(page)
    screenshot(page, "tai-khoan-buoc-hai")
    with_app(officer)
    sign_in(administrator).goto(reverse("web:account", kwargs={"pk": officer.pk}))
    page.get_by_text("Gỡ xác thực hai bước", exact=True).click()
    page.get_by_label("Lý do gỡ").fill("Mất điện thoại, đã gặp trực tiếp")
    axe(page)
    assert fits(page)
    page.get_by_role("button", name="Gỡ xác thực hai bước của officer").click()
    expect(page.get_by_text("lý do: Mất điện thoại")).to_be_visible()
    assert not SecondStep.objects.exists()


def test_a_dangerous_deed_is_confirmed_and_done(
    page: Page, axe: CheckAxe, screenshot: Shoot, complaints: list[str], account: Account
) -> None:
    sign_in_with_password(page)
    client = Client()
    for cookie in page.context.cookies():
        client.cookies[str(cookie.get("name"))] = str(cookie.get("value"))
    session = client.session
    session["confirmed"] = 0
    session.save()
    page.goto(reverse("own:set_up"))
    app = App((page.locator(".door-secret").text_content() or "").partition(": ")[2])
    page.get_by_label("Mã sáu chữ số").fill(app.code())
    page.get_by_role("button", name="Bật xác thực hai bước").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xác nhận là bạn")
    axe(page)
    screenshot(page, "xac-nhan")
    page.get_by_label("Mật khẩu của bạn").fill(PASSWORD)
    page.get_by_role("button", name="Xác nhận và làm tiếp").click()
    expect(page.locator(".door-codes li")).to_have_count(10)
    complaints.clear()
