"""A report in a browser: its lines typed, the browser closed, what it kept offered and taken."""

from decimal import Decimal

from playwright.sync_api import Page, expect

from tinhso.steering.pages.reports.tests.test_report_page import address
from tinhso.steering.programmes.models import Task
from tinhso.steering.reporting.models import FigureLine, Report, TaskLine


def fill_in(page: Page, task: Task, key: str) -> None:
    """A task that goes on, 60 %, and 1.234 of 2.468."""
    line = page.locator(f"#t{task.pk}")
    line.locator("summary").click()
    line.locator("input[value=doing]").check()
    line.locator("textarea").fill("Đã trình dự thảo")
    line.get_by_label("Mức hoàn thành").fill("60")
    page.locator(f'[name="{key}-tu_so"]').fill("1.234")
    page.locator(f'[name="{key}-mau_so"]').fill("2.468")


def is_saved() -> bool:
    """Whether all of it stands in the draft."""
    task, figure = TaskLine.objects.get(), FigureLine.objects.get()
    said = (task.said, task.note, task.share) == ("doing", "Đã trình dự thảo", 60)
    return said and (figure.numerator, figure.denominator) == (Decimal(1234), Decimal(2468))


def reopened(page: Page, report: Report) -> Page:
    """The browser is closed as soon as the last letter is typed, and the report opened again."""
    page.context.set_offline(True)
    again = page.context.new_page()
    page.close()
    again.context.set_offline(False)
    again.goto(address(report))
    return again


def offers(page: Page) -> None:
    """Both what was typed into figures and what was said of tasks is offered."""
    expect(page.locator("[data-grid-offer]")).to_contain_text("còn giữ 2 ô")
    expect(page.locator("[data-report-offer]")).to_be_visible()


def take(page: Page) -> None:
    """Fill in again what is offered."""
    page.locator("[data-grid-take]").click()
    page.locator("[data-report-take]").click()
    expect(page.locator("[data-report-status]")).to_contain_text("Đã lưu nháp")
