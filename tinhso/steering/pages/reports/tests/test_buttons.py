"""The buttons of a line: pressed beside what was typed in it, or of a line that a colleague has written since."""

import pytest
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.reports.tests.test_report_page import address, form_of, write
from tinhso.steering.pages.reports.tests.test_two_pages import NUMBERS, colleague
from tinhso.steering.programmes.models import Task
from tinhso.steering.reporting.models import FigureLine, Report, TaskLine

__all__ = ["colleague"]


@pytest.fixture
def line(task: Task) -> str:
    """Of the task's row."""
    return f"t{task.pk}"


@pytest.fixture
def page(client: Client, report: Report, officer: Account) -> dict[str, str]:
    """What the open page of the officer holds."""
    client.force_login(officer)
    return form_of(client, report)


def pressed(client: Client, report: Report, form: dict[str, str], button: str) -> str:
    """What the page says once the button was pressed in the form as it stands."""
    return client.post(address(report, "write"), {**form, "nut": button}, follow=True).content.decode()


def test_pressed_beside_words_not_saved_yet_the_button_is_what_counts(
    client: Client, report: Report, page: dict[str, str], line: str
) -> None:
    typed = {f"{line}-said": "doing", f"{line}-note": "Đã trình"}
    pressed(client, report, {**page, **typed}, f"khong-doi:{line}")
    assert TaskLine.objects.get().unchanged


@pytest.mark.parametrize("button", ["khong-doi", "lay-lai"])
def test_a_task_written_meanwhile_is_told_before_a_button_changes_it(
    client: Client, report: Report, page: dict[str, str], line: str, colleague: Account, *, button: str
) -> None:
    officer = client.session["_auth_user_id"]
    client.force_login(colleague)
    write(client, report, {f"{line}-said": "stuck", f"{line}-note": "Vướng kinh phí"})
    client.force_login(Account.objects.get(pk=officer))
    said = pressed(client, report, page, f"{button}:{line}")
    assert TaskLine.objects.get().note == "Vướng kinh phí"
    assert "Đỗ Thị Thử vừa ghi dòng này: có khó khăn, vướng mắc. Vướng kinh phí" in said


def test_a_line_that_a_colleague_wrote_anew_is_not_taken_back_unseen(
    client: Client, report: Report, page: dict[str, str], line: str, colleague: Account
) -> None:
    pressed(client, report, page, f"khong-doi:{line}")
    page = form_of(client, report)
    client.force_login(colleague)
    write(client, report, {f"{line}-said": "stuck", f"{line}-note": "Vướng kinh phí"})
    pressed(client, report, page, f"lay-lai:{line}")
    assert TaskLine.objects.get().note == "Vướng kinh phí"


def test_what_one_has_seen_is_taken_back(client: Client, report: Report, page: dict[str, str], line: str) -> None:
    pressed(client, report, page, f"khong-doi:{line}")
    pressed(client, report, form_of(client, report), f"lay-lai:{line}")
    assert not TaskLine.objects.exists()


def test_a_figure_written_meanwhile_is_not_taken_back_unseen(
    client: Client, report: Report, page: dict[str, str], key: str, colleague: Account
) -> None:
    officer = client.session["_auth_user_id"]
    client.force_login(colleague)
    write(client, report, {f"{key}-{name}": words for name, words in NUMBERS.items()})
    client.force_login(Account.objects.get(pk=officer))
    pressed(client, report, page, f"lay-lai:{key}")
    assert FigureLine.objects.get().version == 1
