"""Two people, or one with two tabs, write the same report: a line that one leaves alone stays as the other wrote it."""

from collections.abc import Mapping

import pytest
from django.test import Client

from tests.cast import person
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.pages.reports.tests.test_report_page import address, form_of, write
from tinhso.steering.programmes.models import Task
from tinhso.steering.reporting.models import FigureLine, Report, TaskLine

NUMBERS = {"tu_so": "7", "mau_so": "10"}


@pytest.fixture
def colleague(district: Unit) -> Account:
    return person("colleague", "Đỗ Thị Thử", role=Role.UNIT_OFFICER, at=district)


@pytest.fixture
def page(client: Client, report: Report, officer: Account) -> dict[str, str]:
    """What the open page of the officer holds."""
    client.force_login(officer)
    return form_of(client, report)


def saved_by_script(client: Client, report: Report, form: dict[str, str]) -> dict[str, str]:
    """The open page saves all that it holds, and takes over which version of each line it is told to have seen."""
    answer = client.post(address(report, "write"), form, headers={"Accept": "application/json"}).json()
    assert not answer["refused"]
    assert not any(line["errors"] for line in answer["figures"].values())
    seen = {f"{key}-seen": line["seen"] for key, line in answer["tasks"].items()}
    seen |= {f"{key}-thay": line["seen"] for key, line in answer["figures"].items()}
    return {**form, **seen, "phien-ban": str(answer["version"])}


@pytest.mark.parametrize("whose", ["colleague", "officer"])
@pytest.mark.parametrize("typed", [{"ghi_chu": "chưa công bố"}, {**NUMBERS, "ghi_chu": "theo sổ"}, NUMBERS])
def test_a_figure_written_meanwhile_is_left_alone(
    client: Client,
    report: Report,
    page: dict[str, str],
    key: str,
    request: pytest.FixtureRequest,
    *,
    whose: str,
    typed: Mapping[str, str],
) -> None:
    """Also when the page saves again, which still does not show it."""
    officer = client.session["_auth_user_id"]
    client.force_login(request.getfixturevalue(whose))
    write(client, report, {f"{key}-{name}": words for name, words in typed.items()})
    client.force_login(Account.objects.get(pk=officer))
    again = saved_by_script(client, report, {**page, "results": "Kết quả"})
    saved_by_script(client, report, {**again, "results": "Kết quả khác"})
    line = FigureLine.objects.get()
    assert (line.version, line.note, line.is_unknown) == (1, typed.get("ghi_chu", ""), "tu_so" not in typed)


def test_a_note_written_meanwhile_beside_the_same_figure_is_left_alone(
    client: Client, report: Report, officer: Account, key: str
) -> None:
    client.force_login(officer)
    write(client, report, {f"{key}-{name}": words for name, words in NUMBERS.items()})
    page = form_of(client, report)
    write(client, report, {f"{key}-ghi_chu": "theo sổ"})
    saved_by_script(client, report, {**page, "results": "Kết quả"})
    assert FigureLine.objects.get().note == "theo sổ"


def test_what_the_page_itself_has_saved_it_may_take_back(
    client: Client, report: Report, page: dict[str, str], key: str
) -> None:
    cells = {f"{key}-{name}": words for name, words in NUMBERS.items()}
    again = saved_by_script(client, report, {**page, **cells})
    saved_by_script(client, report, {**again, **dict.fromkeys(cells, "")})
    assert not FigureLine.objects.exists()


def test_a_task_written_meanwhile_is_left_alone(
    client: Client, report: Report, officer: Account, colleague: Account, task: Task
) -> None:
    client.force_login(officer)
    write(client, report, {f"t{task.pk}-said": "doing", f"t{task.pk}-note": "Đã trình"})
    page = form_of(client, report)
    client.force_login(colleague)
    write(client, report, {f"t{task.pk}-said": "stuck", f"t{task.pk}-note": "Vướng kinh phí"})
    client.force_login(officer)
    again = saved_by_script(client, report, {**page, "results": "Kết quả"})
    saved_by_script(client, report, {**again, "results": "Kết quả khác"})
    assert TaskLine.objects.get().note == "Vướng kinh phí"
