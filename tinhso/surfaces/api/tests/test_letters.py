"""How letters reach a person is read and set by the API as on the page: by that person alone."""

from typing import Any

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.models import MailWishes
from tinhso.surfaces.api.tests.conftest import Call

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/letter-wishes"


def put(client: Client, *, seen: str = "", **changed: object) -> tuple[int, dict[str, Any]]:
    read = client.get(ADDRESS)
    wanted = {name: value for name, value in read.json().items() if name not in {"kinds", "version"}} | changed
    headers = {"If-Match": seen or read.headers["ETag"]}
    answer = client.put(ADDRESS, wanted, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def test_what_is_sent_holds_for_the_caller_alone(caller: Call, officer: Account, head: Account) -> None:
    status, told = put(caller(officer), pace="all")
    assert (status, told["pace"], told["version"]) == (200, "all", 2)
    assert MailWishes.objects.get(account=officer).pace == "all"
    assert caller(head).get(ADDRESS).json()["pace"] == "daily"


def kinds(client: Client) -> list[str]:
    return list(client.get(ADDRESS).json()["kinds"])


def test_a_kind_that_there_is_not_is_refused(caller: Call, officer: Account) -> None:
    client = caller(officer)
    known = kinds(client)
    assert put(client, without=[*known, "khac"])[0] == 422
    assert put(client, without=[known[-1], known[0], known[0]])[1]["without"] == [known[0], known[-1]]


def test_a_digest_in_quiet_hours_is_refused_in_the_words_of_the_page(caller: Call, officer: Account) -> None:
    status, told = put(caller(officer), digest_at="20:00")
    assert (status, told["code"]) == (422, "letters_impossible")
    assert told["detail"] == "Giờ gửi thư gộp nằm trong giờ yên lặng."


def test_the_second_of_two_who_save_reads_first(caller: Call, officer: Account) -> None:
    client = caller(officer)
    seen = client.get(ADDRESS).headers["ETag"]
    assert put(client, seen=seen, pace="all")[0] == 200
    assert put(client, seen=seen, pace="daily")[0] == 412
    assert MailWishes.objects.get(account=officer).pace == "all"
