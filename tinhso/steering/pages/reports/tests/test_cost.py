"""A long report costs the database no more than a short one, but for the lines that are written themselves."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tinhso.kernel.accounts.models import Account
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.pages.reports.tests.test_report_page import address
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, writing
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.models import FigureLine, Report, TaskLine
from tinhso.steering.reporting.tests.conftest import hand, name
from tinhso.steering.reporting.tests.test_writing import ratio

#: Tasks, and as many indicators, of a short report and of a long one.
FEW, MANY = 3, 30
#: A page of a report asks so often at most, and what is sent of one task and one indicator together.
PAGE, PAIR = 12, 30


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
    assert answer.status_code == (200 if sent is None else 302)
    return len(queries)


def send(client: Client, report: Report, *, once: str) -> int:
    """How many queries the button "Gửi báo cáo" makes on its page."""
    place = address(report, "act", "gui")
    client.get(place)
    return asked(client, place, {"note": "", "once": once})


@pytest.mark.parametrize("whose", ["officer", "head"])
@pytest.mark.parametrize("state", ["in_work", "at_head"])
def test_a_long_report_opens_in_as_many_queries_as_a_short_one(
    client: Client, report: Report, officer: Account, request: pytest.FixtureRequest, *, whose: str, state: str
) -> None:
    account = request.getfixturevalue(whose)
    client.force_login(account)
    counts = []
    for upto in (FEW, MANY):
        fill(report, officer, upto)
        if state == "at_head":
            request.getfixturevalue("head")
            submit(report, "", hand(officer))
        place = address(report)
        client.get(place)
        counts.append(asked(client, place))
    assert counts[0] == counts[1] <= PAGE


def test_giving_a_long_report_to_the_head_costs_as_much_as_a_short_one(
    client: Client, report: Report, officer: Account, head: Account
) -> None:
    client.force_login(officer)
    counts = []
    for upto in (FEW, MANY):
        fill(report, officer, upto)
        counts.append(send(client, report, once=f"{upto:032}"))
        report.refresh_from_db()
        assert report.state == Report.State.AT_HEAD
    assert counts[0] == counts[1]


def test_what_is_sent_costs_its_lines_and_nothing_else(
    client: Client, report: Report, officer: Account, head: Account
) -> None:
    """Each line becomes an entry or a figure under the rules of those who write one by itself."""
    client.force_login(head)
    counts, made = [], []
    for upto in (FEW, MANY):
        fill(report, officer, upto)
        counts.append(send(client, report, once=f"{upto:032}"))
        made.append((ProgressEntry.objects.count(), Value.objects.count()))
    assert made == [(FEW, FEW), (FEW + MANY, MANY)]
    assert counts[1] - counts[0] <= PAIR * (MANY - FEW)
