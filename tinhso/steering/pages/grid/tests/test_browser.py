"""The grid in a browser: by keyboard, pasted from Excel, after a closed browser, on a phone, without script."""

import re
from decimal import Decimal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.conftest import JUNE
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db(transaction=True)
PASTE = """(cell, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
COPY = """(cell) => {
  const data = new DataTransfer();
  cell.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
  return data.getData("text/plain");
}"""


@pytest.fixture
def address(indicator: Indicator, measure: Measure) -> str:
    days = "?tu=2022-01-01&den=2022-06-14"
    return f"/chuong-trinh/{indicator.programme_id}/chi-tieu/{indicator.pk}/bang-nhap{days}"


def cell(page: Page, unit: str, column: str) -> Locator:
    return page.get_by_label(f"{column}, UBND huyện {unit}", exact=True)


def row(page: Page, unit: str) -> Locator:
    return page.get_by_role("row").filter(has_text=f"UBND huyện {unit}")


def test_figures_are_typed_by_keyboard_checked_while_typing_and_saved(
    sign_in: SignIn, coordinator: Account, address: str
) -> None:
    page = sign_in(coordinator)
    page.goto(address)
    cell(page, "Khác", "Tử số").focus()
    page.keyboard.type("85%")
    page.keyboard.press("Enter")
    expect(cell(page, "Mẫu", "Tử số")).to_be_focused()
    expect(row(page, "Khác")).to_contain_text("không phải phần trăm")
    page.keyboard.type("1.234")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("2.468")
    page.keyboard.press("ArrowUp")
    expect(cell(page, "Khác", "Mẫu số")).to_be_focused()
    cell(page, "Khác", "Tử số").focus()
    page.keyboard.type("99")
    page.keyboard.press("Escape")
    expect(cell(page, "Khác", "Tử số")).to_have_value("85%")
    cell(page, "Khác", "Tử số").fill("")
    expect(row(page, "Khác")).not_to_contain_text("không phải phần trăm")
    page.get_by_role("button", name="Lưu số liệu").click()
    expect(page.get_by_text("Đã lưu 1 số liệu.")).to_be_visible()
    value = Value.objects.get()
    assert (value.to_on, value.numerator, value.denominator) == (JUNE, Decimal(1234), Decimal(2468))


def test_a_block_of_excel_is_pasted_taken_back_and_copied_again(
    sign_in: SignIn, coordinator: Account, address: str
) -> None:
    page = sign_in(coordinator)
    page.goto(address)
    first = cell(page, "Khác", "Tử số")
    first.focus()
    first.evaluate(PASTE, '1.234,5\t2 468\t\t"dòng một\ndòng hai"\r\n7\t10\r\n')
    expect(cell(page, "Khác", "Mẫu số")).to_have_value("2 468")
    expect(cell(page, "Khác", "Ghi chú, lý do sửa")).to_have_value("dòng một dòng hai")
    expect(row(page, "Mẫu")).to_contain_text("mới")
    page.keyboard.press("Control+z")
    expect(first).to_have_value("")
    expect(cell(page, "Mẫu", "Mẫu số")).to_have_value("")
    first.evaluate(PASTE, "5\t10\r\n7\t10\r\n")
    first.focus()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowRight")
    assert first.evaluate(COPY) == "5\t10\n7\t10"
    page.keyboard.press("Delete")
    expect(cell(page, "Mẫu", "Mẫu số")).to_have_value("")


def test_what_was_typed_outlives_a_lost_connection_and_a_closed_browser(
    sign_in: SignIn, coordinator: Account, address: str, complaints: list[str]
) -> None:
    page = sign_in(coordinator)
    page.goto(address)
    page.context.set_offline(True)
    cell(page, "Mẫu", "Tử số").fill("5")
    cell(page, "Mẫu", "Mẫu số").fill("10")
    expect(page.get_by_text("vẫn được giữ trên máy này")).to_be_visible()
    page.get_by_role("button", name="Lưu số liệu").click()
    expect(page.get_by_text("Mất kết nối nên chưa lưu được")).to_be_visible()
    page.context.set_offline(False)
    complaints.clear()  # the lost connection
    again = page.context.new_page()
    page.close()
    again.goto(address)
    expect(again.get_by_text(re.compile("Máy này còn giữ 2 ô"))).to_be_visible()
    again.get_by_role("button", name="Điền lại").click()
    again.get_by_role("button", name="Lưu số liệu").click()
    expect(again.get_by_text("Đã lưu 1 số liệu.")).to_be_visible()
    assert Value.objects.get().numerator == 5
    again.goto(address)
    expect(again.get_by_text("Máy này còn giữ")).to_be_hidden()


def test_it_serves_an_office_screen_and_a_phone_and_works_without_script(
    sign_in: SignIn,
    sign_in_without_script: SignIn,
    coordinator: Account,
    indicator: Indicator,
    district: Unit,
    address: str,
    axe: CheckAxe,
    screenshot: Shoot,
) -> None:
    give(indicator, district, ratio(5, 10))
    page = sign_in(coordinator)
    page.goto(address)
    cell(page, "Mẫu", "Tử số").fill("85%")
    expect(row(page, "Mẫu")).to_contain_text("không phải phần trăm")
    cell(page, "Khác", "Tử số").fill("1,234")
    cell(page, "Khác", "Mẫu số").fill("3")
    expect(row(page, "Khác")).to_contain_text("Số này đúng")
    for width in WIDTHS:
        page.set_viewport_size(size(width))
        axe(page)
        assert fits(page)
        screenshot(page, "bang-nhap")
    plain = sign_in_without_script(coordinator)
    plain.goto(address)
    cell(plain, "Khác", "Tử số").fill("7")
    cell(plain, "Khác", "Mẫu số").fill("10")
    plain.get_by_role("button", name="Lưu số liệu").click()
    expect(plain.get_by_text("Đã lưu 1 số liệu.")).to_be_visible()
    assert Value.objects.count() == 2
