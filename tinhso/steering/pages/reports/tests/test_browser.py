"""The report in a browser: saved while somebody types, kept while there is no connection."""

from datetime import date

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.fixtures import SignIn
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import StoredFile
from tinhso.steering.pages.reports.tests.test_report_page import address
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.models import CheckRule, Report, TaskLine
from tinhso.steering.reporting.tests.test_writing import given_on, ratio

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_typed_is_saved_without_a_button(
    page: Page, sign_in: SignIn, report: Report, task: Task, officer: Account
) -> None:
    sign_in(officer)
    page.goto(address(report))
    line = page.locator(f"#t{task.pk}")
    line.locator("summary").click()
    line.locator("input[value=doing]").check()
    line.locator("textarea").fill("Đã trình dự thảo")
    expect(page.locator("[data-report-status]")).to_contain_text("Đã lưu nháp", timeout=15_000)
    assert TaskLine.objects.get().note == "Đã trình dự thảo"


def test_what_is_refused_is_told_at_its_line_and_in_sight(
    page: Page, sign_in: SignIn, report: Report, task: Task, officer: Account
) -> None:
    sign_in(officer)
    page.goto(address(report))
    line = page.locator(f"#t{task.pk}")
    line.locator("summary").click()
    line.locator("input[value=stuck]").check()
    told, status = line.locator("[data-line-error]"), page.locator("[data-report-status]")
    expect(told).to_contain_text("Hãy ghi nội dung", timeout=15_000)
    expect(status.get_by_role("link")).to_have_attribute("href", f"#t{task.pk}")
    expect(status).to_be_in_viewport()
    line.locator("textarea").fill("Vướng kinh phí")
    expect(status).to_contain_text("Đã lưu nháp", timeout=15_000)
    expect(told).to_be_hidden()
    assert TaskLine.objects.get().note == "Vướng kinh phí"


def test_a_file_is_kept_once_with_its_line(
    page: Page, sign_in: SignIn, report: Report, task: Task, officer: Account
) -> None:
    sign_in(officer)
    page.goto(address(report))
    line = page.locator(f"#t{task.pk}")
    line.locator("summary").click()
    line.locator("input[value=ready]").check()
    paper = FilePayload(name="quy-che.pdf", mimeType="application/pdf", buffer=b"%PDF-1.4 quy che")
    line.locator("input[type=file]").set_input_files(paper)
    expect(line.locator("[data-now]")).to_contain_text("quy-che.pdf", timeout=15_000)
    expect(line.locator("input[type=file]")).to_have_value("")
    line.locator("textarea").fill("Đã ban hành")
    expect(line.locator("[data-now]")).to_contain_text("Đã ban hành", timeout=15_000)
    assert [file.name for file in StoredFile.objects.filter(kept_by=officer)] == ["quy-che.pdf"]


def test_the_last_words_typed_are_in_what_is_sent(
    page: Page, sign_in: SignIn, report: Report, officer: Account
) -> None:
    sign_in(officer)
    page.goto(address(report))
    page.locator("#id_results").fill("Gõ xong bấm gửi ngay")
    page.get_by_role("button", name="Gửi báo cáo").click()
    findings = page.locator("section", has=page.locator("#findings-head"))
    expect(findings).to_contain_text("dòng chưa xác nhận")
    expect(findings).not_to_contain_text("còn trống")
    report.refresh_from_db()
    assert report.results == "Gõ xong bấm gửi ngay"


def test_a_figure_that_blocks_is_marked_while_one_types_and_stays_marked(
    page: Page, sign_in: SignIn, report: Report, indicator: Indicator, officer: Account
) -> None:
    CheckRule.objects.create(programme=indicator.programme, check_name="fall", severity="block")
    given_on(indicator, report.unit, date(2022, 6, 14), said=ratio(40, 100), by=officer)
    sign_in(officer)
    page.goto(address(report))
    key = f"{indicator.pk}.{report.unit_id}"
    page.locator(f'[name="{key}-mau_so"]').fill("100")
    page.locator(f'[name="{key}-tu_so"]').fill("30")
    told = page.locator(f'[id="{key}-tu_so-sai"]')
    expect(told).to_contain_text("Số lũy kế giảm", timeout=15_000)
    expect(page.locator("[data-report-blocking]")).to_contain_text("I.2: Số lũy kế giảm", timeout=15_000)
    page.reload()
    expect(told).to_contain_text("Số lũy kế giảm")
    expect(page.locator(f'[name="{key}-tu_so"]')).to_have_value("30")
    page.locator(f'[name="{key}-tu_so"]').fill("45")
    expect(page.locator("[data-report-blocking]")).not_to_contain_text("I.2", timeout=15_000)
    expect(told).to_have_count(0)


def test_a_figure_that_is_saved_is_not_offered_again(
    page: Page, sign_in: SignIn, report: Report, indicator: Indicator, officer: Account
) -> None:
    sign_in(officer)
    page.goto(address(report))
    key = f"{indicator.pk}.{report.unit_id}"
    page.locator(f'[name="{key}-tu_so"]').fill("100000")
    page.locator(f'[name="{key}-mau_so"]').fill("125335")
    expect(page.locator("[data-report-status]")).to_contain_text("Đã lưu nháp", timeout=15_000)
    page.reload()
    expect(page.locator(f'[name="{key}-tu_so"]')).to_have_value("100.000")
    expect(page.locator("[data-grid-offer]")).to_be_hidden()
    expect(page.locator("[data-report-offer]")).to_be_hidden()


def test_what_is_typed_survives_a_lost_connection_and_a_closed_page(
    page: Page, sign_in: SignIn, report: Report, officer: Account, complaints: list[str]
) -> None:
    sign_in(officer)
    page.goto(address(report))
    page.context.set_offline(True)
    page.locator("#id_results").fill("Viết khi mất mạng")
    expect(page.locator("[data-report-status]")).to_contain_text("Mất kết nối", timeout=15_000)
    again = page.context.new_page()
    page.close()
    # The browser complained that it was cut off; that is what happened.
    complaints.clear()
    again.context.set_offline(False)
    again.goto(address(report))
    again.locator("[data-report-take]").click()
    expect(again.locator("[data-report-status]")).to_contain_text("Đã lưu nháp", timeout=15_000)
    report.refresh_from_db()
    assert report.results == "Viết khi mất mạng"
