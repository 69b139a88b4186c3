"""The own account, inviting and the pages of the door in a real browser: they fit, and everybody can use them."""

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tests.post_office import PostOffice
from tinhso.kernel.accounts.models import Account


@pytest.mark.parametrize("width", WIDTHS)
def test_the_own_account_fits(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, post_office: PostOffice, officer: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    sign_in(officer).goto(reverse("own:account"))
    axe(page)
    assert fits(page)
    screenshot(page, "tai-khoan-cua-toi")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_person_is_invited_and_comes_in(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, administrator: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    sign_in(administrator).goto(reverse("web:account_new"))
    page.get_by_label("Tên đăng nhập").fill("moi")
    page.get_by_label("Họ và tên").fill("Người Mới")
    page.get_by_label("Vai trò").select_option("unit_officer")
    page.get_by_label("Đơn vị").fill("so thuong truc")
    page.get_by_role("button", name="Tạo lời mời").click()
    link = page.get_by_label("Liên kết dùng một lần").input_value()
    axe(page)
    assert fits(page)
    screenshot(page, "lien-ket-moi")
    page.context.clear_cookies()
    page.goto(link)
    axe(page)
    assert fits(page)
    screenshot(page, "nhan-loi-moi")
    page.get_by_label("Mật khẩu mới", exact=True).fill("mat-khau-moi-hoan-toan-8")
    page.get_by_label("Xác nhận").fill("mat-khau-moi-hoan-toan-8")
    page.get_by_role("button", name="Đặt mật khẩu").click()
    page.get_by_label("Tên đăng nhập").fill("moi")
    page.get_by_label("Mật khẩu").fill("mat-khau-moi-hoan-toan-8")
    page.get_by_role("button", name="Đăng nhập").click()
    page.goto(reverse("own:account"))
    expect(page.get_by_text("Chrome trên Linux")).to_be_visible()


def test_a_session_elsewhere_is_ended_at_once(page: Page, sign_in: SignIn, officer: Account) -> None:
    elsewhere = Client()
    elsewhere.force_login(officer)
    sign_in(officer).goto(reverse("own:account"))
    page.get_by_role("button", name="Kết thúc mọi phiên khác").click()
    expect(page.get_by_text("Đã kết thúc 1 phiên đăng nhập.")).to_be_visible()
    assert elsewhere.get(reverse("own:account")).status_code == 302
    page.goto(reverse("own:account"))
    expect(page.get_by_text("Phiên này")).to_be_visible()


def test_a_password_can_be_looked_at_while_it_is_typed(page: Page, axe: CheckAxe, screenshot: Shoot) -> None:
    page.goto(reverse("web:sign_in"))
    page.get_by_label("Mật khẩu", exact=True).fill("nhìn thấy được")
    page.get_by_role("button", name="Hiện mật khẩu").click()
    expect(page.get_by_label("Mật khẩu", exact=True)).to_have_attribute("type", "text")
    axe(page)
    screenshot(page, "nhin-mat-khau")
    page.get_by_role("button", name="Ẩn mật khẩu").click()
    expect(page.get_by_label("Mật khẩu", exact=True)).to_have_attribute("type", "password")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_of_an_account_shows_where_it_is_signed_in(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, administrator: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    sign_in(administrator).goto(reverse("web:account", kwargs={"pk": administrator.pk}))
    axe(page)
    assert fits(page)
    screenshot(page, "tai-khoan")
    page.goto(reverse("door:forgotten"))
    axe(page)
    assert fits(page)
