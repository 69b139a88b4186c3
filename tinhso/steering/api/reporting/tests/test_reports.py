"""A report written, sent, accepted and returned by other systems: the same rules, the same figures."""

from typing import Any

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.reporting.tests.conftest import Call
from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.models import Report, Round

pytestmark = pytest.mark.django_db
RATIO = {"numerator": "55", "denominator": "100"}


def put(client: Client, address: str, version: str, **content: object) -> tuple[int, dict[str, Any]]:
    headers = {"If-Match": f'"{version}"'} if version else {}
    answer = client.put(f"/api/v1{address}", content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def post(client: Client, address: str, key: str = "", **content: object) -> tuple[int, dict[str, Any]]:
    headers = {"Idempotency-Key": key} if key else {}
    answer = client.post(f"/api/v1{address}", content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def get(client: Client, address: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/v1{address}").json()
    return found


@pytest.fixture
def writer(officer: Account, caller: Call) -> Client:
    return caller(officer)


@pytest.fixture
def address(report: Report) -> str:
    return f"/reports/{report.pk}"


@pytest.fixture
def written(writer: Client, address: str, task: Task, indicator: Indicator) -> str:
    """Everything is said."""
    assert put(writer, f"{address}/tasks/{task.pk}", "0", said="doing", note="Đã trình", share=60)[0] == 200
    assert put(writer, f"{address}/figures/{indicator.pk}", "0", **RATIO)[0] == 200
    return address


def test_the_draft_shows_what_is_left_to_say(writer: Client, address: str, task: Task, indicator: Indicator) -> None:
    shown = get(writer, address)
    assert (shown["state"], shown["unsaid"]) == ("unopened", 2)
    assert [(line["task"], line["version"], line["is_said"]) for line in shown["tasks"]] == [(task.pk, 0, False)]
    line = shown["figures"][0]
    assert (line["indicator"], line["unit"], line["to_on"]) == (indicator.pk, "huyen-mau", "2022-09-14")


def test_others_see_how_it_stands_but_not_the_draft(written: str, other_officer: Account, caller: Call) -> None:
    shown = get(caller(other_officer), written)
    assert (shown["state"], shown["tasks"], shown["texts"]) == ("in_work", None, None)


def test_a_line_is_saved_only_from_the_version_that_was_seen(writer: Client, written: str, task: Task) -> None:
    line = f"{written}/tasks/{task.pk}"
    assert put(writer, line, "", said="unchanged")[0] == 428
    status, told = put(writer, line, "0", said="unchanged")
    assert (status, told["code"]) == (412, "precondition_failed")
    assert put(writer, line, "1", said="unchanged")[1]["version"] == 2


def test_the_fixed_parts_are_saved_from_the_version_that_was_seen(writer: Client, written: str) -> None:
    version = str(get(writer, written)["version"])
    status, shown = put(writer, f"{written}/texts", version, results="Đã xong")
    assert (status, shown["texts"]["results"], shown["texts"]["proposals"]) == (200, "Đã xong", "")
    assert put(writer, f"{written}/texts", version, results="Khác")[0] == 412


def test_a_figure_is_said_once_and_in_one_way(writer: Client, address: str, indicator: Indicator) -> None:
    line = f"{address}/figures/{indicator.pk}"
    assert put(writer, line, "0", unchanged=True, **RATIO)[0] == 422
    assert put(writer, line, "0", unchanged=True)[1]["code"] == "report.nothing_to_carry"
    assert put(writer, line, "0", numerator="1")[1]["code"] == "figure.unfit"


def test_it_goes_from_the_officer_over_the_head_to_the_department(
    writer: Client, written: str, head: Account, coordinator: Account, caller: Call
) -> None:
    assert post(writer, f"{written}/submission")[1]["state"] == "at_head"
    assert not Value.objects.exists()
    assert post(writer, f"{written}/approval")[0] == 403
    status, sent = post(caller(head), f"{written}/approval", words="Đã rà soát")
    assert (status, sent["state"]) == (200, "sent")
    department = caller(coordinator)
    assert post(department, f"{written}/acceptance")[1]["state"] == "accepted"
    assert post(department, f"{written}/return", reason="Xem lại")[1]["state"] == "returned"
    kinds = [deed["kind"] for deed in get(writer, f"{written}/deeds")["items"]]
    assert kinds == ["begun", "submitted", "sent", "accepted", "returned"]


def test_what_was_sent_is_told_line_by_line(written: str, head: Account, caller: Call, task: Task) -> None:
    client = caller(head)
    post(client, f"{written}/submission")
    assert [each["number"] for each in get(client, f"{written}/submissions")["items"]] == [1]
    whole = get(client, f"{written}/submissions/1")
    value = Value.objects.get()
    figure, line = whole["figures"][0], whole["tasks"][0]
    assert (figure["value"], figure["given"]["numerator"]) == (value.pk, "55.000000")
    assert (line["task"], line["said"], line["share"]) == (task.pk, "doing", 60)
    assert client.get(f"/api/v1{written}/submissions/2").status_code == 404


def test_sent_twice_with_one_key_it_is_sent_once(written: str, head: Account, caller: Call) -> None:
    client = caller(head)
    answers = [post(client, f"{written}/submission", key="k1") for _ in range(2)]
    assert answers[0] == answers[1]
    assert len(get(client, f"{written}/submissions")["items"]) == 1


def test_a_figure_may_be_said_to_be_unknown_with_its_reason(writer: Client, address: str, indicator: Indicator) -> None:
    figure = f"{address}/figures/{indicator.pk}"
    assert put(writer, figure, "0", note="Chưa thống kê")[0] == 422
    status, shown = put(writer, figure, "0", not_known=True, note="Chưa thống kê")
    assert (status, shown["draft"], shown["not_known"], shown["note"]) == (200, None, True, "Chưa thống kê")


def test_the_list_tells_who_is_missing(
    written: str, quarter: Round, head: Account, coordinator: Account, caller: Call
) -> None:
    post(caller(head), f"{written}/submission")
    department, reports = caller(coordinator), f"/rounds/{quarter.pk}/reports"
    missing = {each["unit"] for each in get(department, f"{reports}?missing=true")["items"]}
    assert missing == {"huyen-khac", "so-thuong-truc"}
    assert [each["unit"] for each in get(department, f"{reports}?state=sent")["items"]] == ["huyen-mau"]
    assert [each["state"] for each in get(department, f"{reports}?unit=huyen-khac")["items"]] == ["unopened"]


def test_a_misspelt_filter_never_returns_everything(writer: Client, quarter: Round) -> None:
    answer = writer.get(f"/api/v1/rounds/{quarter.pk}/reports?misssing=true")
    assert answer.status_code == 400


def test_more_time_is_given_to_one_unit(address: str, coordinator: Account, caller: Call) -> None:
    status, shown = post(caller(coordinator), f"{address}/extension", due_on="2022-09-23", reason="Thay cán bộ")
    assert (status, shown["due_on"]) == (200, "2022-09-23")
