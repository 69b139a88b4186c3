"""One item of the review by the API: the rules, the history and the rights of the page."""

import pytest

from tinhso.steering.api.review.tests.conftest import Content, Desk
from tinhso.steering.programmes.models import Edit, Programme, Task

pytestmark = pytest.mark.django_db


def test_a_task_is_split_where_the_caller_says(desk: Desk) -> None:
    item = desk.name("II.2")
    text = desk.read(f"items/{item}")["text"]
    status, told = desk.do(item, "split", at=text.index("vận hành"))
    assert (status, told["first"]["text"], told["second"]["text"]) == (
        *(201, "Duy trì"),
        "Vận hành tốt Trung tâm Tích hợp dữ liệu",
    )
    assert (told["second"]["split_from"], told["second"]["code"]) == (item, "II.2+1")
    assert [edit["deed"] for edit in desk.read(f"items/{item}")["edits"]] == ["split"]


def test_split_at_the_end_nothing_is_done(desk: Desk) -> None:
    status, told = desk.do(desk.name("II.2"), "split", at=9_999)
    assert (status, told["code"], Edit.objects.count()) == (422, "nothing_to_split", 0)


def test_split_twice_with_one_key_there_are_two_items(desk: Desk) -> None:
    item, before = desk.name("II.2"), Task.objects.count()
    seen = desk.client.get(desk.address(f"items/{item}")).headers["ETag"]
    answers = [desk.send(f"items/{item}/split", seen=seen, key="k1", at=9) for _ in range(2)]
    assert answers[0] == answers[1]
    assert Task.objects.count() == before + 1


def test_what_is_dropped_is_listed_apart_with_its_reason_and_comes_back(desk: Desk) -> None:
    item = desk.name("II.3")
    status, told = desk.do(item, "drop", reason="Trùng với mục khác")
    assert (status, told["dropped"], told["dropped_why"]) == (200, True, "Trùng với mục khác")
    assert [row["item"] for row in desk.read("items?dropped=true")["items"]] == [item]
    assert desk.do(item, "drop", reason="lần nữa")[0] == 404
    assert desk.do(item, "restoration")[1]["dropped"] is False
    assert item in [row["item"] for row in desk.read("items")["items"]]


def test_what_was_not_dropped_is_told_in_its_own_words(desk: Desk) -> None:
    status, told = desk.do(desk.name("II.3"), "restoration")
    assert (status, told["code"]) == (409, "not_dropped")


def test_a_duty_is_accepted_and_no_page_of_it_is_needed(desk: Desk) -> None:
    duty = desk.read("items?kind=duty")["items"][0]
    status, told = desk.do(duty["item"], "acceptance")
    assert (status, told["acceptance"], told["version"]) == (200, "accepted", duty["version"] + 1)


@pytest.mark.parametrize(
    ("deed", "content"), [("acceptance", {}), ("split", {"at": 9}), ("drop", {"reason": "x"}), ("restoration", {})]
)
def test_every_deed_names_the_version_that_was_read(desk: Desk, deed: str, content: Content) -> None:
    item = desk.name("II.2")
    if deed == "restoration":
        desk.do(item, "drop", reason="x")
    assert desk.send(f"items/{item}/{deed}", **content)[0] == 428
    status, told = desk.send(f"items/{item}/{deed}", seen='"999"', **content)
    assert (status, told["code"]) == (412, "precondition_failed")


@pytest.mark.parametrize(
    ("deed", "content"), [("acceptance", {}), ("split", {"at": 9}), ("drop", {"reason": "x"}), ("restoration", {})]
)
def test_an_officer_of_a_unit_does_none_of_it(desk: Desk, outsider: Desk, deed: str, content: Content) -> None:
    status, told = outsider.send(f"items/{desk.name('II.2')}/{deed}", seen='"1"', **content)
    assert (status, told["code"], Edit.objects.count()) == (403, "not_allowed", 0)


def test_a_closed_programme_takes_nothing_and_says_so(desk: Desk) -> None:
    item = desk.name("II.2")
    Programme.objects.update(state="closed")
    status, told = desk.do(item, "split", at=9)
    assert (status, told["code"]) == (409, "programme_closed")


def test_what_names_no_item_of_the_programme_is_not_found(desk: Desk) -> None:
    assert [desk.client.get(desk.address(f"items/{name}")).status_code for name in ("task-999999", "x", "task-")] == [
        404
    ] * 3
