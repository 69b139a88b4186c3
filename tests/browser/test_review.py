"""The review in a real browser, by keyboard alone: accept, correct, split, merge, add, drop; and on a phone."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tests.samples import SEED
from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.actions.take_in import take_in
from tinhso.steering.programmes.models import Programme, Task


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.HOME = tmp_path_factory.mktemp("home")


@pytest.fixture
def programme(live_server: LiveServer) -> Programme:
    """The seed plan as a programme, with the organisations of its province."""
    call_command("load_organisations", verbosity=0)
    return start(take_in(SEED.read_bytes(), SEED.name), by=None)


@pytest.fixture
def review(page: Page, sign_in: SignIn, programme: Programme, coordinator: Account) -> Page:
    """The coordinator at the tasks of the plan."""
    sign_in(coordinator).goto(f"{reverse('review:screen', args=(programme.pk,))}?loai=task")
    expect(current(page)).to_contain_text("NV II.1.a.1")
    return page


def current(page: Page) -> Locator:
    return page.locator(".review-row.is-current")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_items_are_accepted_one_after_another_without_a_hand_on_the_mouse(review: Page) -> None:
    press(review, "a")
    expect(current(review)).to_contain_text("NV II.1.a.2")
    press(review, "ArrowDown", "a")
    expect(current(review)).to_contain_text("NV II.2.a.1")
    expect(review.locator("#progress")).to_contain_text("2/")
    expect(review.locator("mark.is-current").first).to_be_in_viewport()
    expect(review.locator("mark .mark-sign").filter(has_text="NV II.1.a.1 ✓")).to_have_count(1)


def test_an_item_is_corrected_by_keyboard_and_comes_back_into_sight(
    review: Page, axe: CheckAxe, screenshot: Shoot
) -> None:
    press(review, "j", "e")
    expect(review.get_by_label("Nội dung")).to_be_focused()
    axe(review)
    screenshot(review, "duyet-sua")
    review.keyboard.type("Chủ động: ")
    review.get_by_label("Nội dung").press("Control+Enter")
    expect(review.get_by_text("Đã lưu II.1.a.2.")).to_be_visible()
    expect(current(review)).to_contain_text("Đã sửa")
    assert Task.objects.get(code="II.1.a.2").text.startswith("Chủ động: ")


def test_an_item_is_split_at_a_clause(review: Page, axe: CheckAxe, screenshot: Shoot) -> None:
    press(review, "s")
    expect(review.get_by_role("heading", name="Tách II.1.a.1 thành hai mục")).to_be_visible()
    axe(review)
    screenshot(review, "duyet-tach")
    press(review, "Space", "Enter")
    expect(review.get_by_text("mục mới là II.1.a.1+1")).to_be_visible()
    expect(current(review)).to_contain_text("NV II.1.a.1+1")


def test_two_items_are_merged(review: Page, axe: CheckAxe, screenshot: Shoot) -> None:
    press(review, "m")
    expect(review.get_by_role("heading", name="Gộp 2 mục")).to_be_visible()
    axe(review)
    screenshot(review, "duyet-gop")
    review.get_by_label("Nội dung của mục sau khi gộp").press("Control+Enter")
    expect(review.get_by_text("Đã gộp 2 mục thành II.1.a.1.")).to_be_visible()
    assert Task.objects.get(code="II.1.a.2").merged_into == Task.objects.get(code="II.1.a.1")


def test_what_is_no_task_is_dropped_and_taken_back(review: Page) -> None:
    press(review, "x")
    expect(review.get_by_label("Lý do bỏ")).to_be_focused()
    review.keyboard.type("Câu dẫn, tiêu đề")
    press(review, "Enter")
    expect(review.get_by_text("Đã bỏ II.1.a.1.")).to_be_visible()
    review.get_by_role("link", name="Đã bỏ 1").press("Enter")
    review.get_by_role("button", name="Lấy lại").press("Enter")
    expect(review.get_by_text("Đã lấy lại II.1.a.1.")).to_be_visible()


def test_selected_words_become_a_task(review: Page, axe: CheckAxe, screenshot: Shoot, programme: Programme) -> None:
    words = "Có Phụ lục phân công thành viên Ban chỉ đạo theo dõi"
    review.evaluate(
        """words => {
          const walk = document.createTreeWalker(document.querySelector('.review-text'), NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const place = walk.currentNode.data.indexOf(words);
            if (place < 0) continue;
            const range = document.createRange();
            range.setStart(walk.currentNode, place);
            range.setEnd(walk.currentNode, place + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return;
          }
        }""",
        words,
    )
    press(review, "t")
    expect(review.get_by_label("Nguyên văn trong văn bản")).to_have_value(words)
    axe(review)
    screenshot(review, "duyet-them")
    review.get_by_role("button", name="Thêm", exact=True).press("Enter")
    expect(review.get_by_label("Nội dung")).to_have_value(words)
    span = Task.objects.get(text=words).spans.get()
    assert programme.document.reading.text[span.start : span.end] == words


def test_a_click_on_either_side_shows_the_other(review: Page) -> None:
    review.locator("mark.mark-task").filter(has_text="Xây dựng Kho dữ liệu số").click()
    row = review.locator(".review-row", has_text="Xây dựng Kho dữ liệu số")
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
    review.locator(".review-row").first.locator("[data-source]").click()
    expect(review.locator("mark.is-current").first).to_be_in_viewport()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_screen_fits_and_can_be_used_by_everybody(
    page: Page,
    sign_in: SignIn,
    axe: CheckAxe,
    screenshot: Shoot,
    programme: Programme,
    coordinator: Account,
    width: int,
) -> None:
    page.set_viewport_size(size(width))
    sign_in(coordinator)
    address = reverse("review:screen", args=(programme.pk,))
    for name, query in {"duyet": "", "truoc-khi-ky": "?xem=luu-y", "chua-ro": "?xem=chua-ro"}.items():
        page.goto(address + query)
        axe(page)
        assert fits(page), name
        screenshot(page, name)
    page.goto(address + "#van-ban")
    expect(page.locator("#van-ban")).to_be_visible()
    assert fits(page)


def test_on_a_phone_the_verbs_of_an_item_stand_on_one_line(review: Page) -> None:
    review.set_viewport_size(size(360))
    verbs = review.locator(".review-row").first.locator(".review-verbs .button")
    expect(verbs).to_have_text(["Chấp nhận", "Sửa", "Tách", "Bỏ"])
    assert len({box["y"] for verb in verbs.all() if (box := verb.bounding_box())}) == 1


def test_everything_is_done_without_script(
    page: Page, live_server: LiveServer, programme: Programme, sign_in: SignIn, coordinator: Account
) -> None:
    browser = page.context.browser
    assert browser
    sign_in(coordinator)
    context = browser.new_context(
        base_url=live_server.url,
        java_script_enabled=False,
        viewport=size(360),
        storage_state=page.context.storage_state(),
    )
    plain = context.new_page()
    plain.goto(f"{reverse('review:screen', args=(programme.pk,))}?loai=task")
    plain.get_by_role("button", name="Chấp nhận", exact=True).first.click()
    expect(plain.locator("#progress")).to_contain_text("1/")
    plain.locator(".review-switch").get_by_role("link", name="Văn bản").click()
    expect(plain.locator("#van-ban")).to_be_visible()
    expect(plain.locator("#cac-muc")).to_be_hidden()
    plain.locator("mark.mark-task a").nth(2).click()
    expect(plain.locator(".review-row:target")).to_be_visible()
    plain.get_by_role("link", name="Thêm", exact=True).click()
    plain.get_by_label("Nguyên văn trong văn bản").fill("Có Phụ lục phân công thành viên Ban chỉ đạo")
    plain.get_by_role("button", name="Thêm", exact=True).click()
    expect(plain.get_by_text("Đã thêm")).to_be_visible()
    context.close()
