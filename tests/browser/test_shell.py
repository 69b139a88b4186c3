"""The shell in a real browser: the door, the components, the keyboard, and all of it without script."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tinhso.kernel.accounts.models import Account

PLACES = ("gallery", "administration", "accounts", "audit_log", "account_new", "change_password", "find")


def come_in(page: Page, account: Account, password: str) -> None:
    account.set_password(password)
    account.save()
    page.goto(reverse("web:sign_in"))
    page.get_by_label("Tên đăng nhập").fill(account.username)
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_the_shell_fits_and_can_be_used_by_everybody(
    page: Page, sign_in: SignIn, axe: CheckAxe, administrator: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    sign_in(administrator)
    for place in PLACES:
        page.goto(reverse(f"web:{place}"))
        axe(page)
        assert fits(page), place


def test_every_component_can_be_read_in_the_dark(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, administrator: Account
) -> None:
    page.emulate_media(color_scheme="dark")
    sign_in(administrator).goto(reverse("web:gallery"))
    axe(page)
    screenshot(page, "mau-giao-dien-toi")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_door_opens_and_says_what_is_wrong(
    page: Page, axe: CheckAxe, screenshot: Shoot, complaints: list[str], officer: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    page.goto(reverse("web:sign_in"))
    axe(page)
    screenshot(page, "dang-nhap")
    page.get_by_label("Tên đăng nhập").fill("officer")
    page.get_by_label("Mật khẩu").fill("sai")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("alert")).to_contain_text("Tên đăng nhập hoặc mật khẩu không đúng.")
    expect(page.get_by_label("Tên đăng nhập")).to_have_value("officer")
    axe(page)
    complaints.clear()


def test_a_slash_goes_to_the_search_unless_one_is_typing(page: Page, sign_in: SignIn, officer: Account) -> None:
    sign_in(officer).goto(reverse("web:find"))
    page.keyboard.type("a/b")
    expect(page.get_by_label("Từ cần tìm")).to_have_value("a/b")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("/")
    expect(page.locator("[data-search]")).to_be_focused()


def test_rows_are_walked_by_arrows_and_opened_by_enter(page: Page, sign_in: SignIn, administrator: Account) -> None:
    sign_in(administrator).goto(reverse("web:accounts"))
    page.locator("table[data-rows] tbody tr").first.focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ngô Văn Thử")


def test_the_chosen_scheme_stays(page: Page, sign_in: SignIn, officer: Account) -> None:
    sign_in(officer).goto(reverse("web:find"))
    page.locator(".person summary").click()
    page.get_by_role("button", name="Giao diện tối").click()
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_everything_can_be_sent_without_script(page: Page, live_server: LiveServer, administrator: Account) -> None:
    browser = page.context.browser
    assert browser
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport=size(360))
    plain = context.new_page()
    come_in(plain, administrator, "khong-can-script-5")
    plain.goto(reverse("web:accounts"))
    plain.get_by_text("Thêm bộ lọc").click()
    plain.get_by_label("Vai trò", exact=True).select_option("administrator")
    plain.get_by_role("button", name="Lọc").click()
    plain.get_by_role("link", name="Ngô Văn Thử").click()
    plain.get_by_label("Họ và tên").fill("Ngô Văn Mới")
    plain.get_by_role("button", name="Lưu họ và tên").click()
    expect(plain.get_by_text("Đã lưu họ và tên")).to_be_visible()
    context.close()


def test_two_who_save_the_same_are_told(
    page: Page,
    sign_in: SignIn,
    axe: CheckAxe,
    screenshot: Shoot,
    complaints: list[str],
    administrator: Account,
    officer: Account,
) -> None:
    sign_in(administrator).goto(reverse("web:account", kwargs={"pk": officer.pk}))
    Account.objects.filter(pk=officer.pk).update(display_name="Tên Người Kia Lưu", version=2)
    page.get_by_label("Họ và tên").fill("Tên Tôi Gõ")
    page.get_by_role("button", name="Lưu họ và tên").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Có người vừa lưu trước bạn")
    axe(page)
    screenshot(page, "luu-trung")
    page.get_by_role("button", name="Lưu nội dung bạn gõ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tên Tôi Gõ")
    complaints.clear()
