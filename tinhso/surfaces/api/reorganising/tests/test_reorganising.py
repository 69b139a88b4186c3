"""A decision by the API: written down, previewed, put into force once, taken back; by who keeps organisations alone."""

from typing import Any

import pytest
from django.test import Client

from tests.cast import person
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.accounts.session_store import CONFIRMED
from tinhso.kernel.organisations.models import Reorganisation, Unit, UnitVersion
from tinhso.kernel.reorganisations.models import Draft
from tinhso.kernel.reorganisations.tests.conftest import DAY, departments
from tinhso.surfaces.api.tests.conftest import Call, caller, files

__all__ = ["caller", "departments", "files"]
pytestmark = pytest.mark.django_db
FACTS = {"title": "Hợp nhất hai sở", "number": "12/NQ", "effective_on": DAY.isoformat()}
MERGER = [
    {"deed": "establish", "unit": "so-c", "name": "Sở C", "kind": "department", "parent": "tinh-mau"},
    {"deed": "merge", "units": ["so-a", "so-b"], "into": "so-c"},
]
PLACE = "/api/v1/reorganisations"


@pytest.fixture
def client(caller: Call, departments: list[Unit], administrator: Account) -> Client:
    return caller(administrator)


def send(client: Client, path: str, seen: str = "", **content: object) -> tuple[int, dict[str, Any]]:
    headers = {"If-Match": seen} if seen else {}
    answer = client.post(f"{PLACE}{path}", content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def drafted(client: Client, *steps: dict[str, object]) -> str:
    """The path of a draft with these steps, else with the merger."""
    path = f"/drafts/{send(client, '/drafts', **FACTS)[1]['id']}"
    status, told = send(client, f"{path}/steps", steps=list(steps) or MERGER)
    assert status == 201, told
    return path


def tag(client: Client, path: str) -> str:
    return client.get(f"{PLACE}{path}").headers["ETag"]


def standing() -> set[str]:
    return set(UnitVersion.objects.valid_on(DAY).values_list("unit__key", flat=True))


def test_a_preview_tells_what_would_move_and_moves_nothing(client: Client) -> None:
    role = RoleAssignment.objects.create(
        account=person("nguoi-a", "Người A", role=Role.UNIT_OFFICER, at=Unit.objects.get(key="so-a")),
        role=Role.HEAD_OF_UNIT,
        unit=Unit.objects.get(key="so-a"),
        valid_from="2022-01-01",
    )
    told = client.get(f"{PLACE}{drafted(client)}/preview").json()
    changes = {change["unit"]: change for change in told["changes"]}
    assert {key for key, change in changes.items() if change["after"] is None} == {"so-a", "so-b"}
    assert (changes["so-a"]["heir"], changes["trung-tam-a"]["after"]["parent"]) == ("so-c", "so-c")
    assert (role.pk, "so-c") in [(each["role"], each["successor"]) for each in told["roles"]]
    assert [(post["unit"], post["title"]) for post in told["posts"]] == [("so-a", "Giám đốc"), ("so-b", "Giám đốc")]
    assert told["faults"] == []
    assert "so-c" not in standing()


def test_what_was_previewed_takes_effect_whole_and_only_the_roles_chosen_move(client: Client) -> None:
    account = person("nguoi-a", "Người A", role=Role.UNIT_OFFICER, at=Unit.objects.get(key="so-a"))
    path = drafted(client)
    told = client.get(f"{PLACE}{path}/preview")
    moving = [each["role"] for each in told.json()["roles"]]
    status, done = send(client, f"{path}/enforcement", seen=told.headers["ETag"], moving=moving)
    assert (status, [draft["state"] for draft in done["drafts"]]) == (200, ["in_force"])
    assert {"so-c", "trung-tam-a"} <= standing()
    assert not {"so-a", "so-b"} & standing()
    assert list(account.roles.filter(valid_from=DAY).values_list("unit__key", flat=True)) == ["so-c"]


def test_a_draft_changed_since_its_preview_does_not_take_effect(client: Client) -> None:
    path = drafted(client)
    seen = client.get(f"{PLACE}{path}/preview").headers["ETag"]
    send(client, f"{path}/steps", steps=[{"deed": "amend", "unit": "trung-tam-a", "name": "Trung tâm mới"}])
    assert send(client, f"{path}/enforcement")[0] == 428
    assert send(client, f"{path}/enforcement", seen=seen)[0] == 412
    assert not Reorganisation.objects.exists()


def test_a_fault_of_the_preview_is_the_answer_of_the_enforcement(client: Client) -> None:
    path = drafted(client, {"deed": "dissolve", "unit": "so-a", "with_children": False})
    faults = client.get(f"{PLACE}{path}/preview").json()["faults"]
    status, told = send(client, f"{path}/enforcement", seen=tag(client, path))
    assert [fault["code"] for fault in faults] == ["units_orphaned"] == [told["code"]]
    assert (status, Reorganisation.objects.exists()) == (409, False)


def test_drafts_of_one_day_take_effect_together_and_of_two_days_not(client: Client) -> None:
    first = drafted(client, {"deed": "amend", "unit": "so-a", "name": "Sở A mới"})
    later = send(client, "/drafts", **{**FACTS, "effective_on": "2026-04-01"})[1]
    other = {"draft": later["id"], "version": later["version"]}
    status, told = send(client, f"{first}/enforcement", seen=tag(client, first), others=[other])
    assert (status, told["code"]) == (422, "drafts_apart")
    second = drafted(client, {"deed": "amend", "unit": "so-b", "name": "Sở B mới"})
    other = {"draft": int(second.rpartition("/")[2]), "version": 2}
    status, told = send(client, f"{first}/enforcement", seen=tag(client, first), others=[other])
    assert (status, Reorganisation.objects.count()) == (200, 2)


def test_the_decisions_of_a_day_are_taken_back_as_drafts_with_a_reason(client: Client) -> None:
    path = drafted(client)
    send(client, f"{path}/enforcement", seen=tag(client, path))
    assert client.get(f"{PLACE}/days/{DAY}").json()["faults"] == []
    assert send(client, f"/days/{DAY}/withdrawal")[0] == 422
    status, told = send(client, f"/days/{DAY}/withdrawal", reason="Nghị quyết bị hoãn")
    assert (status, [draft["state"] for draft in told["drafts"]]) == (200, ["draft"])
    assert {"so-a", "so-b"} <= standing()
    assert send(client, f"/days/{DAY}/withdrawal", reason="lần nữa")[1]["code"] == "nothing_to_take_back"


@pytest.mark.parametrize(
    "step",
    [
        {"deed": "merge", "units": ["so-khong-co"], "into": "so-a"},
        {"deed": "transfer", "unit": "so-a", "to": "so-b", "function": ""},
        {"deed": "amend", "unit": "so-a"},
        {"deed": "split", "unit": "so-a", "parts": [{"to": "so-b", "share": "1.5"}]},
        {"deed": "abolish", "unit": "so-a"},
    ],
)
def test_a_step_that_the_page_would_refuse_is_refused(client: Client, step: dict[str, object]) -> None:
    path = f"/drafts/{send(client, '/drafts', **FACTS)[1]['id']}"
    assert send(client, f"{path}/steps", steps=[step])[0] == 422
    assert client.get(f"{PLACE}{path}").json()["lines"] == []


def test_a_step_is_taken_away_and_a_draft_put_away(client: Client) -> None:
    path = drafted(client)
    line = client.get(f"{PLACE}{path}").json()["lines"][0]["id"]
    assert len(send(client, f"{path}/lines/{line}/removal")[1]["lines"]) == 2
    assert send(client, f"{path}/drop")[1]["state"] == "dropped"
    status, told = send(client, f"{path}/steps", steps=MERGER)
    assert (status, told["code"]) == (409, "draft_not_open")


def test_what_is_said_of_the_decision_is_corrected_by_who_read_it_last(client: Client) -> None:
    path, content = drafted(client), {**FACTS, "title": "Tên khác"}
    seen = {"If-Match": tag(client, path)}
    answers = [
        client.put(f"{PLACE}{path}", content, content_type="application/json", headers=seen).status_code
        for _ in range(2)
    ]
    assert (answers, Draft.objects.get().title) == ([200, 412], "Tên khác")


@pytest.mark.parametrize(
    ("who", "told"), [("coordinator", 403), ("officer", 403), ("registrar", 403), ("citizen", 404)]
)
def test_nobody_else_reads_or_writes_a_draft(
    client: Client, caller: Call, request: pytest.FixtureRequest, *, who: str, told: int
) -> None:
    path, theirs = drafted(client), caller(request.getfixturevalue(who))
    read = [theirs.get(f"{PLACE}{each}").status_code for each in ("/drafts", path, f"{path}/preview", f"/days/{DAY}")]
    written = [
        send(theirs, "/drafts", **FACTS)[0],
        send(theirs, f"{path}/steps", steps=MERGER)[0],
        send(theirs, f"{path}/drop")[0],
        send(theirs, f"{path}/enforcement", seen='"2"')[0],
        send(theirs, f"/days/{DAY}/withdrawal", reason="x")[0],
    ]
    assert {*read, *written} == {told}
    assert Draft.objects.get().state == "draft"


def test_a_token_that_only_reads_organisations_writes_nothing(
    client: Client, caller: Call, administrator: Account
) -> None:
    reader = caller(administrator, "organisations:read")
    assert reader.get(f"{PLACE}/drafts").status_code == 200
    assert send(reader, "/drafts", **FACTS)[1]["code"] == "scope_missing"


def test_an_open_session_does_not_get_by_the_question_who_one_is(client: Client, administrator: Account) -> None:
    path, found = drafted(client), Client()
    found.force_login(administrator)
    session = found.session
    session[CONFIRMED] = 0
    session.save()
    status, told = send(found, f"{path}/enforcement", seen=tag(client, path))
    assert (status, told["code"], Reorganisation.objects.exists()) == (403, "not_confirmed", False)
