"""Thiết lập chương trình on the screen: saved whole, the second told, closed with a reason."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.actions.set_checks import severities_in, told
from tinhso.steering.reporting.models.checks import Check, Severity

pytestmark = pytest.mark.django_db
SENT = {
    "name": "Chương trình mẫu",
    "unit": "",
    "starts_on": "01/01/2022",
    "ends_on": "31/12/2022",
    "named_day_is_late": "1",
    "confirmer": "head",
    "reminder_days": "10",
    "silence_days": "14",
    "version": "1",
}


@pytest.fixture
def programme(coordinator: Account) -> Programme:
    return start(stored(small_plan().reading()), by=coordinator, name="Chương trình mẫu")


@pytest.fixture
def desk(client: Client, coordinator: Account) -> Client:
    client.force_login(coordinator)
    return client


def address(programme: Programme, view: str = "settings") -> str:
    return reverse(f"programme_settings:{view}", args=(programme.pk,))


def test_settings_are_saved_and_what_changed_is_told_below(desk: Client, programme: Programme) -> None:
    page = unescape(desk.post(address(programme), SENT, follow=True).content.decode())
    programme.refresh_from_db()
    assert (programme.confirmer, programme.silence_days, programme.named_day_is_late) == ("head", 14, True)
    assert "<del>Người theo dõi, đôn đốc</del> → Thủ trưởng đơn vị chủ trì" in page


def test_an_impossible_setting_keeps_what_was_typed(desk: Client, programme: Programme) -> None:
    answer = desk.post(address(programme), {**SENT, "silence_days": "3", "name": "Tên đã gõ"})
    assert (answer.status_code, "Tên đã gõ" in unescape(answer.content.decode())) == (422, True)


def test_the_second_who_saves_sees_both(desk: Client, programme: Programme) -> None:
    desk.post(address(programme), {**SENT, "name": "Người kia lưu"})
    answer = desk.post(address(programme), {**SENT, "name": "Tôi gõ"})
    page = unescape(answer.content.decode())
    assert (answer.status_code, "Người kia lưu" in page, "Tôi gõ" in page) == (409, True, True)


def test_a_programme_is_closed_and_opened_again_with_reasons(desk: Client, programme: Programme) -> None:
    desk.post(address(programme, "close"), {"reason": "Đã tổng kết"})
    page = unescape(desk.post(address(programme, "reopen"), {"reason": "Còn việc"}, follow=True).content.decode())
    programme.refresh_from_db()
    assert programme.is_running
    assert all(words in page for words in ("kết thúc: Đã tổng kết", "mở lại: Còn việc"))


def test_without_a_reason_nothing_is_closed(desk: Client, programme: Programme) -> None:
    assert desk.post(address(programme, "close"), {"reason": " "}).status_code == 422
    programme.refresh_from_db()
    assert programme.is_running


def test_an_officer_of_a_unit_is_told_that_he_may_not(client: Client, officer: Account, programme: Programme) -> None:
    client.force_login(officer)
    assert {client.get(address(programme)).status_code, client.post(address(programme, "close")).status_code} == {403}


def test_a_check_of_reports_is_set_to_block(desk: Client, programme: Programme) -> None:
    sent = {**dict.fromkeys(Check.values, "warn"), "jump": "block"}
    assert desk.post(address(programme, "checks"), sent).status_code == 302
    assert severities_in(programme)[Check.JUMP] == Severity.BLOCK
    assert severities_in(programme)[Check.UNSAID] == Severity.WARN


def test_the_second_who_sets_the_checks_is_told_and_keeps_what_he_chose(desk: Client, programme: Programme) -> None:
    seen, mine = told(severities_in(programme)), {**dict.fromkeys(Check.values, "warn"), "fall": "block"}
    desk.post(address(programme, "checks"), {**dict.fromkeys(Check.values, "block"), "seen": seen})
    answer = desk.post(address(programme, "checks"), {**mine, "seen": seen})
    assert (answer.status_code, answer.context["form"]["fall"].value()) == (409, "block")
    assert set(severities_in(programme).values()) == {Severity.BLOCK}
    assert desk.post(address(programme, "checks"), {**mine, "seen": answer.context["seen"]}).status_code == 302
