"""The officer writes, the head approves, everybody of the programme reads what was sent."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import person
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.actions import send_report, take_report
from tinhso.steering.reporting.actions.remind_missing import remind_missing
from tinhso.steering.reporting.actions.write_report import save_texts
from tinhso.steering.reporting.models import CheckRule, FigureLine, Report, TaskLine
from tinhso.steering.reporting.tests.conftest import hand
from tinhso.steering.reporting.tests.test_counted import counted
from tinhso.steering.reporting.tests.test_partly_told import classes, told
from tinhso.steering.reporting.tests.test_sending import save_everything
from tinhso.steering.reporting.tests.test_writing import given_on, ratio

__all__ = ["classes"]


def address(report: Report, name: str = "report", *further: object) -> str:
    programme = report.round.asks.get().programme_id
    return reverse(f"reports:{name}", args=(programme, report.pk, *further))


def shown(client: Client, report: Report) -> str:
    return client.get(address(report)).content.decode()


def form_of(client: Client, report: Report) -> dict[str, str]:
    """What the form would send, untouched."""
    view = client.get(address(report)).context["view"]
    fields = {"phien-ban": str(view.seen.report.version)}
    fields |= {text.name: text.typed for text in view.texts}
    for row in view.tasks:
        fields |= {f"{row.key}-{name}": words for name, words in row.typed.items()} | {f"{row.key}-seen": row.seen}
    for row in view.grid.rows:
        fields |= {f"{row.line.key}-{name}": words for name, words in row.line.typed.items()}
        fields |= {f"{row.line.key}-thay": row.line.seen, f"{row.line.key}-ghi_chu": row.line.note}
    return fields


def write(client: Client, report: Report, typed: Mapping[str, str]) -> int:
    return client.post(address(report, "write"), {**form_of(client, report), **typed}).status_code


def test_the_officer_finds_the_report_in_his_own_work(client: Client, report: Report, officer: Account) -> None:
    client.force_login(officer)
    assert address(report) in client.get(reverse("work:own")).content.decode()


def test_another_unit_does_not_find_it_there(
    client: Client, report: Report, other_report: Report, other_officer: Account
) -> None:
    client.force_login(other_officer)
    page = client.get(reverse("work:own")).content.decode()
    assert address(other_report) in page
    assert f'"{address(report)}"' not in page


def test_what_is_typed_is_saved_as_a_draft(
    client: Client, report: Report, task: Task, officer: Account, key: str
) -> None:
    client.force_login(officer)
    typed = {
        f"t{task.pk}-said": "doing",
        f"t{task.pk}-note": "Đã trình",
        f"{key}-tu_so": "1 234",
        f"{key}-mau_so": "2.468,0",
        "results": "Kết quả",
    }
    assert write(client, report, typed) == 302
    assert TaskLine.objects.get().note == "Đã trình"
    assert FigureLine.objects.get().numerator == Decimal(1234)
    report.refresh_from_db()
    assert (report.results, report.state) == ("Kết quả", Report.State.IN_WORK)
    assert not Value.objects.exists()


def test_a_saved_figure_is_told_as_written_not_as_unchanged(
    client: Client, report: Report, indicator: Indicator, officer: Account, key: str
) -> None:
    """It differs from the figure before, whatever the draft holds already."""
    given_on(indicator, report.unit, date(2022, 6, 14), said=ratio(40, 100), by=officer)
    client.force_login(officer)
    write(client, report, {f"{key}-tu_so": "50", f"{key}-mau_so": "100"})
    page = shown(client, report)
    assert '<span class="soft">đã ghi</span>' in page
    assert "không đổi" not in page


def test_a_cell_that_is_not_understood_stays_with_its_reason_and_the_rest_is_saved(
    client: Client, report: Report, task: Task, officer: Account, key: str
) -> None:
    client.force_login(officer)
    typed = {
        f"{key}-tu_so": "85%",
        f"{key}-mau_so": "100",
        f"t{task.pk}-said": "ready",
    }
    answer = client.post(address(report, "write"), {**form_of(client, report), **typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="85%"' in page
    assert "không phải phần trăm" in page
    assert TaskLine.objects.get().said == "ready"
    assert not FigureLine.objects.exists()


def test_no_figure_yet_is_said_by_its_reason_alone_and_taken_back_with_it(
    client: Client, report: Report, officer: Account, key: str
) -> None:
    client.force_login(officer)
    write(client, report, {f"{key}-ghi_chu": "Cục Thống kê chưa công bố"})
    assert FigureLine.objects.get().is_unknown
    page = shown(client, report)
    assert "chưa có số liệu, có lý do" in page
    assert '<td class="grid-stands" data-label="Hiện có">chưa có số liệu: Cục Thống kê chưa công bố<' in page
    write(client, report, {f"{key}-ghi_chu": ""})
    assert not FigureLine.objects.exists()


def test_the_reason_why_there_is_no_figure_stands_in_what_was_sent(
    client: Client, report: Report, task: Task, officer: Account, head: Account, key: str
) -> None:
    client.force_login(head)
    write(client, report, {f"{key}-ghi_chu": "Cục Thống kê chưa công bố", "nut": f"khong-doi:t{task.pk}"})
    client.post(address(report, "act", "gui"), {"words": "", "once": "a" * 32})
    client.force_login(officer)
    page = client.get(address(report, "submission", 1)).content.decode()
    assert "chưa có số liệu" in page
    assert "Cục Thống kê chưa công bố" in page


def test_a_counted_figure_is_shown_and_not_asked_for(
    client: Client, report: Report, indicator: Indicator, officer: Account, coordinator: Account, key: str
) -> None:
    counted(indicator, coordinator)
    client.force_login(officer)
    page = shown(client, report)
    assert "Hệ thống tự đếm:" in page
    assert f'name="{key}-tu_so"' not in page


@pytest.mark.parametrize(
    ("month", "said"),
    [
        ((date(2022, 8, 15), date(2022, 9, 14)), "chỉ số của 15/6/2022–14/8/2022"),
        ((date(2022, 7, 15), date(2022, 8, 14)), "còn thiếu 15/6/2022–14/7/2022, 15/8/2022–14/9/2022"),
    ],
)
def test_a_month_that_stands_is_told_with_the_days_that_are_left(
    client: Client, report: Report, classes: Indicator, officer: Account, *, month: tuple[date, date], said: str
) -> None:
    told(classes, report.unit, *month, by=officer)
    client.force_login(officer)
    assert said in shown(client, report)


def test_of_several_stretches_only_the_reason_is_typed(
    client: Client, report: Report, classes: Indicator, officer: Account, key: str
) -> None:
    told(classes, report.unit, date(2022, 7, 15), date(2022, 8, 14), by=officer)
    client.force_login(officer)
    assert f'name="{key}-so"' not in shown(client, report)
    write(client, report, {f"{key}-ghi_chu": "Chờ trung tâm chốt"})
    assert (FigureLine.objects.get().is_unknown, FigureLine.objects.get().note) == (True, "Chờ trung tâm chốt")
    assert "chưa có số liệu, có lý do" in shown(client, report)


def test_nothing_changed_is_one_tap(client: Client, report: Report, task: Task, officer: Account) -> None:
    client.force_login(officer)
    write(client, report, {"nut": f"khong-doi:t{task.pk}"})
    assert TaskLine.objects.get().unchanged


def test_what_is_left_is_confirmed_in_one_tap_beside_what_was_said(
    client: Client, report: Report, task: Task, indicator: Indicator, officer: Account
) -> None:
    given_on(indicator, report.unit, date(2022, 6, 14), said=ratio(40, 100), by=officer)
    client.force_login(officer)
    assert "khong-phat-sinh" in shown(client, report)
    write(client, report, {f"t{task.pk}-said": "stuck", f"t{task.pk}-note": "Vướng kinh phí", "nut": "con-lai"})
    assert (TaskLine.objects.get().said, FigureLine.objects.get().unchanged) == ("stuck", True)
    assert "khong-phat-sinh" not in shown(client, report)


@pytest.mark.parametrize("verb", ["gui", "khong-phat-sinh"])
def test_what_is_typed_is_saved_before_it_is_sent(client: Client, report: Report, officer: Account, verb: str) -> None:
    client.force_login(officer)
    typed = {**form_of(client, report), "results": "Kết quả", "nut": verb}
    assert client.post(address(report, "write"), typed)["Location"] == address(report, "act", verb)
    report.refresh_from_db()
    assert report.results == "Kết quả"


def test_an_untouched_form_saves_nothing(client: Client, report: Report, officer: Account) -> None:
    client.force_login(officer)
    write(client, report, {})
    report.refresh_from_db()
    assert not TaskLine.objects.exists()
    assert report.state == Report.State.UNOPENED


def test_a_second_officer_does_not_wipe_out_the_first(
    client: Client, report: Report, task: Task, officer: Account, district: Unit
) -> None:
    """Both opened the page; the second touches another line."""
    client.force_login(officer)
    before = form_of(client, report)
    write(client, report, {f"t{task.pk}-said": "doing", f"t{task.pk}-note": "Lời của người thứ nhất"})
    client.force_login(person("colleague", "Đỗ Thị Thử", role=Role.UNIT_OFFICER, at=district))
    client.post(address(report, "write"), {**before, "directions": "Kỳ tới"})
    assert TaskLine.objects.get().note == "Lời của người thứ nhất"


def test_a_script_is_told_how_the_lines_stand(client: Client, report: Report, task: Task, officer: Account) -> None:
    client.force_login(officer)
    typed = {**form_of(client, report), f"t{task.pk}-said": "ready"}
    told = client.post(address(report, "write"), typed, headers={"Accept": "application/json"}).json()
    assert told["unsaid"] == 1
    assert told["tasks"][f"t{task.pk}"]["error"] == ""


def test_the_head_sees_what_is_sent_and_approves(
    client: Client, report: Report, officer: Account, head: Account
) -> None:
    save_everything(report, officer)
    client.force_login(officer)
    client.post(address(report, "act", "gui"), {"note": "", "once": "a" * 32})
    client.force_login(head)
    assert "Duyệt và gửi" in shown(client, report)
    client.post(address(report, "act", "duyet"), {"note": "", "once": "b" * 32})
    report.refresh_from_db()
    assert report.state == Report.State.SENT


@pytest.fixture
def returned(report: Report, officer: Account, head: Account, coordinator: Account) -> Report:
    """The department has given it back."""
    save_everything(report, officer)
    send_report.submit(report, "", hand(head))
    return take_report.return_report(report, "Xem lại tử số", hand(coordinator))


def test_what_was_corrected_after_it_was_sent_stands_in_its_cells_with_who(
    client: Client, returned: Report, officer: Account, head: Account, coordinator: Account, key: str
) -> None:
    right = Whence(by=coordinator, note="Trùng hồ sơ", at=hand(coordinator).at)
    correct(Value.objects.get(), ratio(9, 20), right)
    client.force_login(officer)
    page = shown(client, returned)
    assert f"đã sửa sau khi gửi, {coordinator}" in page
    row = next(row for row in client.get(address(returned)).context["view"].grid.rows if row.line.key == key)
    assert row.line.typed["tu_so"] == "9"
    assert write(client, returned, {"directions": "Kỳ tới"}) == 302
    send_report.submit(returned, "", hand(head))
    assert Value.objects.known_at().get().numerator == Decimal(9)
    client.force_login(head)
    assert "45,0" in shown(client, returned)


def top(client: Client, report: Report) -> str:
    """The page of the report above its history."""
    return shown(client, report).partition("history-head")[0]


def test_the_reason_of_a_return_stands_at_the_top_whatever_is_done_after(
    client: Client, returned: Report, officer: Account, coordinator: Account
) -> None:
    remind_missing(returned.round, hand(coordinator))
    client.force_login(officer)
    assert "Xem lại tử số" in top(client, returned)
    save_texts(returned, {"directions": "Kỳ tới"}, hand(officer), seen=returned.version)
    assert "Xem lại tử số" in top(client, returned)


def test_who_approves_reads_what_was_to_be_mended_and_once_sent_it_is_gone(
    client: Client, returned: Report, officer: Account, head: Account
) -> None:
    send_report.submit(returned, "", hand(officer))
    client.force_login(head)
    assert "Xem lại tử số" in top(client, returned)
    send_report.approve(returned, "", hand(head))
    assert "Xem lại tử số" not in top(client, returned)


def test_what_a_head_gives_back_stays_within_the_unit(
    client: Client, report: Report, officer: Account, head: Account, other_officer: Account
) -> None:
    save_everything(report, officer)
    send_report.submit(report, "", hand(officer))
    take_report.return_to_officer(report, "Thiếu số của xã", hand(head))
    client.force_login(officer)
    assert "Thiếu số của xã" in top(client, report)
    client.force_login(other_officer)
    assert "Thiếu số của xã" not in shown(client, report)


def test_what_was_sent_is_read_by_every_official(
    client: Client, report: Report, officer: Account, head: Account, other_officer: Account
) -> None:
    save_everything(report, head)
    client.force_login(head)
    client.post(address(report, "act", "gui"), {"note": "", "once": "a" * 32})
    client.force_login(other_officer)
    page = client.get(address(report, "submission", 1)).content.decode()
    assert "50,0" in page
    assert "Không thay đổi" in page


def test_a_figure_leads_to_the_report_that_gave_it(
    client: Client, report: Report, officer: Account, head: Account
) -> None:
    save_everything(report, head)
    client.force_login(head)
    client.post(address(report, "act", "gui"), {"note": "", "once": "a" * 32})
    value = Value.objects.get(unit=report.unit)
    shown_at = reverse("values:value", args=(report.round.asks.get().programme_id, value.pk))
    client.force_login(officer)
    assert address(report, "submission", 1) in client.get(shown_at).content.decode()


def test_what_is_being_written_is_not_shown_to_another_unit(
    client: Client, report: Report, task: Task, officer: Account, other_officer: Account
) -> None:
    client.force_login(officer)
    write(client, report, {f"t{task.pk}-said": "stuck", f"t{task.pk}-note": "Khó khăn nội bộ chưa gửi"})
    client.force_login(other_officer)
    assert "Khó khăn nội bộ chưa gửi" not in shown(client, report)


def test_a_report_opens_in_a_dozen_queries(
    client: Client, report: Report, task: Task, officer: Account, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Also where a task is said to be done, whose proofs are looked for."""
    save_everything(report, officer)
    TaskLine.objects.filter(task=task).update(said="ready", unchanged=False)
    client.force_login(officer)
    opened = address(report)
    client.get(opened)
    with django_assert_max_num_queries(12):
        client.get(opened)


def test_who_may_not_write_is_told_so(client: Client, report: Report, other_officer: Account) -> None:
    client.force_login(other_officer)
    assert client.post(address(report, "write"), {}).status_code == 403
    assert client.get(address(report, "act", "gui")).status_code == 403


def test_a_report_that_went_on_is_not_written(client: Client, report: Report, officer: Account, head: Account) -> None:
    save_everything(report, officer)
    client.force_login(head)
    client.post(address(report, "act", "gui"), {"note": "", "once": "a" * 32})
    assert client.post(address(report, "write"), {"results": "thêm"}).status_code == 409


@pytest.mark.parametrize(("severity", "told"), [("warn", "Cần xem"), ("block", "Chặn gửi")])
def test_done_without_evidence_is_told_at_the_line_as_the_programme_says(
    client: Client, report: Report, task: Task, officer: Account, severity: str, told: str
) -> None:
    CheckRule.objects.create(programme=task.programme, check_name="no_evidence", severity=severity)
    client.force_login(officer)
    typed = {**form_of(client, report), f"t{task.pk}-said": "ready"}
    answer = client.post(address(report, "write"), typed, headers={"Accept": "application/json"}).json()
    now = answer["tasks"][f"t{task.pk}"]["now"]
    assert told in now
    assert "Báo xong mà chưa có minh chứng" in now
    assert (f'href="#t{task.pk}"' in answer["blocking"]) is (severity == "block")
    assert TaskLine.objects.get().said == "ready"
