"""The list of tasks in a real browser: views, columns, bars, calendar, many at once; for everybody, on both widths."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, expect
from pytest_django import Settings

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Programme


@pytest.fixture
def programme(settings: Settings, tmp_path: Path, coordinator: Account) -> Programme:
    settings.HOME = tmp_path
    return start(stored(small_plan().reading()), by=coordinator, name="Chương trình mẫu")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_three_ways_to_look_serve_everybody(
    sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, coordinator: Account, programme: Programme, width: int
) -> None:
    page = sign_in(coordinator)
    page.set_viewport_size(size(width))
    for view, query in (("pages:tasks", ""), ("timeline:timeline", ""), ("timeline:calendar", "&thang=2022-07")):
        page.goto(f"{reverse(view, args=(programme.pk,))}?ngay=15/8/2022{query}")
        axe(page)
        assert fits(page), view
        screenshot(page, f"nhiem-vu-{view}")


def test_a_phone_shows_all_three_ways_and_the_whole_choice_of_columns(
    sign_in: SignIn, screenshot: Shoot, coordinator: Account, programme: Programme
) -> None:
    page = sign_in(coordinator)
    page.set_viewport_size(size(360))
    page.goto(reverse("pages:tasks", args=(programme.pk,)))
    for way in page.get_by_role("navigation", name="Cách xem").get_by_role("link").all():
        expect(way).to_be_in_viewport(ratio=1)
    page.get_by_text("Cột", exact=True).click()
    assert fits(page)
    assert is_within(page.locator(".menu-form"))
    screenshot(page, "cot")


def test_on_a4_the_list_is_a_table_however_narrow_the_paper(
    sign_in: SignIn, coordinator: Account, programme: Programme
) -> None:
    page = sign_in(coordinator)
    page.set_viewport_size({"width": 680, "height": 960})
    page.emulate_media(media="print")
    page.goto(reverse("pages:tasks", args=(programme.pk,)))
    head = page.get_by_role("columnheader", name="Tình trạng").bounding_box()
    assert head
    assert head["height"] > 10
    cells = page.locator("tbody tr").first.locator("td:visible").all()
    assert len(cells) > 3
    assert len({box["y"] for cell in cells if (box := cell.bounding_box())}) == 1


def is_within(shown: Locator) -> bool:
    """Whether nothing of it stands beyond the left or the right edge of the screen."""
    box = shown.bounding_box()
    return box is not None and box["x"] >= 0 and box["x"] + box["width"] <= size(360)["width"]


def test_a_view_is_saved_and_its_columns_chosen(
    sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, coordinator: Account, programme: Programme
) -> None:
    page = sign_in(coordinator)
    page.goto(f"{reverse('pages:tasks', args=(programme.pk,))}?tinh_trang=chua")
    page.get_by_text("Lưu khung nhìn này").click()
    page.get_by_label("Tên khung nhìn").fill("Chưa xong")
    axe(page)
    page.get_by_role("button", name="Lưu khung nhìn").click()
    expect(page.get_by_role("navigation", name="Khung nhìn")).to_contain_text("Chưa xong")
    page.get_by_text("Cột", exact=True).click()
    page.get_by_label("Sản phẩm").check()
    axe(page)
    page.get_by_role("button", name="Ghi nhớ các cột này").click()
    expect(page.get_by_role("columnheader", name="Sản phẩm")).to_be_visible()
    page.get_by_role("link", name="Sửa, chia sẻ").click()
    axe(page)
    screenshot(page, "khung-nhin")


def test_the_whole_page_is_accepted_after_a_look(
    sign_in: SignIn, axe: CheckAxe, screenshot: Shoot, coordinator: Account, programme: Programme
) -> None:
    page = sign_in(coordinator)
    page.goto(reverse("pages:tasks", args=(programme.pk,)))
    page.get_by_label("Chọn cả trang").check()
    page.get_by_role("button", name="Tiếp tục…").click()
    axe(page)
    screenshot(page, "hang-loat")
    page.get_by_role("button", name="Chấp nhận đề xuất tự động với").click()
    expect(page.get_by_role("status").first).to_contain_text("đã làm với")
    assert not programme.tasks.filter(acceptance="proposed").exists()
