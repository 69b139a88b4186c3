"""What shows that a task is done comes with its line, and is evidence of the task when the report is sent."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import StoredFile
from tinhso.steering.figures.giving import Given
from tinhso.steering.following.models import Evidence, ProgressEntry
from tinhso.steering.pages.reports.tests.test_report_page import address, form_of, shown
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.actions.take_report import return_report
from tinhso.steering.reporting.actions.write_report import FigureWords, save_figure
from tinhso.steering.reporting.models import Report, TaskLine
from tinhso.steering.reporting.tests.conftest import hand

MISSING = "Báo xong mà chưa có minh chứng"


def paper(content: bytes = b"%PDF-1.4 quy che", name: str = "quy-che.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def hand_in(client: Client, report: Report, task: Task, file: SimpleUploadedFile, *, said: str = "ready") -> str:
    typed = {**form_of(client, report), f"t{task.pk}-said": said, f"t{task.pk}-tep": file}
    return client.post(address(report, "write"), typed).content.decode()


def names() -> list[str]:
    return list(Evidence.objects.order_by("pk").values_list("file__name", flat=True))


@pytest.fixture
def given(client: Client, report: Report, task: Task, indicator: Indicator, head: Account) -> Report:
    """The task is said to be done, with the paper that shows it; of the figure it is said that it does not apply."""
    client.force_login(head)
    hand_in(client, report, task, paper())
    figure = FigureWords(given=Given(not_applicable=True))
    save_figure(report, (indicator.pk, report.unit_id), figure, hand=hand(head))
    return report


def test_the_file_stands_in_the_line_and_nothing_is_missing(client: Client, given: Report) -> None:
    assert TaskLine.objects.filter(file__name="quy-che.pdf").exists()
    page = shown(client, given)
    assert "quy-che.pdf" in page
    assert MISSING not in page


def test_the_head_sees_it_too(client: Client, given: Report, officer: Account, head: Account) -> None:
    submit(given, "", hand(officer))
    client.force_login(head)
    assert "quy-che.pdf" in shown(client, given)


def test_who_approves_opens_it(client: Client, given: Report, task: Task, officer: Account, head: Account) -> None:
    submit(given, "", hand(officer))
    client.force_login(head)
    place = address(given, "file", task.pk)
    assert f'href="{place}"' in shown(client, given)
    assert client.get(place).getvalue() == b"%PDF-1.4 quy che"


def test_who_does_not_see_the_draft_does_not_open_its_file(
    client: Client, given: Report, task: Task, other_officer: Account
) -> None:
    client.force_login(other_officer)
    assert client.get(address(given, "file", task.pk)).status_code == 403


def test_a_line_without_a_file_has_none(client: Client, report: Report, task: Task, officer: Account) -> None:
    client.force_login(officer)
    assert client.get(address(report, "file", task.pk)).status_code == 404


def test_sent_it_is_evidence_of_the_task(
    client: Client, given: Report, task: Task, head: Account, other_officer: Account
) -> None:
    submit(given, "", hand(head))
    assert names() == ["quy-che.pdf"]
    client.force_login(other_officer)
    evidence = reverse("work:evidence", args=(task.programme_id, Evidence.objects.get().pk))
    assert f'href="{evidence}"' in client.get(address(given, "submission", 1)).content.decode()


def test_a_file_that_is_added_after_a_return_is_evidence_though_the_words_are_the_same(
    client: Client, given: Report, task: Task, coordinator: Account, head: Account
) -> None:
    submit(given, "", hand(head))
    return_report(given, "Thiếu bản đã ký", hand(coordinator))
    hand_in(client, given, task, paper(b"%PDF-1.4 da ky", "da-ky.pdf"))
    submit(given, "", hand(head))
    assert names() == ["quy-che.pdf", "da-ky.pdf"]
    assert ProgressEntry.objects.count() == 2


@pytest.mark.parametrize(("content", "said"), [(b"MZ program", "ready"), (b"%PDF-1.4 quy che", "")])
def test_a_file_that_is_not_taken_is_told_at_its_line(
    client: Client, report: Report, task: Task, officer: Account, content: bytes, said: str
) -> None:
    client.force_login(officer)
    page = hand_in(client, report, task, paper(content), said=said)
    assert f'<a href="#t{task.pk}">II.1: ' in page
    assert not TaskLine.objects.exists()
    assert not StoredFile.objects.filter(name="quy-che.pdf").exists()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"said": "stuck"}, "Hãy ghi nội dung."),
        ({"said": "stuck", "note": "Vướng", "share": "120"}, "từ 0 đến 100"),
        ({"said": ""}, "Hãy chọn tình hình."),
        ({"said": "ready", "seen": "7:0"}, "đã bỏ xác nhận"),
    ],
)
def test_the_file_of_a_line_that_is_refused_is_not_kept(
    client: Client, report: Report, task: Task, officer: Account, *, typed: dict[str, str], why: str
) -> None:
    """The browser sends it again with every pause of who types."""
    client.force_login(officer)
    sent = {f"t{task.pk}-{name}": words for name, words in typed.items()}
    form = {**form_of(client, report), **sent, f"t{task.pk}-tep": paper()}
    assert why in client.post(address(report, "write"), form).content.decode()
    assert not StoredFile.objects.filter(name="quy-che.pdf").exists()


def test_the_file_of_a_line_that_the_report_does_not_have_is_not_kept(
    client: Client, report: Report, officer: Account
) -> None:
    client.force_login(officer)
    client.post(address(report, "write"), {**form_of(client, report), "t0-said": "ready", "t0-tep": paper()})
    assert not StoredFile.objects.filter(name="quy-che.pdf").exists()
