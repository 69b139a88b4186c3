"""Several items at once by the API, and words of the document that become an item."""

import pytest

from tinhso.steering.api.review.tests.conftest import Content, Desk
from tinhso.steering.programmes.models import Acceptance, Edit, Task

pytestmark = pytest.mark.django_db
WORDS = "phần mềm quản lý nhà trọ"


def seen(desk: Desk, *codes: str) -> list[dict[str, object]]:
    """Items with the versions that stand."""
    rows = {row["code"]: row for row in desk.read("items")["items"]}
    return [{"item": rows[code]["item"], "version": rows[code]["version"]} for code in codes]


def test_merged_items_are_the_first_with_the_words_of_all(desk: Desk) -> None:
    chosen = seen(desk, "II.3", "II.1")
    status, told = desk.send("merges", items=chosen)
    assert (status, told["code"]) == (200, "II.1")
    assert told["text"] == "Xây dựng Quy chế quản lý hệ thống thông tin báo cáo; Xây dựng phần mềm quản lý nhà trọ."
    gone = desk.read("items?dropped=true")["items"]
    assert [(row["item"], row["merged_into"]) for row in gone] == [(chosen[0]["item"], chosen[1]["item"])]


def test_a_version_passed_merges_nothing(desk: Desk) -> None:
    chosen = seen(desk, "II.1", "II.3")
    chosen[1]["version"] = 9
    status, told = desk.send("merges", items=chosen, text="Một mục")
    assert (status, told["code"], Edit.objects.count()) == (409, "changed_meanwhile", 0)


def test_items_of_two_kinds_are_not_merged(desk: Desk) -> None:
    indicator = {"item": desk.name("I.1", "indicator"), "version": 1}
    status, told = desk.send("merges", items=[*seen(desk, "II.1"), indicator])
    assert (status, told["code"]) == (422, "nothing_to_merge")


def test_words_of_the_document_become_a_task_once(desk: Desk) -> None:
    added = {"kind": "task", "words": WORDS}
    status, told = desk.send("items", key="k1", **added)
    assert (status, told["text"], told["code"], told["acceptance"]) == (201, WORDS, "II+1", "corrected")
    assert desk.send("items", key="k1", **added) == (201, told)
    assert desk.send("items", **added)[1]["code"] == "already_an_item"


def test_a_product_answers_with_the_task_that_got_it(desk: Desk) -> None:
    status, told = desk.send("items", kind="deliverable", words=WORDS)
    assert (status, told["item"]) == (201, desk.name("II.3"))
    task = desk.read(f"tasks/{told['id']}")
    assert [product["text"] for product in task["products"]] == [WORDS]


def test_words_that_stand_nowhere_are_quoted_back(desk: Desk) -> None:
    status, told = desk.send("items", kind="task", words="không có trong văn bản")
    assert (status, told["code"]) == (422, "words_not_found")


def test_some_are_accepted_by_name_and_all_by_kind(desk: Desk) -> None:
    named = [desk.name("II.1"), desk.name("I.1", "indicator")]
    assert desk.send("acceptance", items=named) == (200, {"accepted": 2})
    assert desk.send("acceptance", items=named) == (200, {"accepted": 0})
    assert desk.send("acceptance", kinds=["task"]) == (200, {"accepted": 2})
    assert not Task.objects.filter(acceptance=Acceptance.PROPOSED).exists()
    assert [row["code"] for row in desk.read("items?kind=indicator&acceptance=proposed")["items"]] == ["I.2"]


@pytest.mark.parametrize("content", [{}, {"items": [], "kinds": []}, {"items": ["task-1"], "kinds": ["task"]}])
def test_nothing_named_never_means_everything(desk: Desk, content: Content) -> None:
    assert desk.send("acceptance", **content)[0] == 422
    assert Task.objects.filter(acceptance=Acceptance.PROPOSED).exists()


def test_an_officer_of_a_unit_does_none_of_it(desk: Desk, outsider: Desk) -> None:
    deeds: tuple[tuple[str, Content], ...] = (
        ("merges", {"items": seen(desk, "II.1", "II.3")}),
        ("items", {"kind": "task", "words": WORDS}),
        ("acceptance", {"kinds": ["task"]}),
    )
    assert [outsider.send(path, **content)[0] for path, content in deeds] == [403, 403, 403]
    assert outsider.client.get(outsider.address("items")).status_code == 403
