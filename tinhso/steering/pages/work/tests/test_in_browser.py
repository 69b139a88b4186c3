"""Two of the main ways in a real browser: a task updated by keyboard alone, more time asked and decided."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.models import Extension, ProgressEntry
from tinhso.steering.programmes.models import Programme, Task

Look = Callable[[Page, str], None]


def address(task: Task) -> str:
    return f"/chuong-trinh/{task.programme_id}/nhiem-vu/{task.pk}"


def reach(page: Page, name: str) -> None:
    """Go on with the tab key until the thing of this name has the focus."""
    for _press in range(120):
        page.keyboard.press("Tab")
        focused = page.evaluate("(document.activeElement.labels?.[0] || document.activeElement).innerText || ''")
        if focused.strip().startswith(name):
            return
    pytest.fail(f"{name} is not reached by keyboard")


@pytest.fixture
def looked_at(axe: CheckAxe, screenshot: Shoot) -> Look:
    """The page as both widths show it: nothing hidden at the side, no barrier, a picture to look at."""

    def look(page: Page, name: str) -> None:
        for width in WIDTHS:
            page.set_viewport_size(size(width))
            assert fits(page), (name, width)
            axe(page)
            screenshot(page, name)
        page.set_viewport_size(size(WIDTHS[0]))

    return look


def test_a_task_is_updated_by_keyboard_alone(sign_in: SignIn, task: Task, officer: Account, looked_at: Look) -> None:
    page = sign_in(officer)
    page.goto("/viec-cua-toi")
    looked_at(page, "viec-cua-toi")
    reach(page, "II.1 ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nhiệm vụ II.1")
    looked_at(page, "nhiem-vu-cap-nhat")
    reach(page, "Đang thực hiện")
    page.keyboard.press("ArrowDown")
    reach(page, "Đã làm được gì")
    page.keyboard.type("Thiếu kinh phí mua máy chủ")
    reach(page, "Gửi cập nhật")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã ghi cập nhật")
    entry = ProgressEntry.objects.get()
    assert (entry.said, entry.note) == ("stuck", "Thiếu kinh phí mua máy chủ")
    looked_at(page, "nhiem-vu-da-cap-nhat")


@pytest.fixture
def asking(sign_in: SignIn, task: Task, officer: Account) -> Page:
    """The lead's officer before the form for more time, filled in with a day that is no later."""
    page = sign_in(officer)
    page.goto(address(task))
    page.get_by_role("link", name="Xin gia hạn").click()
    page.get_by_label("Xin đến ngày").fill("30/6/2022")
    page.get_by_label("Lý do").fill("Chờ Bộ hướng dẫn")
    return page


def test_what_is_refused_stays_typed(asking: Page, complaints: list[str], looked_at: Look) -> None:
    asking.get_by_role("button", name="Gửi đề nghị gia hạn").click()
    expect(asking.get_by_role("alert")).to_contain_text("phải sau hạn đang có (31/7/2022)")
    expect(asking.get_by_label("Lý do")).to_have_value("Chờ Bộ hướng dẫn")
    looked_at(asking, "xin-gia-han")
    # The browser complains of the answer's status, 422.
    complaints.clear()


def test_more_time_is_asked_and_decided(asking: Page, sign_in: SignIn, coordinator: Account, looked_at: Look) -> None:
    asking.get_by_label("Xin đến ngày").fill("30/9/2022")
    asking.get_by_role("button", name="Gửi đề nghị gia hạn").click()
    expect(asking.get_by_role("status")).to_contain_text("chờ quyết định")
    page = sign_in(coordinator)
    page.goto("/viec-cua-toi")
    page.get_by_role("link", name="Quyết định về gia hạn").click()
    looked_at(page, "quyet-dinh-gia-han")
    page.get_by_label("Cho gia hạn", exact=True).check()
    page.get_by_label("Số, ký hiệu văn bản quyết định").fill("12/TB-BCĐ")
    page.get_by_label("Ngày văn bản").fill("20/7/2022")
    page.get_by_role("button", name="Ghi quyết định").click()
    expect(page.get_by_role("status")).to_contain_text("Đã gia hạn đến 30/9/2022")
    assert Extension.objects.get().state == "granted"
    page.goto(address(Task.objects.get(code="II.1")))
    looked_at(page, "nhiem-vu-da-gia-han")


def test_notices_serve_a_phone(
    sign_in: SignIn, programme: Programme, task: Task, officer: Account, coordinator: Account, looked_at: Look
) -> None:
    page = sign_in(officer)
    page.goto(address(task))
    page.get_by_role("textbox", name="Nội dung").fill("@coordinator cho ý kiến")
    page.get_by_role("button", name="Gửi trao đổi").click()
    page = sign_in(coordinator)
    page.goto("/thong-bao")
    looked_at(page, "thong-bao")
    page.get_by_role("link", name="Nhắc đến bạn").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(task.code)


def test_a_report_with_its_file_and_more_time_are_sent_without_script(
    sign_in_without_script: SignIn, task: Task, officer: Account
) -> None:
    page = sign_in_without_script(officer)
    page.goto(address(task))
    page.get_by_label("Đang thực hiện").check()
    page.get_by_label("Đã làm được gì").fill("Đã có dự thảo")
    page.get_by_text("Minh chứng", exact=False).first.click()
    page.locator("input[type=file]").first.set_input_files(
        {"name": "du-thao.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 du thao"}
    )
    page.get_by_role("button", name="Gửi cập nhật").click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi cập nhật")
    entry = ProgressEntry.objects.get()
    assert (entry.said, entry.note) == ("doing", "Đã có dự thảo")
    assert [proof.file.name for proof in entry.evidence.all() if proof.file] == ["du-thao.pdf"]
    page.get_by_role("link", name="Xin gia hạn").click()
    page.get_by_label("Xin đến ngày").fill("30/9/2022")
    page.get_by_label("Lý do").fill("Chờ Bộ hướng dẫn")
    page.get_by_role("button", name="Gửi đề nghị gia hạn").click()
    expect(page.get_by_role("status")).to_contain_text("chờ quyết định")
    assert str(Extension.objects.get().asked_on) == "2022-09-30"
