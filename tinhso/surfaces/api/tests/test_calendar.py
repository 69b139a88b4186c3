"""The office's calendar by the API as on its page."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import DecidedDay
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.surfaces.api.tests.conftest import Call

pytestmark = pytest.mark.django_db
CALENDAR = "/api/v1/calendar"
TET = {"first": "2022-01-31", "last": "2022-02-04", "effect": "off", "occasion": "tet", "reason": "Nghỉ Tết"}
SWAP = {"off": "2022-06-01", "worked": "2022-06-04", "reason": "Hoán đổi"}
FREE = {"first": "2022-05-04", "effect": "off", "occasion": "other", "reason": "Nghỉ"}


@pytest.fixture
def desk(caller: Call, coordinator: Account) -> Client:
    return caller(coordinator)


def send(client: Client, place: str, *, seen: object = "", **content: object) -> tuple[int, dict[str, Any]]:
    headers = {"If-Match": f'"{seen}"'} if seen else {}
    answer = client.post(f"{CALENDAR}/{place}", content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def change(client: Client, row: dict[str, Any], **changed: object) -> tuple[int, dict[str, Any]]:
    content = {name: value for name, value in row.items() if name not in {"id", "version"}} | changed
    headers, address = {"If-Match": f'"{row["version"]}"'}, f"{CALENDAR}/days/{row['id']}"
    answer = client.put(address, content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def works(day: date) -> bool:
    return office_calendar().is_working_day(day)


def test_a_year_tells_its_days_off_with_the_ground_of_each(desk: Client) -> None:
    year = desk.get(f"{CALENDAR}/2022").json()
    days = {each["day"]: each for each in year["days"]}
    assert (year["settled"], days["2022-04-10"]["lunar"]) == (False, "10/03 âm lịch")
    assert "Điều 112" in days["2022-04-30"]["basis"]
    # Giỗ Tổ of 2022 fell on a Sunday: the Monday after is given back.
    assert days["2022-04-11"]["why"].endswith("(nghỉ bù)")
    assert [desk.get(f"{CALENDAR}/{year}").status_code for year in (2012, 2091)] == [404, 404]


def test_tet_decided_whole_settles_the_year(desk: Client) -> None:
    status, told = send(desk, "days", **TET, decision="CV 245", decided_on="2022-01-11")
    assert (status, len(told["days"])) == (201, 5)
    year = desk.get(f"{CALENDAR}/2022").json()
    assert year["settled"]
    assert [each["decided"] for each in year["days"] if each["decided"]] == told["days"]


def test_a_swap_makes_one_day_free_and_another_worked_however_often_it_is_sent(desk: Client) -> None:
    assert [send(desk, "swaps", **SWAP)[0] for _time in range(2)] == [201, 201]
    assert (works(date(2022, 6, 1)), works(date(2022, 6, 4)), DecidedDay.objects.count()) == (False, True, 2)


@pytest.mark.parametrize(
    ("place", "content", "status", "code"),
    [
        ("swaps", {**SWAP, "off": "2022-06-05"}, 422, "swap_pointless"),
        ("days", {**TET, "last": "2022-01-30"}, 422, "wrong_span"),
        ("days", {**TET, "last": "2022-06-30"}, 422, "wrong_span"),
        ("days", {**TET, "occasion": "swap"}, 422, "invalid"),
        ("days", {**TET, "reason": ""}, 422, "invalid"),
        ("days", {**TET, "last_day": "2022-02-04"}, 422, "invalid"),
    ],
)
def test_what_breaks_a_rule_decides_nothing(
    desk: Client, place: str, content: dict[str, object], status: int, code: str
) -> None:
    answer = send(desk, place, **content)
    assert (answer[0], answer[1]["code"], DecidedDay.objects.count()) == (status, code, 0)


def test_a_day_has_one_decision_and_of_several_none_is_entered_beside_it(desk: Client) -> None:
    send(desk, "days", **{**TET, "first": "2022-02-04"})
    assert send(desk, "days", **{**TET, "reason": "Lý do khác"})[1]["code"] == "day_decided"
    assert DecidedDay.objects.count() == 1


def test_a_day_is_corrected_and_the_second_who_corrects_is_told(desk: Client) -> None:
    (row,) = send(desk, "days", **FREE)[1]["days"]
    status, corrected = change(desk, row, day="2022-05-05", reason="Sửa")
    assert (status, corrected["id"], works(date(2022, 5, 4)), works(date(2022, 5, 5))) == (200, row["id"], True, False)
    assert (change(desk, row, reason="Muộn")[0], DecidedDay.objects.get().reason) == (412, "Sửa")


def test_taken_back_the_law_holds_again(desk: Client) -> None:
    (row,) = send(desk, "days", **FREE)[1]["days"]
    place = f"days/{row['id']}/withdrawal"
    assert (send(desk, place)[0], send(desk, place, seen=1)[0], works(date(2022, 5, 4))) == (428, 412, False)
    assert send(desk, place, seen=row["version"])[1]["reason"] == "Nghỉ"
    assert works(date(2022, 5, 4))


def test_others_read_the_calendar_and_change_nothing(caller: Call, officer: Account) -> None:
    client = caller(officer)
    assert client.get(f"{CALENDAR}/2022").status_code == 200
    assert [send(client, "swaps", **SWAP)[0], send(client, "days", **FREE)[0]] == [403, 403]
    assert not DecidedDay.objects.exists()
