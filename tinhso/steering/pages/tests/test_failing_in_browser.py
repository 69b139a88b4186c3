"""What is sent without leaving the page and fails: it is said, nothing looks done that is not, and one can go on."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.fixtures import WIDTHS, CheckAxe, Shoot, SignIn, fits, size
from tinhso.kernel.accounts.models import Account, RoleAssignment, Session
from tinhso.steering.pages.tests.test_comparing import address, corrected
from tinhso.steering.programmes.models import Decision, Programme

__all__ = ["address", "corrected"]
PASSWORD = "mot-mat-khau-dai-9"


@pytest.fixture
def desk(sign_in: SignIn, coordinator: Account, complaints: list[str]) -> Page:
    """The coordinator's browser, which will complain of the statuses that are the matter here."""
    coordinator.set_password(PASSWORD)
    coordinator.save()
    page = sign_in(coordinator)
    page.on("console", lambda _message: complaints.clear())
    return page


@pytest.fixture
def review(desk: Page, programme: Programme) -> Page:
    desk.goto(f"{reverse('review:screen', args=(programme.pk,))}?loai=task")
    expect(desk.locator(".review-row.is-current")).to_be_visible()
    return desk


def failed(page: Page) -> str:
    said = page.locator("[data-failed] p")
    expect(said).to_be_in_viewport()
    return said.inner_text()


def accepted(programme: Programme) -> int:
    return programme.tasks.exclude(acceptance="proposed").count()


def test_an_ended_session_is_said_in_the_review_and_one_goes_on_after_signing_in(
    review: Page, programme: Programme, coordinator: Account, axe: CheckAxe, screenshot: Shoot
) -> None:
    Session.objects.all().delete()
    review.keyboard.press("a")
    assert "Phiên đăng nhập đã hết." in failed(review)
    assert accepted(programme) == 0
    for width in WIDTHS:
        review.set_viewport_size(size(width))
        axe(review)
        assert fits(review)
        screenshot(review, "phien-het")
    review.set_viewport_size(size(WIDTHS[0]))
    with review.expect_popup() as opened:
        review.get_by_role("link", name="Đăng nhập lại trong thẻ khác").click()
    door = opened.value
    door.get_by_label("Tên đăng nhập").fill(coordinator.username)
    door.get_by_label("Mật khẩu").fill(PASSWORD)
    door.get_by_role("button", name="Đăng nhập").click()
    expect(door.get_by_role("heading", level=1)).to_have_text("Duyệt mục máy đọc")
    door.close()
    review.locator(".review-row").first.focus()
    review.keyboard.press("a")
    expect(review.locator("#progress")).to_contain_text("1/")
    expect(review.locator("[data-failed]")).to_be_empty()
    assert accepted(programme) == 1


def test_a_choice_that_was_not_kept_does_not_look_kept(desk: Page, address: str) -> None:
    desk.goto(address)
    taken = desk.get_by_label("Lấy bản mới")
    taken.check()
    expect(desk.locator("#decided")).to_contain_text("1/2")
    Session.objects.all().delete()
    desk.get_by_label("Không thêm").click()
    assert "Phiên đăng nhập đã hết." in failed(desk)
    expect(taken).to_be_checked()
    expect(desk.locator("#decided")).to_contain_text("1/2")
    assert Decision.objects.get().choice == "take"


def test_a_list_does_not_turn_into_the_door(desk: Page, programme: Programme) -> None:
    desk.goto(reverse("pages:tasks", args=(programme.pk,)))
    Session.objects.all().delete()
    desk.locator("#id_q").fill("quy chế")
    assert "Phiên đăng nhập đã hết." in failed(desk)
    expect(desk.locator("#list")).to_contain_text("II.1")
    expect(desk.get_by_label("Mật khẩu")).to_have_count(0)


def test_without_a_net_it_is_said_and_the_next_time_works(review: Page, programme: Programme) -> None:
    review.context.set_offline(True)
    review.keyboard.press("a")
    assert "Không nối được với máy chủ" in failed(review)
    review.context.set_offline(False)
    review.keyboard.press("a")
    expect(review.locator("#progress")).to_contain_text("1/")
    expect(review.locator("[data-failed]")).to_be_empty()


def test_a_refusal_is_said_in_its_own_words(review: Page, programme: Programme, coordinator: Account) -> None:
    RoleAssignment.objects.filter(account=coordinator).delete()
    review.keyboard.press("a")
    assert "Việc vừa rồi chưa làm được" in failed(review)
    assert accepted(programme) == 0
