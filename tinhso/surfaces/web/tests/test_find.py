"""The search page, and what opens under the field while typing."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Kind, Unit

pytestmark = pytest.mark.django_db
TYPING = {"HX-Request": "true", "HX-Target": "find-panel"}


def page(client: Client, account: Account, query: str, headers: dict[str, str] | None = None, **asks: str) -> str:
    client.force_login(account)
    answer = client.get(reverse("web:find"), {"q": query, **asks}, headers=headers)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_what_is_found_stands_by_kind_with_its_count_and_its_words_marked(
    client: Client, officer: Account, district: Unit
) -> None:
    told = page(client, officer, "huyen mau")
    assert "<mark>huyện Mẫu</mark>" in told
    assert 'Đơn vị <span class="count">1</span>' in told


def test_while_typing_only_the_panel_is_sent(client: Client, officer: Account, district: Unit) -> None:
    told = page(client, officer, "huyen", TYPING)
    assert "<html" not in told
    assert "<mark>huyện</mark>" in told
    assert f'href="{reverse("web:find")}?q=huyen"' in told


def test_one_letter_says_too_little_while_typing(client: Client, officer: Account, district: Unit) -> None:
    assert page(client, officer, "h", TYPING).strip() == ""
    assert "Huyện" in page(client, officer, "h")


def test_one_kind_is_shown_a_leaf_at_a_time(client: Client, officer: Account, province: Unit) -> None:
    for number in range(25):
        unit(f"xa-{number}", f"Xã Số {number:02}", kind=Kind.COMMUNE, parent=province)
    first, second = (page(client, officer, "xã số", loai="unit", page=number) for number in ("1", "2"))
    assert (first.count('class="hits"'), first.count("<mark>xã Số</mark>")) == (1, 20)
    assert second.count("<mark>xã Số</mark>") == 5
    assert "21–25 trong 25" in second


def test_a_kind_that_does_not_exist_is_no_page(client: Client, officer: Account) -> None:
    client.force_login(officer)
    assert client.get(reverse("web:find"), {"q": "a", "loai": "khong-co"}).status_code == 404


def test_without_an_answer_the_page_advises(client: Client, officer: Account) -> None:
    assert "Thử ít từ hơn" in page(client, officer, "zzzz")
    assert "Không thấy gì cho “zzzz”" in page(client, officer, "zzzz", TYPING)


def test_who_may_find_nothing_is_told_so(client: Client, citizen: Account) -> None:
    assert "Chưa có gì để tìm" in page(client, citizen, "mau")


def test_what_is_typed_is_shown_as_typed(client: Client, officer: Account) -> None:
    client.force_login(officer)
    told = client.get(reverse("web:find"), {"q": "<b>\"'&"}).content.decode()
    assert "<b>\"'" not in told
    assert "&lt;b&gt;" in told


@pytest.mark.parametrize("asks", [{"page": "9" * 30}, {"page": "²"}, {"loai": "unit", "page": "99"}])
def test_a_page_that_does_not_exist_is_no_error(
    client: Client, officer: Account, district: Unit, asks: dict[str, str]
) -> None:
    assert page(client, officer, "mau", None, **asks)
