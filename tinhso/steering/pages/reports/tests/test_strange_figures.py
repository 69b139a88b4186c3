"""A figure of a report that is strange is told where it is typed and where it is sent, and stops it as the programme
says: a jump beyond what is usual, a fall of what only grows, more than the whole."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.steering.figures.giving import Given
from tinhso.steering.figures.models import Measure
from tinhso.steering.pages.reports.tests.test_report_page import address, form_of, shown, write
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.actions.write_report import TaskWords, save_task
from tinhso.steering.reporting.models import CheckRule, FigureLine, Report
from tinhso.steering.reporting.tests.conftest import hand
from tinhso.steering.reporting.tests.test_writing import given_on, ratio

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Strange:
    """A figure of this period after 40 of 100 in the one before, and the sentence for it."""

    check: str
    cells: dict[str, str]
    told: str


BEFORE = "so với kỳ trước 40,0\xa0% (40/100)."
STRANGE = (
    Strange("over_whole", {"tu_so": "11", "mau_so": "10"}, "Tử số lớn hơn mẫu số."),
    Strange("fall", {"tu_so": "39", "mau_so": "100"}, f"Số lũy kế giảm {BEFORE}"),
    Strange("jump", {"tu_so": "60", "mau_so": "100"}, f"Thay đổi đột biến {BEFORE}"),
)
EACH = pytest.mark.parametrize("strange", STRANGE, ids=[each.check for each in STRANGE])


@pytest.fixture
def written(report: Report, indicator: Indicator, task: Task, officer: Account) -> Report:
    """The unit stood at 40 of 100, what is counted may be more than the whole, and only the figure is left to say."""
    Measure.objects.filter(indicator=indicator).update(share_of_whole=False)
    given_on(indicator, report.unit, date(2022, 6, 14), said=ratio(40, 100), by=officer)
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(officer))
    return report


def typed(client: Client, report: Report, cells: dict[str, str], *, key: str) -> dict[str, object]:
    """What the page is answered while these cells are typed."""
    sent = {**form_of(client, report), **{f"{key}-{name}": words for name, words in cells.items()}, "viec": "kiem"}
    row: dict[str, object] = client.post(address(report, "write"), sent).json()["rows"][key]
    return row


def save(client: Client, report: Report, cells: dict[str, str], *, key: str) -> None:
    assert write(client, report, {f"{key}-{name}": words for name, words in cells.items()}) == 302


def send(client: Client, report: Report) -> tuple[int, str]:
    """The button of the page "Gửi báo cáo": its status, and how the report stands then."""
    answer = client.post(address(report, "act", "gui"), {"note": "", "once": "a" * 32})
    report.refresh_from_db()
    return answer.status_code, report.state


@EACH
def test_it_is_told_and_sent_all_the_same(
    client: Client, written: Report, officer: Account, head: Account, key: str, *, strange: Strange
) -> None:
    client.force_login(officer)
    row = typed(client, written, strange.cells, key=key)
    assert (row["state"], row["errors"]) == ("doubtful", {})
    assert strange.told in str(row["told"])
    save(client, written, strange.cells, key=key)
    assert strange.told in shown(client, written)
    assert f"I.2: {strange.told}" in client.get(address(written, "act", "gui")).content.decode()
    assert send(client, written) == (302, Report.State.AT_HEAD)
    client.force_login(head)
    assert f"I.2: {strange.told}" in shown(client, written)


@EACH
def test_where_the_programme_blocks_it_the_draft_is_kept_and_not_sent(
    client: Client, written: Report, indicator: Indicator, officer: Account, key: str, *, strange: Strange
) -> None:
    CheckRule.objects.create(programme=indicator.programme, check_name=strange.check, severity="block")
    client.force_login(officer)
    row = typed(client, written, strange.cells, key=key)
    assert (row["state"], row["errors"]) == ("blocked", {"tu_so": strange.told})
    save(client, written, strange.cells, key=key)
    assert FigureLine.objects.get().numerator == Decimal(strange.cells["tu_so"])
    assert f'<a href="#{key}">I.2: {strange.told}</a>' in shown(client, written)
    assert send(client, written) == (422, Report.State.IN_WORK)


@pytest.mark.parametrize(("numerator", "denominator"), [("40", "100"), ("599", "1.000"), ("10", "10")])
def test_what_is_usual_is_not_asked_about(
    client: Client, written: Report, indicator: Indicator, officer: Account, key: str, numerator: str, denominator: str
) -> None:
    """As much as before, just under 20 points more, the whole of what was all but reached before."""
    if numerator == denominator:
        given_on(indicator, written.unit, date(2022, 7, 14), said=ratio(9, 10), by=officer)
    client.force_login(officer)
    row = typed(client, written, {"tu_so": numerator, "mau_so": denominator}, key=key)
    assert (row["state"], row["errors"]) == ("new", {})


@pytest.mark.parametrize(("number", "state"), [("150", "new"), ("151", "doubtful"), ("50", "new"), ("49", "doubtful")])
def test_a_number_jumps_when_it_moves_by_more_than_half_of_itself(
    client: Client, report: Report, indicator: Indicator, officer: Account, key: str, number: str, state: str
) -> None:
    Measure.objects.filter(indicator=indicator).update(kind="number", timing="in_period", share_of_whole=False)
    given_on(indicator, report.unit, date(2022, 6, 14), said=Given(number=Decimal(100)), by=officer)
    client.force_login(officer)
    assert typed(client, report, {"so": number}, key=key)["state"] == state


def test_more_than_the_whole_of_a_share_is_refused_whatever_the_programme_says(
    client: Client, report: Report, officer: Account, key: str
) -> None:
    client.force_login(officer)
    row = typed(client, report, {"tu_so": "11", "mau_so": "10"}, key=key)
    assert row["state"] == "wrong"
    assert write(client, report, {f"{key}-tu_so": "11", f"{key}-mau_so": "10"}) == 422
    assert not FigureLine.objects.exists()
