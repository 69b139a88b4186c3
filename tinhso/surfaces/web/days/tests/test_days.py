"""Lịch làm việc: the year with its reasons, days decided, swapped, corrected and taken back."""

from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.deciding import version_of
from tinhso.kernel.organisations.models import DecidedDay
from tinhso.kernel.organisations.office_calendar import office_calendar

pytestmark = pytest.mark.django_db
YEAR = "/quan-tri/lich/2022"
SWAP = {"off": "01/6/2022", "worked": "04/6/2022", "reason": "Hoán đổi", "decision": "CV 1", "decided_on": ""}


@pytest.fixture
def desk(client: Client, coordinator: Account) -> Client:
    client.force_login(coordinator)
    return client


def page(client: Client, address: str = YEAR) -> str:
    return unescape(client.get(address).content.decode())


def test_the_year_says_why_each_day_is_free_and_on_what_ground(desk: Client) -> None:
    shown = page(desk)
    assert all(
        words in shown
        for words in ("Chưa chốt", "Bộ luật Lao động số 45/2019/QH14, Điều 112", "Ngày Giỗ Tổ", "10/03 âm lịch")
    )
    # Giỗ Tổ of 2022 fell on a Sunday: the Monday after is given back.
    assert "11/4/2022" in shown
    assert "(nghỉ bù)" in shown


def test_tet_decided_whole_settles_the_year(desk: Client) -> None:
    sent = {"first": "31/01/2022", "last": "04/02/2022", "effect": "off", "occasion": "tet", "reason": "Nghỉ Tết"}
    desk.post("/quan-tri/lich/ngay-moi", {**sent, "decision": "CV 245", "decided_on": "11/01/2022"})
    assert office_calendar().is_settled(2022)
    assert "CV 245" in page(desk)


def test_a_swap_makes_one_day_free_and_another_worked(desk: Client) -> None:
    desk.post("/quan-tri/lich/hoan-doi", SWAP)
    calendar = office_calendar()
    assert (calendar.is_working_day(date(2022, 6, 1)), calendar.is_working_day(date(2022, 6, 4))) == (False, True)


def test_two_clicks_enter_it_once(desk: Client) -> None:
    assert {desk.post("/quan-tri/lich/hoan-doi", SWAP).status_code for _ in range(2)} == {302}
    assert DecidedDay.objects.count() == 2


def test_a_swap_of_a_day_that_is_free_anyway_is_refused(desk: Client) -> None:
    answer = desk.post("/quan-tri/lich/hoan-doi", {**SWAP, "off": "05/6/2022"})
    assert (answer.status_code, DecidedDay.objects.count()) == (422, 0)


def test_a_day_has_one_decision(desk: Client) -> None:
    desk.post("/quan-tri/lich/hoan-doi", SWAP)
    answer = desk.post("/quan-tri/lich/hoan-doi", {**SWAP, "reason": "Lý do khác"})
    assert (answer.status_code, "Hoán đổi" in unescape(answer.content.decode())) == (422, True)


def test_the_second_who_corrects_is_told(desk: Client) -> None:
    row = DecidedDay.objects.create(day=date(2022, 5, 4), effect="off", reason="Nghỉ")
    address, seen = reverse("days:change", args=(row.pk,)), version_of(row)
    sent = {"day": "04/5/2022", "effect": "off", "occasion": "other", "version": seen, "decision": "", "decided_on": ""}
    assert desk.post(address, {**sent, "reason": "Người kia"}).status_code == 302
    answer = desk.post(address, {**sent, "reason": "Tôi gõ"})
    assert (answer.status_code, "Người kia" in unescape(answer.content.decode())) == (409, True)


def test_taken_back_the_law_holds_again(desk: Client) -> None:
    row = DecidedDay.objects.create(day=date(2022, 5, 4), effect="off", reason="Nghỉ")
    assert not office_calendar().is_working_day(row.day)
    address = reverse("days:take_back", args=(row.pk,))
    assert desk.post(address, {"version": 1}).status_code == 409
    desk.post(address, {"version": version_of(row)})
    assert office_calendar().is_working_day(row.day)


def test_others_read_the_calendar_and_change_nothing(client: Client, officer: Account) -> None:
    client.force_login(officer)
    assert "Hoán đổi ngày" not in page(client)
    assert client.post("/quan-tri/lich/hoan-doi", SWAP).status_code == 403
