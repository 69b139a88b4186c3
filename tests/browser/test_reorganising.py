"""A reorganisation in a real browser: entered step by step, previewed, put into force, taken back."""

from datetime import date

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tests.browser.test_programme import SEED
from tests.cast import person
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Holding, Post, Unit
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.actions.take_in import take_in
from tinhso.steering.programmes.models import Programme

SCIENCE, BUILDING = "bac-ninh-so-khcn", "bac-ninh-so-xay-dung"


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.HOME = tmp_path_factory.mktemp("home")


@pytest.fixture
def keeper(live_server: LiveServer, sign_in: SignIn) -> Page:
    """Who keeps the organisations of Bắc Ninh in 2026, where the plan of 2022 is still worked on."""
    call_command("load_organisations", verbosity=0)
    start(take_in(SEED.read_bytes(), SEED.name), by=None)
    person("can-bo", "Cán Bộ Mẫu", role=Role.UNIT_OFFICER, at=Unit.objects.get(key=SCIENCE))
    head = Post.objects.get(unit__key=BUILDING, rank="head")
    Holding.objects.create(post=head, person="Ông Giám Đốc Mẫu", valid_from=date(2025, 7, 1))
    return sign_in(person("quan-ly", "Quản Lý Mẫu", role=Role.ADMINISTRATOR, at=Unit.objects.get(key="tinh-bac-ninh")))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_merger_is_entered_previewed_put_into_force_and_taken_back(
    keeper: Page, axe: CheckAxe, screenshot: Shoot, width: int
) -> None:
    keeper.set_viewport_size(size(width))
    keeper.goto("/don-vi")
    keeper.get_by_role("link", name="Sắp xếp tổ chức").click()
    _look(keeper, axe, screenshot, "sap-xep-danh-sach")
    _enter_decision(keeper, axe, screenshot)
    _enter_merger(keeper, axe, screenshot)
    keeper.get_by_role("link", name="Xem trước thay đổi").click()
    expect(
        keeper.get_by_text("Cán Bộ Mẫu, cán bộ đơn vị: chuyển sang Sở Khoa học, Công nghệ và Xây dựng")
    ).to_be_visible()
    expect(keeper.get_by_text("Ông Giám Đốc Mẫu")).to_be_visible()
    _look(keeper, axe, screenshot, "sap-xep-xem-truoc")
    keeper.get_by_role("button", name="Đưa vào hiệu lực từ 01/6/2026").click()
    expect(keeper.get_by_text("Đã đưa vào hiệu lực từ 01/6/2026")).to_be_visible()
    keeper.goto("/don-vi?on=01/6/2026&q=cong nghe va xay dung")
    keeper.get_by_role("link", name="Sở Khoa học, Công nghệ và Xây dựng").first.click()
    _look(keeper, axe, screenshot, "don-vi-moi-lap")
    _take_back(keeper, axe, screenshot)
    keeper.goto("/don-vi?on=01/6/2026&q=cong nghe va xay dung")
    expect(keeper.get_by_text("Không có đơn vị nào mang tên ấy")).to_be_visible()


def _enter_decision(keeper: Page, axe: CheckAxe, screenshot: Shoot) -> None:
    keeper.get_by_role("link", name="Soạn quyết định sắp xếp").click()
    keeper.get_by_label("Số, ký hiệu").fill("12/NQ-HĐND")
    keeper.get_by_label("Nội dung (trích yếu)").fill("Hợp nhất hai sở")
    keeper.get_by_label("Ngày có hiệu lực").fill("01/6/2026")
    _look(keeper, axe, screenshot, "sap-xep-moi")
    keeper.get_by_role("button", name="Lập dự thảo").click()
    expect(keeper.get_by_role("heading", level=1)).to_have_text("Hợp nhất hai sở")


def _enter_merger(keeper: Page, axe: CheckAxe, screenshot: Shoot) -> None:
    keeper.get_by_role("link", name="Sáp nhập, hợp nhất").click()
    expect(keeper.get_by_label("Đơn vị nhập vào 3")).to_be_hidden()
    keeper.get_by_label("Đơn vị nhập vào 1").fill(f"Sở Khoa học và Công nghệ ({SCIENCE})")
    keeper.get_by_label("Đơn vị nhập vào 2").fill("so xay dung")
    keeper.get_by_label("Tên đơn vị mới").fill("Sở Khoa học, Công nghệ và Xây dựng")
    keeper.get_by_label("Loại đơn vị mới").select_option("Sở và cơ quan tương đương")
    keeper.get_by_label("Cấp trên của đơn vị mới").fill("Tỉnh Bắc Ninh")
    keeper.get_by_label("Chức danh người đứng đầu").fill("Giám đốc")
    _look(keeper, axe, screenshot, "sap-xep-buoc")
    keeper.get_by_role("button", name="Thêm bước này").click()
    expect(keeper.get_by_text("Sở Xây dựng nhập vào Sở Khoa học").first).to_be_visible()
    _look(keeper, axe, screenshot, "sap-xep-du-thao")


def _take_back(keeper: Page, axe: CheckAxe, screenshot: Shoot) -> None:
    keeper.goto("/sap-xep")
    keeper.get_by_role("link", name="Rút lại quyết định ngày 01/6/2026").click()
    keeper.get_by_label("Lý do rút lại").fill("Nghị quyết được thay thế")
    _look(keeper, axe, screenshot, "sap-xep-rut-lai")
    keeper.get_by_role("button", name="Rút lại quyết định ngày 01/6/2026").click()
    expect(keeper.get_by_text("Đã rút lại 1 quyết định của ngày 01/6/2026")).to_be_visible()
    _look(keeper, axe, screenshot, "sap-xep-sau-khi-rut")


def _look(keeper: Page, axe: CheckAxe, screenshot: Shoot, name: str) -> None:
    axe(keeper)
    assert fits(keeper)
    screenshot(keeper, name)


@pytest.mark.parametrize("width", WIDTHS)
def test_work_that_waits_for_a_decision_is_handed_over(
    keeper: Page, axe: CheckAxe, screenshot: Shoot, width: int
) -> None:
    keeper.set_viewport_size(size(width))
    keeper.goto(f"/chuong-trinh/{Programme.objects.get().pk}/giao-tiep?ngay=01/5/2026")
    _look(keeper, axe, screenshot, "giao-tiep")
    keeper.get_by_role("checkbox").first.check()
    keeper.get_by_label("Đơn vị tiếp nhận").fill("Công an tỉnh")
    keeper.get_by_label("Căn cứ, lý do").fill("Biên bản bàn giao số 12/BB")
    keeper.get_by_role("button", name="Ghi giao tiếp").click()
    expect(keeper.get_by_text("Đã ghi giao tiếp 1 việc.")).to_be_visible()
    _look(keeper, axe, screenshot, "giao-tiep-da-ghi")
