"""One unit's report before the department: accepted, given back, given more time; the list of who is missing."""

from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.reporting.models import Report, ReportDeed
from tinhso.steering.reporting.tests.conftest import LAST_DAY

pytestmark = pytest.mark.django_db
KEY = "b" * 32


def at(report: Report, view: str, *more: str) -> str:
    return reverse(f"rounds:{view}", args=(report.round.asks.get().programme_id, report.round_id, *more))


def judge(report: Report, verdict: str) -> str:
    return at(report, "judge", str(report.pk), verdict)


@pytest.fixture
def sent(report: Report) -> Report:
    Report.objects.filter(pk=report.pk).update(state="sent", sent_on=LAST_DAY)
    report.refresh_from_db()
    return report


def test_a_report_is_accepted_once_by_two_clicks(desk: Client, sent: Report) -> None:
    for _click in range(2):
        assert desk.post(judge(sent, "tiep-nhan"), {"once": KEY}).status_code == 302
    assert ReportDeed.objects.filter(report=sent, kind="accepted").count() == 1


def test_giving_back_asks_why_and_the_reason_is_shown(desk: Client, sent: Report) -> None:
    answer = desk.post(judge(sent, "tra-lai"), {"once": KEY})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"reason"})
    desk.post(judge(sent, "tra-lai"), {"once": KEY, "reason": "Thiếu biểu số 2"})
    page = unescape(desk.get(at(sent, "report", str(sent.pk))).content.decode())
    assert page.count("Thiếu biểu số 2") == 2
    assert "Bị trả lại" in page


def test_what_was_judged_already_is_told(desk: Client, sent: Report) -> None:
    Report.objects.filter(pk=sent.pk).update(state="accepted")
    assert desk.post(judge(sent, "tiep-nhan"), {"once": KEY, "note": "Tốt"}).status_code == 409


def test_one_unit_is_given_more_time(desk: Client, report: Report) -> None:
    answer = desk.post(judge(report, "gia-han"), {"once": KEY, "due_on": "19/9/2022", "reason": "Bão"})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"due_on"})
    desk.post(judge(report, "gia-han"), {"once": KEY, "due_on": "27/9/2022", "reason": "Bão"})
    report.refresh_from_db()
    assert report.due_on == date(2022, 9, 27)


def test_all_that_were_sent_in_time_are_accepted_by_one_button(
    desk: Client, sent: Report, other_report: Report
) -> None:
    Report.objects.filter(pk=other_report.pk).update(state="sent", sent_on=date(2022, 9, 22))
    for _click in range(2):
        assert desk.post(at(sent, "act", "tiep-nhan"), {"once": KEY}).status_code == 302
    states = dict(Report.objects.values_list("pk", "state"))
    assert (states[sent.pk], states[other_report.pk]) == ("accepted", "sent")


def test_what_went_on_inside_a_unit_stays_inside(
    client: Client, report: Report, officer: Account, other_officer: Account
) -> None:
    facts = {"account": officer, "day": LAST_DAY, "words": "Xem lại số của xã"}
    ReportDeed.objects.create(report=report, kind="head_returned", **facts)
    for account, told in ((officer, True), (other_officer, False)):
        client.force_login(account)
        page = unescape(client.get(at(report, "report", str(report.pk))).content.decode())
        assert ("Xem lại số của xã" in page) is told


def test_who_is_missing_is_written_with_whom_to_call(
    desk: Client, sent: Report, other_report: Report, other_officer: Account
) -> None:
    answer = desk.get(at(sent, "sheet"), {"tinh_trang": "thieu"})
    rows = read_workbook(answer.content, "con-thieu.xlsx")[0].rows
    row = next(row for row in rows if row[0] == "UBND huyện Khác")
    assert row[2] == "Chưa mở"
    assert row[3] == LAST_DAY
    assert row[7] == other_officer.display_name
    assert not any(row[0] == "UBND huyện Mẫu" for row in rows)
