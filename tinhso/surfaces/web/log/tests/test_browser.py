"""The log on a phone: a digest has no place to break, and yet nothing runs out of the page."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import CheckAxe, SignIn, fits, size
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Verification
from tinhso.kernel.audit.origin import acting

pytestmark = pytest.mark.django_db(transaction=True)
DIGEST = "5d81251ce78239a2f97f9cff2b4c99408fe859665bce5c60d5f8bcf1e1b93b2a"


def test_an_entry_with_a_digest_fits_on_a_phone(
    page: Page, sign_in: SignIn, axe: CheckAxe, administrator: Account
) -> None:
    with acting(actor=administrator.username, source="trang web"):
        asked = Verification.objects.create(asked_by=administrator)
    with acting(actor=administrator.username, source="hàng đợi"):
        Verification.objects.filter(pk=asked.pk).update(state=Verification.State.WHOLE, head=DIGEST)
    page.set_viewport_size(size(360))
    sign_in(administrator).goto("/quan-tri/nhat-ky")
    expect(page.locator("dd", has_text=DIGEST).first).to_be_visible()
    assert fits(page)
    axe(page)
