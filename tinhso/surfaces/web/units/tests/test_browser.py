"""The Đơn vị pages in a browser, on an office screen and on a phone."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.loading.load import load
from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.tests.samples import FOLDER


@pytest.fixture
def opened(transactional_db: None, sign_in: SignIn) -> Page:
    """A page with the units loaded and an official signed in."""
    load(FOLDER)
    account = Account.objects.create_account("can.bo.mau", display_name="Cán Bộ Mẫu")
    unit = Unit.objects.get(key="so-tttt")
    RoleAssignment.objects.create(account=account, role=Role.UNIT_OFFICER, unit=unit, valid_from=date(2022, 1, 1))
    return sign_in(account)


@pytest.mark.parametrize("width", WIDTHS)
def test_from_the_tree_to_a_commune_and_what_followed_it(
    opened: Page, axe: CheckAxe, screenshot: Shoot, width: int
) -> None:
    opened.set_viewport_size(size(width))
    opened.goto("/don-vi?on=20/4/2022")
    _look(opened, axe, screenshot, "don-vi-cay")
    opened.locator("summary").filter(has_text="Huyện 9").click()
    opened.locator("summary", has_text="Huyện Yên Thế").click()
    _look(opened, axe, screenshot, "don-vi-cay-mo")
    opened.get_by_role("link", name="Xã Đồng Kỳ").click()
    expect(opened.get_by_role("heading", level=1)).to_have_text("Xã Đồng Kỳ")
    _look(opened, axe, screenshot, "don-vi-xa")
    opened.goto("/don-vi/so-tttt?on=20/4/2022")
    _look(opened, axe, screenshot, "don-vi-so")
    opened.goto("/don-vi?on=20/4/2022&q=dong")
    _look(opened, axe, screenshot, "don-vi-tim")


def _look(opened: Page, axe: CheckAxe, screenshot: Shoot, name: str) -> None:
    axe(opened)
    assert fits(opened)
    screenshot(opened, name)
