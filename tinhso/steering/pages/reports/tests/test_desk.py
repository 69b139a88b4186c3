"""Việc của tôi tells of every report that waits for the person, and says that nothing waits only where that is so."""

from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tinhso.kernel.accounts.models import Account
from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.pages.work import own
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.actions.open_round import open_round
from tinhso.steering.reporting.actions.plan_round import plan_round
from tinhso.steering.reporting.models import Report, Round
from tinhso.steering.reporting.tests.conftest import THIRD_QUARTER, hand

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


def more_rounds(programme: Programme, coordinator: Account, count: int) -> None:
    """As many thematic rounds more, open: a report of each unit in each."""
    for number in range(count):
        title = f"Báo cáo chuyên đề {number}"
        asked = replace(THIRD_QUARTER, kind=Round.Kind.THEMATIC, basis=Round.Basis.FREE, title=title)
        open_round(plan_round(asked, [programme], hand(coordinator)), hand(coordinator))


@pytest.mark.parametrize("state", ["unopened", "sent"])
def test_many_reports_ask_no_more_than_few(
    client: Client, report: Report, coordinator: Account, officer: Account, programme: Programme, state: str
) -> None:
    """Neither of who writes them nor of who takes them."""

    def asked(account: Account) -> int:
        waiting(client, account)
        with CaptureQueriesContext(connection) as queries:
            waiting(client, account)
        return len(queries)

    Report.objects.update(state=state, sent_on=BEFORE if state == "sent" else None)
    before = [asked(account) for account in (officer, coordinator)]
    more_rounds(programme, coordinator, 5)
    Report.objects.update(state=state, sent_on=BEFORE if state == "sent" else None)
    assert [asked(account) for account in (officer, coordinator)] == before


def test_a_list_that_is_cut_says_so_and_its_workbook_has_all_of_it(
    client: Client,
    report: Report,
    officer: Account,
    coordinator: Account,
    programme: Programme,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    more_rounds(programme, coordinator, 2)
    monkeypatch.setattr(own, "_MOST", 2)
    part = waiting(client, officer)
    assert (part.count("Lập báo cáo:"), "Đang hiện 2 báo cáo đầu trong 3" in part) == (2, True)
    answer = client.get("/viec-cua-toi", {"ngay": f"{BEFORE:%d/%m/%Y}", "xlsx": "cho-toi"})
    rows = [[str(cell) for cell in row] for row in read_workbook(answer.content, "bang.xlsx")[0].rows]
    assert len([row for row in rows if any("Báo cáo " in cell for cell in row)]) == 3
    assert not [row for row in rows if "Đang hiện" in row[0]]


def test_of_a_programme_that_is_closed_nothing_waits(
    client: Client, report: Report, coordinator: Account, programme: Programme
) -> None:
    Report.objects.update(state="sent", sent_on=BEFORE)
    Programme.objects.filter(pk=programme.pk).update(state="closed")
    assert report.round.title not in waiting(client, coordinator)
