"""Administering, in a real browser: a delegation, a decided day, a programme's settings, the log and its verification,
the condition of the system; at both widths, with axe."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tests.cast import lend
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.audit.models import Verification
from tinhso.kernel.audit.queue import verify_log
from tinhso.kernel.organisations.models import DecidedDay
from tinhso.lib.dates import write_date
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Programme

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def programme(transactional_db: None, coordinator: Account) -> Programme:
    return start(stored(small_plan().reading()), by=coordinator, name="Chương trình mẫu")


@pytest.fixture
def given(head: Account, officer: Account) -> Delegation:
    return lend(head, officer)


def looked_at(page: Page, axe: CheckAxe, screenshot: Shoot, name: str) -> None:
    """As an officer sees it at both widths."""
    for width in WIDTHS:
        page.set_viewport_size(size(width))
        axe(page)
        assert fits(page), name
        screenshot(page, name)
    page.set_viewport_size(size(1280))


def test_a_head_delegates_and_takes_back(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, head: Account, officer: Account
) -> None:
    today = timezone.localdate()
    sign_in(head).goto(reverse("web:administration"))
    looked_at(page, axe, screenshot, "quan-tri-thu-truong")
    page.get_by_role("link", name="Ủy quyền Cho người khác").click()
    page.get_by_role("link", name="Ủy quyền", exact=True).first.click()
    page.get_by_role("link", name="Chủ tịch UBND huyện Mẫu").click()
    page.get_by_label("Người được ủy quyền").select_option(label="Trần Văn Thử")
    page.get_by_label("Đến hết ngày").fill(write_date(today + timedelta(days=5)))
    page.get_by_label("Số văn bản ủy quyền").fill("15/UQ-UBND")
    page.get_by_label("duyệt báo cáo của đơn vị").check()
    looked_at(page, axe, screenshot, "uy-quyen-moi")
    page.get_by_role("button", name="Ủy quyền").click()
    expect(page.get_by_text("Đang hiệu lực")).to_be_visible()
    looked_at(page, axe, screenshot, "uy-quyen")
    assert standing(Account.objects.get(pk=officer.pk)).may(Verb.APPROVE_REPORT)
    page.get_by_text("Thu hồi", exact=False).first.click()
    page.get_by_role("button", name="Thu hồi ngay").click()
    expect(page.get_by_text("Đã thu hồi ủy quyền")).to_be_visible()
    assert Delegation.objects.get().taken_back_on == today


def test_a_swap_is_looked_at_and_entered(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, coordinator: Account
) -> None:
    sign_in(coordinator).goto("/quan-tri/lich/2022")
    looked_at(page, axe, screenshot, "lich-2022")
    page.get_by_role("link", name="Hoán đổi ngày").click()
    page.get_by_label("Nghỉ ngày").fill("01/6/2022")
    page.get_by_label("Làm bù ngày").fill("04/6/2022")
    page.get_by_label("Lý do").fill("Hoán đổi ngày làm việc")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_text("Không thời hạn đang mở nào thay đổi.")).to_be_visible()
    looked_at(page, axe, screenshot, "hoan-doi")
    page.get_by_role("button", name="Ghi vào lịch").click()
    expect(page.get_by_text("Đã ghi 2 ngày.")).to_be_visible()
    assert DecidedDay.objects.count() == 2


def test_the_settings_of_a_programme_are_saved(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, coordinator: Account, programme: Programme
) -> None:
    sign_in(coordinator).goto(reverse("programme_settings:settings", args=(programme.pk,)))
    page.get_by_label("Ai xác nhận nhiệm vụ đã hoàn thành").select_option("head")
    page.get_by_role("button", name="Lưu thiết lập").click()
    expect(page.get_by_text("Đã lưu thiết lập chương trình.")).to_be_visible()
    looked_at(page, axe, screenshot, "thiet-lap-chuong-trinh")


def test_an_administrator_filters_opens_and_verifies_the_log(
    page: Page,
    sign_in: SignIn,
    axe: CheckAxe,
    screenshot: Shoot,
    administrator: Account,
    given: Delegation,
) -> None:
    sign_in(administrator).goto(reverse("web:audit_log"))
    page.get_by_label("Bảng").select_option("delegation_delegation")
    page.get_by_role("button", name="Lọc").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    looked_at(page, axe, screenshot, "nhat-ky")
    page.locator("tbody tr a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thêm: ủy quyền")
    looked_at(page, axe, screenshot, "nhat-ky-mot-muc")
    page.goto(reverse("log:verifications"))
    page.get_by_role("button", name="Kiểm tra nhật ký").click()
    looked_at(page, axe, screenshot, "kiem-tra-nhat-ky")
    verify_log.call(Verification.objects.get().pk)
    expect(page.get_by_text("Nguyên vẹn", exact=True)).to_be_visible()
    looked_at(page, axe, screenshot, "kiem-tra-nhat-ky-xong")


def test_the_condition_of_the_system_is_told(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, administrator: Account
) -> None:
    sign_in(administrator).goto(reverse("web:administration"))
    looked_at(page, axe, screenshot, "quan-tri")
    page.goto(reverse("condition:page"))
    expect(page.get_by_text("Cơ sở dữ liệu", exact=True)).to_be_visible()
    looked_at(page, axe, screenshot, "tinh-trang")


def test_the_posts_of_a_unit_are_kept(
    page: Page, sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, head: Account
) -> None:
    sign_in(head).goto("/don-vi/huyen-mau/chuc-vu")
    page.get_by_role("link", name="Ghi người giữ").click()
    page.get_by_label("Họ và tên").fill("Phạm Văn Mẫu")
    page.get_by_label("Giữ từ ngày").fill("01/01/2022")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Đã ghi Phạm Văn Mẫu giữ chức vụ")).to_be_visible()
    looked_at(page, axe, screenshot, "chuc-vu")
