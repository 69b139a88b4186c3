"""What the programme does not let be sent is told while somebody writes, and kept."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.reports.tests.test_report_page import address, form_of, shown, write
from tinhso.steering.programmes.models import Indicator
from tinhso.steering.reporting.models import CheckRule, FigureLine, Report
from tinhso.steering.reporting.tests.test_writing import given_on, ratio


@pytest.fixture
def falls_block(report: Report, indicator: Indicator, officer: Account) -> None:
    """The programme takes no cumulative figure that falls; the unit's stood at 40 of 100."""
    CheckRule.objects.create(programme=indicator.programme, check_name="fall", severity="block")
    given_on(indicator, report.unit, date(2022, 6, 14), said=ratio(40, 100), by=officer)


@pytest.mark.usefixtures("falls_block")
def test_a_figure_that_blocks_is_told_at_its_cell_while_one_types(
    client: Client, report: Report, officer: Account, key: str
) -> None:
    client.force_login(officer)
    typed = {**form_of(client, report), f"{key}-tu_so": "30", f"{key}-mau_so": "100", "viec": "kiem"}
    row = client.post(address(report, "write"), typed).json()["rows"][key]
    assert row["state"] == "blocked"
    assert row["errors"] == {"tu_so": "Số lũy kế giảm so với kỳ trước 40,0\xa0% (40/100)."}
    assert not FigureLine.objects.exists()


@pytest.mark.usefixtures("falls_block")
def test_a_figure_that_blocks_is_kept_as_a_draft_and_named_where_one_sends(
    client: Client, report: Report, officer: Account, key: str
) -> None:
    client.force_login(officer)
    assert write(client, report, {f"{key}-tu_so": "30", f"{key}-mau_so": "100"}) == 302
    assert FigureLine.objects.get().numerator == Decimal(30)
    blocks = f'<a href="#{key}">I.2: Số lũy kế giảm so với kỳ trước 40,0\xa0% (40/100).</a>'
    page = shown(client, report)
    assert blocks in page
    assert f'aria-describedby="{key}-tu_so-sai"' in page
    assert f"{address(report)}#{key}" in client.get(address(report, "act", "gui")).content.decode()


def test_where_the_programme_only_warns_nothing_blocks(
    client: Client, report: Report, indicator: Indicator, officer: Account, key: str
) -> None:
    given_on(indicator, report.unit, date(2022, 6, 14), said=ratio(40, 100), by=officer)
    client.force_login(officer)
    typed = {**form_of(client, report), f"{key}-tu_so": "30", f"{key}-mau_so": "100", "viec": "kiem"}
    row = client.post(address(report, "write"), typed).json()["rows"][key]
    assert (row["state"], row["errors"]) == ("doubtful", {})
