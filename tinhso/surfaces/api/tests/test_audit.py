"""The log by the API: for administrators alone, as on its page."""

from typing import Any

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry, Verb, Verification
from tinhso.kernel.audit.origin import acting
from tinhso.kernel.audit.queue import verify_log
from tinhso.kernel.audit.sealing import seal
from tinhso.kernel.organisations.models import Unit
from tinhso.surfaces.api.tests.conftest import Call

pytestmark = pytest.mark.django_db
AUDIT = "/api/v1/audit"


@pytest.fixture
def desk(caller: Call, administrator: Account) -> Client:
    return caller(administrator)


def read(client: Client, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(f"{AUDIT}/entries{query}").json()["items"]
    return items


def verify(client: Client, **content: object) -> tuple[int, dict[str, Any]]:
    answer = client.post(f"{AUDIT}/verifications", content, content_type="application/json")
    return answer.status_code, answer.json()


def test_an_entry_says_who_changed_what_to_what_through_which_door(desk: Client, officer: Account) -> None:
    with acting(actor="an", source="lệnh account", request="yc-1"):
        Account.objects.filter(pk=officer.pk).update(display_name="Tên Mới")
    (entry,) = read(desk, f"?who=an&verb=update&what=accounts_account&door=lệnh&request=yc-1&row={officer.pk}")
    assert (entry["before"]["display_name"], entry["after"]["display_name"]) == ("Trần Văn Thử", "Tên Mới")
    assert desk.get(f"{AUDIT}/entries/{entry['id']}").json() == entry
    assert read(desk, "?who=an&door=API") == []


def test_the_log_is_asked_by_whole_days(desk: Client) -> None:
    for hour in ("2022-03-05T00:30:00+07:00", "2022-03-05T23:30:00+07:00"):
        Entry.objects.create(at=hour, actor="nguoi-xua", table_name="accounts_account", verb="update")
    assert len(read(desk, "?begin=2022-03-05&end=2022-03-05")) == 2
    assert read(desk, "?end=2022-03-04") == []
    assert len(read(desk, "?who=nguoi-xua&begin=0001-01-01&end=9999-12-31")) == 2


def test_the_log_is_walked_page_by_page_the_newest_first(desk: Client) -> None:
    with acting(actor="an", source="lệnh"):
        Unit.objects.bulk_create([Unit(key=f"u-{number}") for number in range(5)])
    address: str | None = f"{AUDIT}/entries?who=an&limit=2"
    found: list[int] = []
    while address:
        answer = desk.get(address).json()
        found, address = [*found, *(entry["id"] for entry in answer["items"])], answer["next"]
    assert found == list(Entry.objects.filter(actor="an").order_by("-id").values_list("id", flat=True))


def test_what_a_program_read_of_the_log_stands_in_the_log(desk: Client, administrator: Account) -> None:
    read(desk, "?verb=insert&limit=3")
    recorded = Entry.objects.get(verb=Verb.EXPORT)
    assert (recorded.actor, recorded.source[:3]) == (administrator.username, "API")
    assert recorded.after == {"kind": "api", "filter": {"verb": "insert"}, "entries": 3}


@pytest.mark.parametrize("query", ["verb=doc", "door=cửa", "begin=05/3/2022"])
def test_a_mistaken_filter_shows_nothing(desk: Client, query: str) -> None:
    assert desk.get(f"{AUDIT}/entries?{query}").status_code == 422
    assert desk.get(f"{AUDIT}/entries?whoo=an").status_code == 400
    assert not Entry.objects.filter(verb=Verb.EXPORT).exists()


def test_the_chain_is_verified_in_the_background_and_the_result_stays(desk: Client) -> None:
    seal()
    head = desk.get(f"{AUDIT}/chain").json()["head"]
    status, asked = verify(desk, expected=head)
    assert (status, asked["state"], asked["asked_by"]) == (201, "queued", "administrator")
    assert (verify(desk)[0], Verification.objects.count()) == (200, 1)
    verify_log.call(asked["id"])
    found = desk.get(f"{AUDIT}/verifications/{asked['id']}").json()
    assert (found["state"], found["checked"] > 0, found["missing_triggers"]) == ("whole", True, 0)
    assert desk.get(f"{AUDIT}/verifications").json()["items"] == [found]


def test_a_log_that_was_cut_is_found_by_the_head_noted_before(desk: Client) -> None:
    asked = verify(desk, expected=f"999999:{'0' * 64}")[1]
    verify_log.call(asked["id"])
    assert desk.get(f"{AUDIT}/verifications/{asked['id']}").json()["state"] == "broken"


def test_what_is_no_head_starts_nothing(desk: Client) -> None:
    status, refused = verify(desk, expected="abc")
    assert (status, refused["code"], Verification.objects.exists()) == (422, "no_head", False)


def test_nobody_else_reads_the_log_nor_a_token_without_its_scope(
    caller: Call, coordinator: Account, administrator: Account
) -> None:
    for client in (caller(coordinator), caller(administrator, "organisations:write")):
        asked = [client.get(f"{AUDIT}/{place}").status_code for place in ("entries", "chain", "verifications")]
        assert asked == [403, 403, 403]
    assert verify(caller(administrator, "audit:read"))[0] == 403
    assert not Verification.objects.exists()
