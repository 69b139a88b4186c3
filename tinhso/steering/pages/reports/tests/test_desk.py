"""Việc của tôi tells of every report that waits for the person, and says that nothing waits only where that is so."""

from datetime import date
from html import unescape

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.models import Report

NOTHING = "Không có việc nào chờ bạn."
BEFORE, AFTER = date(2022, 9, 16), date(2022, 9, 21)


def waiting(client: Client, account: Account, day: date = BEFORE) -> str:
    """The part "Chờ tôi xử lý" of the page of a person."""
    client.force_login(account)
    page = unescape(client.get("/viec-cua-toi", {"ngay": f"{day:%d/%m/%Y}"}).content.decode())
    return page.partition('<section class="panel waiting"')[2].partition("</section>")[0]


def test_a_report_to_write_waits_for_the_officer(client: Client, report: Report, officer: Account) -> None:
    part = waiting(client, officer)
    assert (report.round.title in part, NOTHING in part) == (True, False)
    assert '<span class="count">1</span>' in part


def test_a_report_to_approve_waits_for_the_head_and_no_more_for_who_wrote_it(
    client: Client, report: Report, officer: Account, head: Account
) -> None:
    Report.objects.filter(pk=report.pk).update(state="at_head")
    assert "Xem và duyệt" in waiting(client, head)
    assert NOTHING in waiting(client, officer)


def test_sent_reports_wait_for_who_takes_them_with_how_many_are_missing(
    client: Client, report: Report, coordinator: Account
) -> None:
    Report.objects.filter(pk=report.pk).update(state="sent", sent_on=BEFORE)
    part = waiting(client, coordinator)
    assert "1 báo cáo chờ tiếp nhận" in part
    assert "2 đơn vị còn thiếu · " in part
    assert "hạn tổng hợp 25/9/2022" in part


def test_before_the_due_day_nothing_sent_makes_nothing_wait_after_it_the_late_do(
    client: Client, report: Report, coordinator: Account
) -> None:
    Report.objects.filter(unit__key="so-thuong-truc").update(state="accepted", sent_on=BEFORE)
    assert NOTHING in waiting(client, coordinator)
    assert "2 đơn vị còn thiếu, 2 đã quá hạn" in waiting(client, coordinator, AFTER)


def test_many_reports_ask_no_more_than_few(client: Client, report: Report, coordinator: Account) -> None:
    def asked() -> int:
        waiting(client, coordinator)
        with CaptureQueriesContext(connection) as queries:
            waiting(client, coordinator)
        return len(queries)

    before = asked()
    Report.objects.update(state="sent", sent_on=BEFORE)
    assert asked() == before


def test_of_a_programme_that_is_closed_nothing_waits(
    client: Client, report: Report, coordinator: Account, programme: Programme
) -> None:
    Report.objects.update(state="sent", sent_on=BEFORE)
    Programme.objects.filter(pk=programme.pk).update(state="closed")
    assert report.round.title not in waiting(client, coordinator)
