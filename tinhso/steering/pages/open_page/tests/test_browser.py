"""The public page as anybody sees it: with margins, on a wide screen and on a phone."""

import pytest
from playwright.sync_api import Page

from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.open_page.tests.conftest import given_everywhere
from tinhso.steering.programmes.actions.make_public import PAGE, make_public
from tinhso.steering.programmes.models import Indicator, Programme

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_touches_the_edge_of_the_window(
    page: Page, programme: Programme, indicator: Indicator, coordinator: Account, *, width: int
) -> None:
    given_everywhere(indicator)
    make_public(programme, [PAGE, indicator.pk], by=coordinator)
    page.set_viewport_size({"width": width, "height": 900})
    for address in ("/cong-khai", f"/cong-khai/{programme.code}"):
        page.goto(address)
        for place in ("h1", "main > p:last-child", ".brand img"):
            box = page.locator(place).bounding_box()
            assert box
            assert box["x"] >= 12
            assert box["x"] + box["width"] <= width - 12
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto("/cong-khai")
    panel, words = page.locator(".panel").bounding_box(), page.locator(".panel a").bounding_box()
    assert panel
    assert words
    assert words["x"] - panel["x"] >= 12
