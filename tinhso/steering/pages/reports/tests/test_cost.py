"""A long report costs the database no more than a short one, but for the lines that are written themselves."""

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.steering.figures.models import Value
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.pages.reports.tests.long_reports import asked, fill, send
from tinhso.steering.pages.reports.tests.test_report_page import address
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.models import Report
from tinhso.steering.reporting.tests.conftest import hand

#: Tasks, and as many indicators, of a short report and of a long one.
FEW, MANY = 3, 30
#: A page of a report asks so often at most, and what is sent of one task and one indicator together.
PAGE, PAIR = 12, 30


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
