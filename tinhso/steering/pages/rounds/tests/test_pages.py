"""Kỳ báo cáo on screen: the list, the board, what is done about a round."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.cast import unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Kind, Unit
from tinhso.steering.programmes.models import Duty, Programme
from tinhso.steering.reporting.models import Report, Round, RoundEvent
from tinhso.steering.reporting.tests.conftest import LAST_DAY

pytestmark = pytest.mark.django_db
KEY = "a" * 32


def at(round_: Round, view: str = "board", *more: str) -> str:
    programme = round_.asks.get().programme_id
    return reverse(f"rounds:{view}", args=(programme, round_.pk, *more))


def shown(client: Client, address: str, **query: str) -> str:
    return unescape(client.get(address, query).content.decode())


def test_the_list_tells_how_many_of_how_many_are_in(desk: Client, report: Report) -> None:
    Report.objects.filter(pk=report.pk).update(state="sent", sent_on=LAST_DAY)
    page = shown(desk, reverse("rounds:rounds", args=(report.round.asks.get().programme_id,)))
    assert "Báo cáo quý III năm 2022" in page
    assert "1/3" in page


def test_the_rounds_of_the_plan_are_planned_by_one_button_once(desk: Client, programme: Programme) -> None:
    programme.duties.all().delete()
    facts = {"what": "Báo cáo", "frequency": "quarterly", "day": 20, "before": True}
    Duty.objects.create(programme=programme, position=1, **facts)
    address = reverse("rounds:rounds", args=(programme.pk,))
    assert "Lập 4 kỳ theo kế hoạch" in shown(desk, address)
    for _click in range(2):
        assert desk.post(reverse("rounds:plan_all", args=(programme.pk,))).status_code == 302
    assert Round.objects.count() == 4
    assert "theo kế hoạch</a>" not in shown(desk, address)


def test_before_planning_all_it_is_told_what_will_be_planned_and_what_not(desk: Client, planned: Round) -> None:
    programme = planned.asks.get().programme
    planned.asks.get().programme.duties.all().delete()
    facts = {"what": "Báo cáo", "frequency": "quarterly", "day": 20, "before": True}
    Duty.objects.create(programme=programme, position=1, **facts)
    Round.objects.update(title="Báo cáo riêng")
    address = reverse("rounds:plan_all", args=(programme.pk,))
    page = shown(desk, address)
    assert page.count("Sẽ lập") == 3
    assert "Kỳ này chồng lên “Báo cáo riêng” (15/6/2022–14/9/2022) của cùng chương trình." in page
    assert Round.objects.count() == 1
    after = desk.post(address, follow=True).content.decode()
    assert Round.objects.count() == 4
    assert "Chưa lập “Báo cáo quý III năm 2022”: Kỳ này chồng lên" in after


@pytest.mark.parametrize(
    ("state", "units"),
    [
        ("", {"huyện Mẫu", "huyện Khác"}),
        ("in_time", {"huyện Mẫu"}),
        ("thieu", {"huyện Khác"}),
        ("da_gui", {"huyện Mẫu"}),
    ],
)
def test_the_board_shows_the_units_of_a_state(desk: Client, report: Report, state: str, units: set[str]) -> None:
    Report.objects.filter(pk=report.pk).update(state="sent", sent_on=LAST_DAY)
    page = shown(desk, at(report.round), tinh_trang=state)
    assert {name for name in ("huyện Mẫu", "huyện Khác") if f"UBND {name}" in page} == units


def test_a_unit_is_found_by_words_without_marks(desk: Client, quarter: Round) -> None:
    page = shown(desk, at(quarter), q="huyen khac")
    assert ("UBND huyện Khác" in page, "UBND huyện Mẫu" in page) == (True, False)


def test_a_misspelt_filter_is_refused(desk: Client, quarter: Round) -> None:
    assert desk.get(at(quarter), {"tinhtrang": "late"}).status_code == 400


def test_the_board_asks_as_often_for_230_units_as_for_three(desk: Client, quarter: Round, province: Unit) -> None:
    def queries() -> int:
        desk.get(at(quarter))
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(at(quarter)).status_code == 200
        return len(asked)

    few = queries()
    units = [unit(f"xa-{number}", f"Xã {number}", kind=Kind.COMMUNE, parent=province) for number in range(230)]
    Report.objects.bulk_create(Report(round=quarter, unit=each, sender="commune", due_on=LAST_DAY) for each in units)
    assert queries() == few


def test_a_round_is_opened_once_by_two_clicks(desk: Client, planned: Round) -> None:
    for _click in range(2):
        answer = desk.post(at(planned, "act", "mo"), {"once": KEY})
        assert (answer.status_code, answer.headers["Location"]) == (302, at(planned))
    assert list(RoundEvent.objects.filter(round=planned).values_list("kind", flat=True)) == ["opened"]


def test_opening_before_its_day_asks_why_at_the_field(desk: Client, planned: Round) -> None:
    Round.objects.filter(pk=planned.pk).update(opens_on=timezone.localdate() + timedelta(days=1))
    answer = desk.post(at(planned, "act", "mo"), {"once": KEY})
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"reason": ["Hãy ghi lý do."]}
    assert desk.post(at(planned, "act", "mo"), {"once": KEY, "reason": "Cần sớm"}).status_code == 302


def test_who_opens_it_second_is_told(desk: Client, quarter: Round) -> None:
    answer = desk.post(at(quarter, "act", "mo"), {"once": KEY})
    assert answer.status_code == 409
    assert "Kỳ báo cáo đang mở, nên không mở được." in unescape(answer.content.decode())


def test_closing_with_units_missing_asks_why_at_the_field(desk: Client, quarter: Round) -> None:
    answer = desk.post(at(quarter, "act", "dong"), {"once": KEY})
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"reason": ["Hãy ghi lý do."]}
    assert desk.post(at(quarter, "act", "dong"), {"once": KEY, "reason": "Đã quá hạn"}).status_code == 302
    quarter.refresh_from_db()
    assert quarter.state == Round.State.CLOSED


def test_a_due_day_too_near_is_told_at_its_level_and_nothing_typed_is_lost(desk: Client, quarter: Round) -> None:
    sent = {"once": KEY, "reason": "Gấp", "day_district": "15/9/2022", "day_province": "20/9/2022"}
    answer = desk.post(at(quarter, "act", "han"), sent)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"day_district"}
    assert all(words in page for words in ("15/9/2022", "20/9/2022", "Gấp"))


def test_only_the_department_in_charge_is_offered_what_to_do(
    client: Client, quarter: Round, coordinator: Account, officer: Account
) -> None:
    for account, offered in ((coordinator, True), (officer, False)):
        client.force_login(account)
        assert ("Đóng kỳ báo cáo" in shown(client, at(quarter))) is offered
    assert client.post(at(quarter, "act", "dong"), {"reason": "Thử"}).status_code == 403


def planning(programme: Programme, **said: object) -> dict[str, object]:
    """The form as it is filled in for the third quarter."""
    facts = {"kind": "quarter", "basis": "decree", "year": "2022", "number": "3", "programmes": [str(programme.pk)]}
    return {**facts, "day_district": "20/9/2022", "before_district": "on", "once": KEY, **said}


def plan(programme: Programme) -> str:
    return reverse("rounds:plan", args=(programme.pk,))


def test_a_round_is_planned_by_its_kind_and_number(desk: Client, programme: Programme) -> None:
    assert desk.post(plan(programme), planning(programme)).status_code == 302
    made = Round.objects.get()
    assert (made.title, made.first_day, made.last_day) == (
        "Báo cáo quý III năm 2022",
        date(2022, 6, 15),
        date(2022, 9, 14),
    )


def test_the_days_of_the_period_are_filled_in_by_a_button(desk: Client, programme: Programme) -> None:
    answer = desk.post(plan(programme), planning(programme, dien="1", words="Kèm biểu số 2"))
    page = unescape(answer.content.decode())
    assert all(words in page for words in ("15/6/2022", "14/9/2022", "20/9/2022", "Kèm biểu số 2"))
    assert not Round.objects.exists()


def test_other_days_than_those_of_the_period_are_told_at_the_field(desk: Client, programme: Programme) -> None:
    answer = desk.post(plan(programme), planning(programme, last_day="15/9/2022"))
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"last_day"})


def test_a_round_that_overlaps_another_is_told_at_the_number(
    desk: Client, planned: Round, programme: Programme
) -> None:
    answer = desk.post(plan(programme), planning(programme, title="Quý III lần nữa"))
    assert (answer.status_code, set(answer.context["form"].errors)) == (409, {"number"})


def test_a_thematic_round_has_days_of_its_own(desk: Client, programme: Programme) -> None:
    said = {"kind": "thematic", "title": "Chuyên đề Đề án 06", "first_day": "01/8/2022", "last_day": "31/8/2022"}
    assert desk.post(plan(programme), planning(programme, **said)).status_code == 302
    assert Round.objects.get().basis == Round.Basis.FREE
