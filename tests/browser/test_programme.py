"""The main way in a real browser: sign in, bring a plan in, start the programme, open a task; and every page of it."""

from collections.abc import Iterator
from typing import Literal

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tests.browser.test_shell import come_in
from tinhso.config.places import CHECKOUT
from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.actions.read import read
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.actions.take_in import take_in
from tinhso.steering.programmes.models import Indicator, Programme, ReadingJob, Task

SEED = CHECKOUT / "samples" / "plans" / "kh-bcdcds-bacgiang-2022.txt"


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.HOME = tmp_path_factory.mktemp("home")


@pytest.fixture
def programme(live_server: LiveServer) -> Programme:
    """The seed plan as a programme, with the organisations of its province."""
    call_command("load_organisations", verbosity=0)
    return start(take_in(SEED.read_bytes(), SEED.name), by=None)


def places(programme: Programme) -> Iterator[tuple[str, str]]:
    """Every page of the programme with the name of its screenshot."""
    for view in ("board", "indicators", "tasks", "plan_text"):
        yield view, reverse(f"pages:{view}", args=(programme.pk,))
    task, indicator = Task.objects.get(code="II.1.a.2"), Indicator.objects.get(code="II.7")
    yield "task", reverse("pages:task", args=(programme.pk, task.pk))
    yield "indicator", reverse("pages:indicator", args=(programme.pk, indicator.pk))
    yield "compare", reverse("pages:compare", args=(programme.pk, programme.document_id))
    for view in ("document", "document_text", "start"):
        yield view, reverse(f"pages:{view}", args=(programme.document_id,))
    for view in ("programmes", "documents", "receive"):
        yield view, reverse(f"pages:{view}")


@pytest.mark.parametrize("width", WIDTHS)
def test_from_the_sign_in_to_a_task(
    page: Page, screenshot: Shoot, live_server: LiveServer, coordinator: Account, width: int
) -> None:
    page.set_viewport_size(size(width))
    come_in(page, coordinator, "mot-mat-khau-dai-9")
    page.get_by_role("link", name="Tiếp nhận kế hoạch").first.click()
    page.get_by_label("Tệp kế hoạch").set_input_files(SEED)
    screenshot(page, "tiep-nhan")
    page.get_by_role("button", name="Gửi và đọc kế hoạch").click()
    expect(page.get_by_text("Chờ đến lượt")).to_be_visible()
    screenshot(page, "dang-doc")
    read(ReadingJob.objects.get())
    expect(page.get_by_role("heading", name="Trước khi ký")).to_be_visible()
    screenshot(page, "ket-qua-doc")
    page.get_by_role("link", name="Lập chương trình").click()
    page.get_by_role("button", name="Lập chương trình").click()
    expect(page.get_by_text("Đã lập chương trình.")).to_be_visible()
    screenshot(page, "dieu-hanh")
    page.get_by_role("link", name="Nhiệm vụ", exact=True).locator("visible=true").click()
    page.get_by_role("link", name="Trình Chủ tịch UBND tỉnh ban hành").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nhiệm vụ II.1.a.2")
    page.get_by_role("button", name="Chấp nhận").click()
    expect(page.get_by_text("Đã chấp nhận nhiệm vụ II.1.a.2.")).to_be_visible()
    screenshot(page, "nhiem-vu-mot")


@pytest.mark.parametrize(("width", "scheme"), [(WIDTHS[0], "light"), (WIDTHS[1], "dark")])
def test_every_page_fits_and_can_be_used_by_everybody(
    page: Page,
    sign_in: SignIn,
    axe: CheckAxe,
    screenshot: Shoot,
    programme: Programme,
    coordinator: Account,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    page.set_viewport_size(size(width))
    page.emulate_media(color_scheme=scheme)
    sign_in(coordinator).goto(f"{reverse('pages:board', args=(programme.pk,))}?ngay=15/10/2022")
    for name, address in places(programme):
        page.goto(address)
        axe(page)
        assert fits(page), name
        screenshot(page, f"{name}-{scheme}")


def test_a_link_from_a_task_scrolls_to_its_words(
    page: Page, sign_in: SignIn, programme: Programme, officer: Account
) -> None:
    task = Task.objects.get(code="II.9.a.1")
    sign_in(officer).goto(reverse("pages:task", args=(programme.pk, task.pk)))
    page.get_by_role("link", name="Xem trong văn bản").first.click()
    marked = page.locator(":target")
    expect(marked).to_be_in_viewport()
    expect(marked).to_contain_text(task.text[:40])


def test_typing_narrows_the_list_without_a_new_page(
    page: Page, sign_in: SignIn, programme: Programme, officer: Account
) -> None:
    sign_in(officer).goto(reverse("pages:tasks", args=(programme.pk,)))
    page.get_by_label("Từ cần tìm").press_sequentially("vpostcode")
    expect(page.locator(".total")).to_contain_text("1 nhiệm vụ")
    assert "q=vpostcode" in page.url


def test_a_plan_is_sent_and_a_programme_read_without_script(
    page: Page, live_server: LiveServer, coordinator: Account
) -> None:
    browser = page.context.browser
    assert browser
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport=size(360))
    plain = context.new_page()
    come_in(plain, coordinator, "khong-can-script-5")
    plain.goto(reverse("pages:receive"))
    plain.get_by_label("hoặc dán nội dung").fill(SEED.read_text(encoding="utf-8"))
    plain.get_by_role("button", name="Gửi và đọc kế hoạch").click()
    read(ReadingJob.objects.get())
    plain.get_by_role("link", name="Xem lại tiến độ").click()
    plain.get_by_role("link", name="Xem kết quả đọc").click()
    plain.get_by_role("link", name="Lập chương trình").click()
    plain.get_by_role("button", name="Lập chương trình").click()
    expect(plain.get_by_text("Đã lập chương trình.")).to_be_visible()
    plain.get_by_role("link", name="Nhiệm vụ", exact=True).locator("visible=true").click()
    plain.get_by_label("Từ cần tìm").fill("vpostcode")
    plain.get_by_role("button", name="Lọc").click()
    expect(plain.locator(".total")).to_contain_text("1 nhiệm vụ")
    context.close()
