"""Owners, products and targets are corrected by the API as in the form of the review."""

from typing import Any

import pytest
from django.test import Client

from tests.furnished import Keys
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Candidate, Deliverable, Edit, Heading, Target, Task

pytestmark = pytest.mark.django_db
Told = tuple[int, dict[str, Any]]


@pytest.fixture
def desk(caller: Call, coordinator: Account) -> Client:
    return caller(coordinator)


def address(keys: Keys, kind: str = "task") -> str:
    return f"/api/v1/programmes/{keys['programme']}/{kind}s/{keys[kind]}"


def read(client: Client, place: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(place).json()
    return found


def correct(client: Client, place: str, **content: object) -> Told:
    headers = {"If-Match": client.get(place).headers["ETag"]}
    answer = client.patch(place, content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def task(keys: Keys) -> Task:
    return Task.objects.get(pk=str(keys["task"]))


def lead(keys: Keys) -> Assignment:
    return Assignment.objects.current().get(task=task(keys), role="lead")


def unsure(keys: Keys) -> Assignment:
    """Whom the lead's words mean is no longer sure: one of two."""
    row = lead(keys)
    Assignment.objects.filter(pk=row.pk).update(certainty="unsure", unit=None, post=None, group=None)
    Candidate.objects.filter(assignment=row).delete()
    for place, key in enumerate(("so-tttt", "huyen-khac")):
        Candidate.objects.create(assignment=row, place=place, unit=Unit.objects.get(key=key))
    return lead(keys)


def choose(client: Client, keys: Keys, named: Assignment, place: int) -> Told:
    where = f"/api/v1/programmes/{keys['programme']}/owners/{named.pk}/choice"
    headers = {"If-Match": f'"{named.version}"'}
    answer = client.post(where, {"place": place}, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def test_an_unsure_name_tells_its_choices_and_one_is_chosen(keys: Keys, desk: Client, other_district: Unit) -> None:
    named = unsure(keys)
    (told,) = [each for each in read(desk, address(keys))["bodies"] if each["id"] == named.pk]
    assert [(each["place"], each["unit"]) for each in told["choices"]] == [(0, "so-tttt"), (1, "huyen-khac")]
    status, chosen = choose(desk, keys, named, 1)
    assert (status, chosen["unit"], chosen["choices"]) == (200, "huyen-khac", [])
    assert (lead(keys).certainty, lead(keys).accepted_by) == ("certain", Account.objects.get(username="coordinator"))
    assert choose(desk, keys, named, 0)[0] == 412
    assert choose(desk, keys, lead(keys), 7)[0] == 404


def test_an_officer_chooses_and_corrects_nobody(keys: Keys, caller: Call, officer: Account) -> None:
    client, named = caller(officer), lead(keys)
    assert choose(client, keys, named, 0)[0] == 403
    assert correct(client, address(keys), owners=[])[0] == 403
    assert lead(keys) == named


def test_an_owner_is_added_and_one_not_listed_is_withdrawn(keys: Keys, desk: Client, other_district: Unit) -> None:
    first = lead(keys)
    stays = {"id": first.pk, "role": "lead"}
    new = {"role": "cooperator", "unit": "huyen-khac"}
    bodies = correct(desk, address(keys), owners=[stays, new])[1]["bodies"]
    assert [(each["id"] == first.pk, each["role"], each["unit"]) for each in bodies] == [
        *((True, "lead", "so-tttt"), (False, "cooperator", "huyen-khac")),
    ]
    assert bodies[1]["wording"] == "UBND huyện Khác"
    assert Edit.objects.filter(task=task(keys), deed="corrected").count() == 1
    (alone,) = correct(desk, address(keys), owners=[{**stays, "unit": "huyen-khac"}])[1]["bodies"]
    assert (alone["id"], alone["unit"], alone["wording"]) == (first.pk, "huyen-khac", first.wording)


@pytest.mark.parametrize(
    ("owner", "status"),
    [
        ({"role": "lead", "unit": "so-la"}, 404),
        ({"role": "lead", "unit": "so-tttt", "post": "Không có chức này"}, 422),
        ({"role": "lead", "group": "nhom-la"}, 422),
        ({"role": "lead", "post": "Giám đốc"}, 422),
        ({"role": "lead"}, 422),
        ({"role": "sender", "unit": "so-tttt"}, 422),
        ({"id": 999_999, "role": "lead"}, 404),
    ],
)
def test_who_is_not_there_is_no_owner(keys: Keys, desk: Client, owner: dict[str, object], status: int) -> None:
    named = lead(keys)
    assert correct(desk, address(keys), owners=[owner])[0] == status
    assert lead(keys) == named


def test_products_are_changed_added_and_withdrawn(keys: Keys, desk: Client) -> None:
    (first,) = read(desk, address(keys))["products"]
    wanted = [
        {"id": first["id"], "text": "Quy chế quản lý", "due_on": "2022-07-15"},
        {"text": "Báo cáo kết quả"},
    ]
    told = correct(desk, address(keys), products=wanted)[1]["products"]
    assert [(each["text"], each["due_on"]) for each in told] == [
        *(("Quy chế quản lý", "2022-07-15"), ("Báo cáo kết quả", None)),
    ]
    correct(desk, address(keys), products=[{"id": told[1]["id"], "text": "Báo cáo kết quả"}])
    assert [each.pk for each in Deliverable.objects.current().filter(task=task(keys))] == [told[1]["id"]]


def test_a_row_of_another_item_is_none_of_this_one(keys: Keys, desk: Client) -> None:
    other = Task.objects.exclude(pk=task(keys).pk)[0]
    foreign = Deliverable.objects.create(programme=other.programme, task=other, position=1, text="Của việc khác")
    assert correct(desk, address(keys), products=[{"id": foreign.pk, "text": "x"}])[0] == 404
    assert Deliverable.objects.get(pk=foreign.pk).text == "Của việc khác"


def test_a_target_is_corrected_and_what_is_left_out_stays(keys: Keys, desk: Client) -> None:
    place = address(keys, "indicator")
    before = read(desk, place)
    target = before["targets"][0]
    wanted = {name: value for name, value in target.items() if name != "wording"}
    status, told = correct(desk, place, targets=[{**wanted, "value": "91.5"}])
    assert status == 200
    stands = Target.objects.current().get(indicator__pk=str(keys["indicator"]))
    assert (stands.pk, str(stands.value), stands.wording) == (target["id"], "91.500000", target["wording"])
    assert told["bodies"] == before["bodies"]
    backwards = {**wanted, "value": "9", "value_to": "8"}
    assert correct(desk, place, targets=[backwards])[0] == 422


@pytest.mark.parametrize("kind", ["task", "indicator"])
def test_an_item_is_put_under_another_heading_or_under_none(keys: Keys, desk: Client, kind: str) -> None:
    place, aims = address(keys, kind), Heading.objects.exclude(pk=read(desk, address(keys, kind))["section"])[0]
    assert correct(desk, place, section=aims.pk)[1]["section"] == aims.pk
    assert Edit.objects.latest("pk").differences[0]["after"] == aims.text
    assert correct(desk, place, text="Lời khác")[1]["section"] == aims.pk
    assert correct(desk, place, section=None)[1]["section"] is None


def test_a_heading_of_another_programme_or_of_a_former_version_is_none(keys: Keys, desk: Client) -> None:
    before, heading = task(keys), Heading.objects.order_by("pk")[0]
    Heading.objects.filter(pk=heading.pk).update(withdrawn_at="2022-03-01T00:00:00Z")
    assert correct(desk, address(keys), section=heading.pk)[0] == 404
    plan = small_plan()
    plan.subject = "Kế hoạch khác năm 2022"
    other = start(stored(plan.reading(), "khac.txt"), by=None)
    assert correct(desk, address(keys), section=other.headings.all()[0].pk)[0] == 404
    assert (task(keys).section_id, task(keys).version) == (before.section_id, before.version)
