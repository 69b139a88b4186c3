"""A report of two programmes names each above its lines: while it is written, read by its head, and as it was sent."""

import re

from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.programmes.models import Programme, Task
from tinhso.steering.reporting.actions.send_report import approve, submit
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, save_figure, save_task
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.models import Report
from tinhso.steering.reporting.tests.conftest import hand
from tinhso.steering.reporting.tests.test_several import OTHER, both, other
from tinhso.steering.reporting.tests.test_writing import ratio

__all__ = ["both", "other"]


def said(report: Report, by: Account) -> None:
    for task in Task.objects.filter(code="II.1"):
        save_task(report, task, TaskWords(said="ready"), hand=hand(by))
    for each in draft_of(report).figures:
        save_figure(report, each.cell, FigureWords(given=ratio(1, 2)), hand=hand(by))


def headings(page: str, name: str) -> tuple[int, int]:
    """How often the programme stands above tasks, and under figures."""
    return page.count(f"<h3>{name}</h3>"), len(re.findall(f'<span class="under soft"[^>]*>{name}</span>', page))


def address(report: Report, name: str = "report", *further: object) -> str:
    programme = report.round.asks.order_by("programme").values_list("programme", flat=True)[0]
    return reverse(f"reports:{name}", args=(programme, report.pk, *further))


def test_whose_line_is_whose_is_told_wherever_the_report_is_read(
    client: Client, both: Report, programme: Programme, officer: Account, head: Account
) -> None:
    client.force_login(officer)
    page = client.get(address(both)).content.decode()
    assert [headings(page, each) for each in (programme.name, OTHER)] == [(1, 1), (1, 1)]
    said(both, officer)
    submit(both, "", hand(officer))
    client.force_login(head)
    page = client.get(address(both)).content.decode()
    assert [headings(page, each) for each in (programme.name, OTHER)] == [(1, 1), (1, 1)]
    assert f"II.1 ({OTHER}): Báo xong" in page
    approve(both, "", hand(head))
    page = client.get(address(both, "submission", 1)).content.decode()
    assert [headings(page, each) for each in (programme.name, OTHER)] == [(1, 1), (1, 1)]


def test_the_workbook_of_what_was_sent_has_the_programme_as_a_column(
    client: Client, both: Report, head: Account
) -> None:
    said(both, head)
    submit(both, "", hand(head))
    client.force_login(head)
    sheet = client.get(address(both, "submission", 1), {"xlsx": "so-lieu-da-gui"}).content
    rows = read_workbook(sheet, "so-lieu.xlsx")[0].rows
    place = next(row.index("Chương trình") for row in rows if "Chương trình" in row)
    assert rows[-1][place] == OTHER


def test_of_one_programme_nothing_is_repeated(client: Client, report: Report, officer: Account) -> None:
    client.force_login(officer)
    tasks = client.get(address(report)).content.decode().partition("tasks-head")[2]
    assert "<h3>" not in tasks.partition("texts-head")[0]
