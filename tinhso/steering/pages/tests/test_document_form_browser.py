"""Kiểm tra thể thức văn bản in a real browser: a file is chosen, what is found is read, on both widths."""

import pytest
from django.urls import reverse
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.spoiling import STYLES, spoilt, styled

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_file_is_chosen_and_what_is_found_is_read(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, officer: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    sign_in(officer).goto(reverse("pages:document_form"))
    content = spoilt(papers.report(), STYLES, styled("NoiDung", "rPr", "sz", val=22))
    file = FilePayload(name="bao-cao.docx", mimeType="application/octet-stream", buffer=content)
    page.get_by_label("Tệp văn bản").set_input_files(file)
    page.get_by_role("button", name="Kiểm tra").click()
    expect(page.get_by_role("heading", name="1 chỗ chưa đúng thể thức")).to_be_visible()
    axe(page)
    assert fits(page)
    screenshot(page, "the-thuc")
