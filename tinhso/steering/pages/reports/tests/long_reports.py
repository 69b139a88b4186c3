"""Reports of many lines, written and sent while the queries are counted."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tinhso.kernel.accounts.models import Account
from tinhso.steering.figures.models import Measure
from tinhso.steering.pages.reports.tests.test_report_page import address
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, writing
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.models import FigureLine, Report, TaskLine
from tinhso.steering.reporting.tests.conftest import hand, name
from tinhso.steering.reporting.tests.test_writing import ratio


def lengthen(report: Report, upto: int) -> None:
    """So many tasks and so many indicators in all are the unit's."""
    programme, draft = report.round.asks.get().programme, draft_of(report)
    for number in range(len(draft.tasks), upto):
        facts = {"position": 900 + number, "code": f"IX.{number}", "text": f"Việc {number}"}
        name(report.unit, task=Task.objects.create(programme=programme, **facts))
    for number in range(len(draft.figures), upto):
        facts = {"position": 900 + number, "code": f"VIII.{number}", "name": f"Chỉ tiêu {number}"}
        made = Indicator.objects.create(programme=programme, **facts)
        name(report.unit, indicator=made)
        Measure.objects.create(indicator=made, kind=Measure.Kind.RATIO, levels="district", share_of_whole=True)


def fill(report: Report, by: Account, upto: int) -> None:
    """The report of so many lines of each kind is being written, and every line is said."""
    lengthen(report, upto)
    Report.objects.filter(pk=report.pk).update(state="in_work", sent_on=None)
    TaskLine.objects.all().delete()
    FigureLine.objects.all().delete()
    with writing(report, hand(by)) as held:
        for task in held.draft.tasks:
            held.task(task.task.pk, TaskWords(said="doing", note=f"{upto} việc, đang làm {task.task.code}"))
        for figure in held.draft.figures:
            held.figure(figure.cell, FigureWords(given=ratio(1, 2)))


def asked(client: Client, place: str, sent: dict[str, str] | None = None) -> int:
    """How many queries opening a page makes, or sending something to it."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(place) if sent is None else client.post(place, sent)
    if answer.status_code != (200 if sent is None else 302):
        raise ValueError(f"{place}: {answer.status_code}")
    return len(queries)


def send(client: Client, report: Report, *, once: str) -> int:
    """How many queries the button "Gửi báo cáo" makes on its page."""
    place = address(report, "act", "gui")
    client.get(place)
    return asked(client, place, {"note": "", "once": once})
