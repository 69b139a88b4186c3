"""What is typed into a report's lines outlives a lost connection and a closed browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import SignIn
from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.reports.tests.browsing import fill_in, is_saved, offers, reopened, take
from tinhso.steering.pages.reports.tests.test_report_page import address
from tinhso.steering.programmes.models import Task
from tinhso.steering.reporting.models import FigureLine, Report, TaskLine

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_line_typed_without_a_connection_is_saved_when_there_is_one_again(
    page: Page, sign_in: SignIn, report: Report, task: Task, officer: Account, key: str, complaints: list[str]
) -> None:
    sign_in(officer)
    page.goto(address(report))
    page.context.set_offline(True)
    fill_in(page, task, key)
    expect(page.locator("[data-report-status]")).to_contain_text("Mất kết nối")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator("[data-report-status]")).to_contain_text("chưa gửi được")
    assert not TaskLine.objects.exists()
    complaints.clear()  # the lost connection
    page.context.set_offline(False)
    expect(page.locator("[data-report-status]")).to_contain_text("Đã lưu nháp")
    expect(page.locator("[data-grid-status]")).to_be_empty()
    expect(page.locator(f'tr[data-row="{key}"] [data-state]')).not_to_contain_text("chưa có số liệu")
    assert is_saved()
    page.reload()
    expect(page.locator("[data-grid-offer]")).to_be_hidden()
    expect(page.locator("[data-report-offer]")).to_be_hidden()


def test_lines_typed_just_before_the_browser_was_closed_are_offered_until_they_are_taken(
    page: Page, sign_in: SignIn, report: Report, task: Task, officer: Account, key: str, complaints: list[str]
) -> None:
    """Also where somebody first writes something else, which is saved, and closes the browser a second time."""
    sign_in(officer)
    page.goto(address(report))
    fill_in(page, task, key)
    again = reopened(page, report)
    offers(again)
    again.locator("#id_results").fill("Kết quả")
    expect(again.locator("[data-report-status]")).to_contain_text("Đã lưu nháp")
    once_more = reopened(again, report)
    offers(once_more)
    assert not TaskLine.objects.exists()
    assert not FigureLine.objects.exists()
    take(once_more)
    expect(once_more.locator("[data-unsaid]")).to_have_text("0")
    assert is_saved()
    complaints.clear()  # pages that were closed while they asked


def test_what_another_has_changed_meanwhile_is_not_offered_as_ones_own(
    page: Page, sign_in: SignIn, report: Report, task: Task, officer: Account, key: str, complaints: list[str]
) -> None:
    sign_in(officer)
    page.goto(address(report))
    fill_in(page, task, key)
    expect(page.locator("[data-report-status]")).to_contain_text("Đã lưu nháp")
    page.locator("#id_results").fill("Kết quả")
    again = reopened(page, report)
    TaskLine.objects.update(said="stuck", note="Vướng kinh phí", version=2)
    again.reload()
    again.locator("[data-report-take]").click()
    expect(again.locator("[data-report-status]")).to_contain_text("Đã lưu nháp")
    report.refresh_from_db()
    assert report.results == "Kết quả"
    assert TaskLine.objects.get().note == "Vướng kinh phí"
    complaints.clear()  # a page that was closed while it asked
