"""Ủy quyền on the screen: the holder for himself, the head for his unit, the administrator for all."""

import re
from collections import defaultdict
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.session_store import CONFIRMED
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.lib.dates import write_date

pytestmark = pytest.mark.django_db
LIST = "/quan-tri/uy-quyen"


def role_of(account: Account) -> int:
    return RoleAssignment.objects.get(account=account).pk


def sent(to: Account, **other: object) -> dict[str, object]:
    today = timezone.localdate()
    return {
        "delegate": to.pk,
        "first_day": write_date(today),
        "last_day": write_date(today + timedelta(days=7)),
        "paper_number": "15/UQ-UBND",
        "paper_date": write_date(today),
        **other,
    }


def page(client: Client, address: str) -> str:
    return unescape(client.get(address).content.decode())


@pytest.fixture
def delegation(client: Client, head: Account, officer: Account) -> Delegation:
    """The head of the district lets its officer act for him, on the screen."""
    client.force_login(head)
    answer = client.post(reverse("delegations:give", args=(role_of(head),)), sent(officer))
    assert answer.headers["Location"] == LIST
    return Delegation.objects.get()


def test_both_see_it_and_only_the_head_can_take_it_back(
    client: Client, delegation: Delegation, officer: Account
) -> None:
    assert "Thu hồi ngay" in page(client, LIST)
    client.force_login(officer)
    seen = page(client, LIST)
    assert ("Chủ tịch UBND huyện Mẫu" in seen, "Thu hồi ngay" in seen) == (True, False)
    assert client.post(reverse("delegations:take_back", args=(delegation.pk,))).status_code == 403
    assert "thay mặt Phạm Văn Mẫu" in seen


def test_taken_back_it_is_told_by_whom_and_why(client: Client, delegation: Delegation) -> None:
    client.post(reverse("delegations:take_back", args=(delegation.pk,)), {"reason": "Về sớm"})
    assert "Về sớm" in page(client, f"{LIST}?tat_ca=1")
    assert "Chưa có ủy quyền nào" in page(client, LIST)


def test_a_stranger_sees_and_takes_nothing(client: Client, delegation: Delegation, other_officer: Account) -> None:
    client.force_login(other_officer)
    assert "Phạm Văn Mẫu" not in page(client, LIST)
    assert client.post(reverse("delegations:take_back", args=(delegation.pk,))).status_code == 404


def test_who_signed_in_long_ago_is_asked_again_and_what_was_typed_is_done(
    client: Client, head: Account, officer: Account
) -> None:
    head.set_password("mot-mat-khau-rieng-7")
    head.save()
    client.force_login(head)
    session = client.session
    session[CONFIRMED] = 0
    session.save()
    place, typed = reverse("delegations:give", args=(role_of(head),)), sent(officer, verbs=["approve_report", "report"])
    asked = unescape(client.post(place, typed).content.decode())
    assert not Delegation.objects.exists()
    carried: dict[str, list[str]] = defaultdict(list)
    for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked):
        carried[name].append(value)
    client.post(place, {**carried, "confirmation": "mot-mat-khau-rieng-7"})
    assert Delegation.objects.get().scope.split() == ["approve_report", "report"]


def test_a_wrong_form_is_told_so_before_anybody_is_asked_again(client: Client, head: Account, officer: Account) -> None:
    client.force_login(head)
    session = client.session
    session[CONFIRMED] = 0
    session.save()
    assert client.post(reverse("delegations:give", args=(role_of(head),)), {"delegate": officer.pk}).status_code == 422


def test_named_things_are_delegated_by_ticking_them(client: Client, head: Account, officer: Account) -> None:
    client.force_login(head)
    client.post(reverse("delegations:give", args=(role_of(head),)), sent(officer, verbs=["approve_report"]))
    assert "duyệt báo cáo của đơn vị" in page(client, LIST)


def test_a_refusal_keeps_what_was_typed(client: Client, head: Account, officer: Account) -> None:
    client.force_login(head)
    wrong = sent(officer, last_day="01/01/2022")
    answer = client.post(reverse("delegations:give", args=(role_of(head),)), wrong)
    words = unescape(answer.content.decode())
    assert (answer.status_code, "15/UQ-UBND" in words, "không kết thúc trước" in words) == (422, True, True)


def test_one_chooses_among_the_people_of_the_unit_only(
    client: Client, head: Account, officer: Account, other_officer: Account
) -> None:
    client.force_login(head)
    words = page(client, reverse("delegations:give", args=(role_of(head),)))
    assert ("Trần Văn Thử" in words, "Lê Thị Mẫu" in words) == (True, False)
    assert client.get(reverse("delegations:give", args=(role_of(other_officer),))).status_code == 404


def test_an_administrator_takes_back_anybodys(client: Client, delegation: Delegation, administrator: Account) -> None:
    client.force_login(administrator)
    client.post(reverse("delegations:take_back", args=(delegation.pk,)))
    delegation.refresh_from_db()
    assert delegation.taken_back_by == administrator


def test_an_administrator_finds_anybodys_role(client: Client, administrator: Account, other_officer: Account) -> None:
    client.force_login(administrator)
    words = page(client, f"{reverse('delegations:choose')}?q=le thi mau")
    assert "Lê Thị Mẫu – Cán bộ đơn vị, Huyện Khác" in words
    assert reverse("delegations:give", args=(role_of(administrator),)) not in words


def test_a_unit_that_has_ended_is_named_as_it_was_called_last(client: Client, delegation: Delegation) -> None:
    UnitVersion.objects.filter(unit=delegation.held.unit).update(valid_to=timezone.localdate())
    text = page(client, LIST)
    assert "huyện Mẫu" in text
    assert "huyen-mau" not in text
