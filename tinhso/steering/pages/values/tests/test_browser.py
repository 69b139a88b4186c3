"""Entering a figure and reading the board in a browser: keyboard alone, at an office screen and on an old phone."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.conftest import JUNE, SEPTEMBER
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db(transaction=True)
DAY = "?ngay=31/12/2022"


@pytest.fixture
def given(indicator: Indicator, measure: Measure, district: Unit, other_district: Unit) -> Indicator:
    """Two districts, two rounds."""
    for unit, numerator in ((district, 40), (other_district, 55)):
        give(indicator, unit, ratio(numerator, 100))
        give(indicator, unit, ratio(numerator + 5, 100), to_on=SEPTEMBER)
    return indicator


def test_a_figure_is_entered_with_the_keyboard_alone(
    sign_in: SignIn, officer: Account, indicator: Indicator, measure: Measure, axe: CheckAxe, screenshot: Shoot
) -> None:
    page = sign_in(officer)
    page.goto(f"/chuong-trinh/{indicator.programme_id}/chi-tieu/{indicator.pk}/nhap{DAY}")
    page.locator("#id_to_on").fill("14/6/2022")
    page.locator("#id_to_on").press("Tab")
    page.keyboard.type("1.234")
    page.keyboard.press("Tab")
    page.keyboard.type("2.468")
    page.keyboard.press("Enter")
    page.wait_for_url("**/so-lieu?don_vi=*")
    assert Value.objects.get().to_on == JUNE
    shoot_both(page, "so-lieu-cua-don-vi", axe, screenshot)


def test_what_is_strange_is_asked_about_and_what_was_typed_stays(
    sign_in: SignIn, officer: Account, given: Indicator, axe: CheckAxe, screenshot: Shoot, complaints: list[str]
) -> None:
    page = sign_in(officer)
    page.goto(f"/chuong-trinh/{given.programme_id}/chi-tieu/{given.pk}/nhap{DAY}")
    page.locator("#id_to_on").fill("14/12/2022")
    page.locator("#id_numerator").fill("5")
    page.locator("#id_denominator").fill("100")
    page.get_by_role("button", name="Lưu số liệu").click()
    assert page.locator("#id_numerator").input_value() == "5"
    shoot_both(page, "nhap-so-lieu-hoi-lai", axe, screenshot)
    complaints.clear()  # the question comes as 422
    page.get_by_label("Tôi đã kiểm tra").check()
    page.get_by_role("button", name="Lưu số liệu").click()
    page.wait_for_url("**/so-lieu?don_vi=*")


def test_a_figure_with_its_document_is_sent_without_script(
    sign_in_without_script: SignIn, officer: Account, indicator: Indicator, measure: Measure
) -> None:
    page = sign_in_without_script(officer)
    page.goto(f"/chuong-trinh/{indicator.programme_id}/chi-tieu/{indicator.pk}{DAY}")
    page.get_by_role("link", name="Nhập số liệu").click()
    page.locator("#id_to_on").fill("14/6/2022")
    page.locator("#id_numerator").fill("1.234")
    page.locator("#id_denominator").fill("2.468")
    page.get_by_text("Văn bản minh chứng").click()
    page.locator("#id_vb-number").fill("15")
    page.get_by_role("button", name="Lưu số liệu").click()
    expect(page.get_by_text("cần cả mục này").first).to_be_visible()
    page.locator("#id_vb-kind").select_option("BC")
    page.locator("#id_vb-symbol").fill("BC-UBND")
    page.locator("#id_vb-issued_on").fill("13/6/2022")
    page.locator("#id_vb-issuer").fill("UBND huyện Mẫu")
    page.get_by_role("button", name="Lưu số liệu").click()
    page.wait_for_url("**/so-lieu?don_vi=*")
    value = Value.objects.get()
    assert (value.to_on, value.numerator, value.denominator, value.entered_by) == (
        JUNE,
        Decimal(1234),
        Decimal(2468),
        officer,
    )
    assert str(value.issued) == "Báo cáo số 15/BC-UBND ngày 13/6/2022"


@pytest.mark.parametrize("place", ["dieu-hanh", "chi-tieu", "chi-tieu/{indicator}", "im-lang", "co-gi-moi", "chi-dao"])
def test_the_chairs_pages_serve_an_office_screen_and_a_phone(
    sign_in: SignIn, chair: Account, given: Indicator, axe: CheckAxe, screenshot: Shoot, place: str
) -> None:
    page = sign_in(chair)
    page.goto(f"/chuong-trinh/{given.programme_id}/{place.format(indicator=given.pk)}{DAY}")
    shoot_both(page, f"figures-{place.partition('{')[0]}-{len(place)}", axe, screenshot)


def shoot_both(page: Page, name: str, axe: CheckAxe, screenshot: Shoot) -> None:
    """The page at both widths, without a serious finding of axe, without scrolling sideways."""
    for width in WIDTHS:
        page.set_viewport_size(size(width))
        axe(page)
        assert fits(page)
        screenshot(page, name)
