"""Chức vụ of a unit on the screen."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import SINCE
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Holding, Post

pytestmark = pytest.mark.django_db
POSTS = "/don-vi/huyen-mau/chuc-vu"


@pytest.fixture
def desk(client: Client, head: Account) -> Client:
    client.force_login(head)
    return client


def page(client: Client, address: str = POSTS) -> str:
    return unescape(client.get(address).content.decode())


def test_the_head_makes_a_post_and_says_who_holds_it(desk: Client, officer: Account) -> None:
    desk.post(f"{POSTS}/moi", {"title": "Phó Chủ tịch UBND", "rank": "deputy", "since": "01/01/2022"})
    post = Post.objects.get(title="Phó Chủ tịch UBND")
    sent = {"person": "Trần Văn Thử", "since": "01/3/2022", "seat": "1", "account": "Officer", "source": "QĐ 5"}
    desk.post(reverse("posts:hold", args=("huyen-mau", post.pk)), sent)
    shown = page(desk)
    assert all(words in shown for words in ("Phó Chủ tịch UBND huyện Mẫu", "Trần Văn Thử", "(officer)", "01/3/2022"))


def test_who_holds_it_ends_with_a_day(desk: Client, head: Account) -> None:
    post = Post.objects.get(title="Chủ tịch UBND")
    held = Holding.objects.create(post=post, person="Phạm Văn Mẫu", valid_from=SINCE)
    desk.post(reverse("posts:end_holding", args=("huyen-mau", held.pk)), {"on": "01/6/2022"})
    assert "đến hết 31/5/2022" in page(desk)


def test_an_impossible_end_is_told_in_a_sentence(desk: Client, head: Account) -> None:
    post = Post.objects.get(title="Chủ tịch UBND")
    answer = desk.post(reverse("posts:end", args=("huyen-mau", post.pk)), {"on": "01/01/2020"}, follow=True)
    assert "Ngày hết hiệu lực phải sau ngày bắt đầu." in unescape(answer.content.decode())


def test_an_unknown_account_keeps_what_was_typed(desk: Client) -> None:
    post = Post.objects.get(title="Chủ tịch UBND")
    sent = {"person": "Người Đã Gõ", "since": "01/3/2022", "seat": "1", "account": "khong-co"}
    answer = desk.post(reverse("posts:hold", args=("huyen-mau", post.pk)), sent)
    assert (answer.status_code, "Người Đã Gõ" in unescape(answer.content.decode())) == (422, True)


def test_others_read_and_change_nothing(client: Client, head: Account, other_officer: Account) -> None:
    client.force_login(other_officer)
    assert "Thêm chức vụ" not in page(client)
    assert client.get(f"{POSTS}/moi").status_code == 403
