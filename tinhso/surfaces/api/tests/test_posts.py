"""The posts of a unit and their holders by the API as on their page."""

from typing import Any

import pytest
from django.test import Client

from tests.cast import SINCE
from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Holding, Post
from tinhso.surfaces.api.tests.conftest import Call

pytestmark = pytest.mark.django_db
UNIT = "/api/v1/units/huyen-mau"
DEPUTY = {"title": "Phó Chủ tịch UBND", "rank": "deputy", "since": "2022-02-01"}
HELD = {"person": "Trần Văn Thử", "since": "2022-03-01", "source": "QĐ 5"}


@pytest.fixture
def desk(caller: Call, head: Account) -> Client:
    return caller(head)


@pytest.fixture
def post(head: Account) -> Post:
    return Post.objects.get(title="Chủ tịch UBND")


def send(client: Client, address: str, **content: object) -> tuple[int, dict[str, Any]]:
    answer = client.post(f"{UNIT}/{address}", content, content_type="application/json")
    return answer.status_code, answer.json()


def told(client: Client, day: str) -> dict[str, list[str]]:
    posts = client.get(f"{UNIT}/posts?on={day}").json()["items"]
    return {post["title"]: [holder["person"] for holder in post["holders"]] for post in posts}


def test_a_post_is_made_and_held_from_day_to_day(desk: Client, officer: Account, post: Post) -> None:
    status, made = send(desk, "posts", **DEPUTY)
    assert (status, made["rank"], made["holders"]) == (201, "deputy", [])
    status, holder = send(desk, f"posts/{made['id']}/holders", **HELD, account="Officer")
    assert (status, holder["account"], holder["valid_to"]) == (201, "officer", None)
    assert told(desk, "2022-01-15") == {post.title: []}
    assert told(desk, "2022-02-15") == {post.title: [], "Phó Chủ tịch UBND": []}
    assert list(told(desk, "2022-03-15").items())[1] == ("Phó Chủ tịch UBND", ["Trần Văn Thử"])
    status, ended = send(desk, f"holders/{holder['id']}/end", on="2022-06-01")
    assert (status, ended["valid_to"]) == (200, "2022-06-01")
    assert told(desk, "2022-05-31")["Phó Chủ tịch UBND"] == ["Trần Văn Thử"]
    assert told(desk, "2022-06-01")["Phó Chủ tịch UBND"] == []


def test_a_post_ends_with_its_holders_and_stays_ended(desk: Client, post: Post) -> None:
    held = Holding.objects.create(post=post, person="Phạm Văn Mẫu", valid_from=SINCE)
    status, ended = send(desk, f"posts/{post.pk}/end", on="2022-06-01")
    assert (status, ended["valid_to"], ended["holders"][0]["valid_to"]) == (200, "2022-06-01", "2022-06-01")
    assert send(desk, f"posts/{post.pk}/end", on="2022-07-01")[1]["valid_to"] == "2022-06-01"
    assert send(desk, f"holders/{held.pk}/end", on="2022-07-01")[1]["valid_to"] == "2022-06-01"


def test_the_same_holder_sent_twice_is_one_and_another_in_his_seat_is_refused(desk: Client, post: Post) -> None:
    assert {send(desk, f"posts/{post.pk}/holders", **HELD)[1]["id"] for _time in range(2)} == {Holding.objects.get().pk}
    status, refused = send(desk, f"posts/{post.pk}/holders", **{**HELD, "person": "Người Khác"})
    assert (status, refused["code"], Holding.objects.count()) == (409, "seat_taken", 1)


@pytest.mark.parametrize(
    ("wrong", "status", "code"),
    [
        ({"account": "khong-co"}, 404, "not_found"),
        ({"since": "2001-01-01"}, 422, "outside_the_post"),
        ({"until": "2022-03-01"}, 422, "office_refused"),
        ({"person": " "}, 422, "invalid"),
        ({"seat": 0}, 422, "invalid"),
    ],
)
def test_what_breaks_a_rule_seats_nobody(
    desk: Client, post: Post, wrong: dict[str, object], status: int, code: str
) -> None:
    answer = send(desk, f"posts/{post.pk}/holders", **{**HELD, **wrong})
    assert (answer[0], answer[1]["code"], Holding.objects.count()) == (status, code, 0)


def test_a_post_before_its_unit_or_twice_is_refused(desk: Client) -> None:
    assert send(desk, "posts", **{**DEPUTY, "since": "1990-01-01"})[1]["code"] == "unit_not_there"
    assert send(desk, "posts", **DEPUTY)[0] == 201
    assert send(desk, "posts", **DEPUTY)[1]["code"] == "post_exists"


def test_of_another_unit_a_head_reads_and_changes_nothing(caller: Call, keys: Keys, head: Account) -> None:
    client, address = caller(head), "/api/v1/units/so-tttt"
    assert [post["title"] for post in client.get(f"{address}/posts").json()["items"]] == ["Chánh Văn phòng", "Giám đốc"]
    made = client.post(f"{address}/posts", DEPUTY, content_type="application/json")
    ended = client.post(f"{address}/posts/{keys['post']}/end", {"on": "2022-06-01"}, content_type="application/json")
    assert [(each.status_code, each.json()["code"]) for each in (made, ended)] == [(403, "not_your_unit")] * 2


@pytest.mark.usefixtures("head")
def test_a_post_is_found_at_its_own_unit_alone(caller: Call, keys: Keys, administrator: Account) -> None:
    client = caller(administrator)
    assert send(client, f"posts/{keys['post']}/end", on="2022-06-01")[0] == 404
    assert send(client, f"holders/{keys['holding']}/end", on="2022-06-01")[0] == 404
    assert not Post.objects.exclude(valid_to=None).exists()
