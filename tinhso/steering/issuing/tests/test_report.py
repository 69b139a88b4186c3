"""The draft of a consolidated report: facts in fixed frames, units quoted word for word, nothing else."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from tests.cast import unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.kernel.documents.paper.words import Grid, plain
from tinhso.kernel.organisations.models import Holding, Kind, Post, Reorganisation, Unit, UnitVersion
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step
from tinhso.steering.following.models import Completion, Evidence, ProgressEntry
from tinhso.steering.issuing.consolidated.report import left_free, report_of
from tinhso.steering.issuing.facts.gathered import Facts, facts_of
from tinhso.steering.issuing.tests.reading import figures_of, text_of
from tinhso.steering.programmes.models import Duty, Indicator, Task
from tinhso.steering.reporting.actions.open_round import follow_organisations
from tinhso.steering.reporting.actions.send_report import approve, submit
from tinhso.steering.reporting.actions.take_report import return_report
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, save_figure, save_task, save_texts
from tinhso.steering.reporting.fetching import rounds_with_asks
from tinhso.steering.reporting.models import Report, ReportDeed, Round, RoundProgramme, SentTask, Submission
from tinhso.steering.reporting.tests.conftest import CUT_OFF, hand, name
from tinhso.steering.reporting.tests.test_writing import given_on, ratio

pytestmark = pytest.mark.django_db


def facts(round_: Round) -> Facts:
    return facts_of(rounds_with_asks().get(pk=round_.pk), round_.asks.get().programme_id)


def drafted(round_: Round) -> Paper:
    return report_of(facts(round_))


def heads_of_first_annex(round_: Round) -> list[str]:
    return [column.head for grid in drafted(round_).annexes[0].blocks for column in getattr(grid, "columns", ())]


def rows_of_tasks(round_: Round) -> list[list[str]]:
    """The cells of the second annex, as texts."""
    grids = [each for each in drafted(round_).annexes[1].blocks if isinstance(each, Grid)]
    return [[plain(cell) for cell in row.cells] for grid in grids for row in grid.rows if not row.band]


def tell(report: Report, by: Account, **texts: str) -> Report:
    """The texts are sent as if by the whole way through the office."""
    Report.objects.filter(pk=report.pk).update(state="sent", sent_on=date(2022, 9, 19))
    deed = ReportDeed.objects.create(report=report, kind="sent", account=by, unit=report.unit, day=date(2022, 9, 19))
    Submission.objects.create(report=report, number=report.submissions.count() + 1, deed=deed, **texts)
    return report


def test_what_a_unit_says_of_task_figure_and_difficulty_stands_under_its_name(
    report: Report, task: Task, indicator: Indicator, officer: Account, head: Account
) -> None:
    by = hand(officer)
    save_task(report, task, TaskWords(said="stuck", note="Chưa có mặt bằng"), hand=by)
    save_figure(report, (indicator.pk, report.unit_id), FigureWords(given=ratio(30, 40)), hand=by)
    report.refresh_from_db()
    save_texts(report, {"difficulties": "Thiếu người.", "proposals": "Tỉnh hỗ trợ."}, by, seen=report.version)
    submit(report, "", by)
    approve(report, "", hand(head))
    text, figures = text_of(drafted(report.round)), figures_of(drafted(report.round))
    assert "UBND huyện Mẫu: “Thiếu người.”" in text
    assert "UBND huyện Mẫu: “Tỉnh hỗ trợ.”" in text
    assert "UBND huyện Mẫu: “Chưa có mặt bằng”" in text
    assert figures["indicator/I.2/now"] == {"75,0\N{NO-BREAK SPACE}%"}
    assert figures[f"indicator/I.2/unit/{report.unit_id}"] == {"75,0\N{NO-BREAK SPACE}%"}


def test_where_nobody_said_anything_that_is_what_is_printed(quarter: Round) -> None:
    text = text_of(drafted(quarter))
    for part in ("kết quả thực hiện", "khó khăn, vướng mắc", "đề xuất, kiến nghị", "phương hướng, nhiệm vụ kỳ tới"):
        assert f"Không có đơn vị nào nêu {part}." in text
    assert "“" not in text.replace("“chưa có”", "").replace("“chưa tính”", "")


def test_only_the_last_sending_of_a_report_is_quoted(report: Report, officer: Account) -> None:
    tell(report, officer, difficulties="Lời cũ")
    tell(report, officer, difficulties="Lời mới")
    text = text_of(drafted(report.round))
    assert "Lời mới" in text
    assert "Lời cũ" not in text


def test_the_same_words_of_several_units_stand_once_under_both_names(
    report: Report, other_report: Report, officer: Account
) -> None:
    for each in (report, other_report):
        tell(each, officer, difficulties="Thiếu kinh phí.")
    paper = drafted(report.round)
    assert text_of(paper).count("Thiếu kinh phí.") == 1
    assert "UBND huyện Khác, UBND huyện Mẫu: “Thiếu kinh phí.”" in text_of(paper)
    assert figures_of(paper)["said/difficulties"] == {"2"}


def test_a_report_that_was_returned_is_quoted_and_says_so(
    other_report: Report, other_officer: Account, coordinator: Account
) -> None:
    tell(other_report, other_officer, proposals="Giao lại chỉ tiêu.")
    other_report.refresh_from_db()
    return_report(other_report, "Thiếu số liệu", hand(coordinator))
    paper = drafted(other_report.round)
    assert "UBND huyện Khác (báo cáo bị trả lại, chưa gửi lại): “Giao lại chỉ tiêu.”" in text_of(paper)
    assert figures_of(paper)["units/returned"] == {"1"}


def test_signs_of_markup_and_a_hundred_thousand_letters_stay_what_they_are(report: Report, officer: Account) -> None:
    long = "Dài. " * 20_000
    tell(report, officer, difficulties=f"A & B <b>đậm</b> #strong[x] \\n $1$\n\n{long.strip()}")
    text = text_of(drafted(report.round))
    assert "“A & B <b>đậm</b> #strong[x] \\n $1$" in text
    assert f"{long.strip()}”" in text
    read = Document(BytesIO(docx_of(drafted(report.round))))
    assert f"{long.strip()}”" in [each.text for each in read.paragraphs]
    assert pdf_of(drafted(report.round)).startswith(b"%PDF-")


def test_a_task_has_what_was_said_of_it_last_and_its_proof(
    report: Report, task: Task, indicator: Indicator, officer: Account, head: Account
) -> None:
    save_task(report, task, TaskWords(said="doing", note="Đã trình dự thảo"), hand=hand(officer))
    save_figure(report, (indicator.pk, report.unit_id), FigureWords(given=ratio(30, 40)), hand=hand(officer))
    submit(report, "", hand(officer))
    approve(report, "", hand(head))
    entry = ProgressEntry.objects.get(sent_in__submission__report=report)
    Evidence.objects.create(deed=entry, link="https://bacgiang.example/du-thao")
    row = next(row for row in rows_of_tasks(report.round) if row[0] == task.code)
    assert (row[5], row[6]) == ("UBND huyện Mẫu: đang thực hiện. Đã trình dự thảo", "https://bacgiang.example/du-thao")


def test_of_a_task_that_is_done_it_is_told_how(report: Report, task: Task, officer: Account) -> None:
    sent = tell(report, officer).submissions.get()
    SentTask.objects.create(submission=sent, task=task, said="doing", note="Đang làm")
    day = date(2022, 9, 1)
    claim = Completion.objects.create(
        task=task, kind="completed", account=officer, unit=report.unit, day=day, note="Quy chế đã ban hành"
    )
    Evidence.objects.create(deed=claim, link="https://bacgiang.example/quy-che")
    Task.objects.filter(pk=task.pk).update(completed_on=day, standing=False)
    row = next(row for row in rows_of_tasks(report.round) if row[0] == task.code)
    assert row[4].endswith("(ngày 01/9/2022)")
    assert row[5:] == ["Quy chế đã ban hành", "https://bacgiang.example/quy-che"]


def test_of_what_many_units_say_of_a_task_the_answers_are_counted(
    quarter: Round, task: Task, province: Unit, officer: Account
) -> None:
    for number in range(7):
        made = unit(f"huyen-{number}", f"Huyện Số {number}", kind=Kind.DISTRICT, parent=province)
        report = Report.objects.create(round=quarter, unit=made, sender="district", due_on=date(2022, 9, 20))
        sent = tell(report, officer).submissions.get()
        said = "stuck" if number == 3 else "doing"
        SentTask.objects.create(submission=sent, task=task, said=said, note=f"Lời {number}")
    row = next(row for row in rows_of_tasks(quarter) if row[0] == task.code)
    counted = "7 đơn vị báo cáo: 6 đang thực hiện, 1 có khó khăn, vướng mắc"
    assert row[5] == f"{counted}; UBND huyện Số 3: có khó khăn, vướng mắc. Lời 3"


def test_a_unit_that_ended_is_named_as_it_was_in_the_round_and_who_answers_now(
    report: Report, officer: Account, other_district: Unit
) -> None:
    """Merged after the cut-off: what it sent is its own, what is missing is its successor's."""
    decision = Reorganisation(key="gop", title="Nghị quyết sắp xếp", effective_on=date(2022, 9, 18))
    follows = (Follow("merge", report.unit.key, other_district.key),)
    put_into_force(Order(decision, (Step("end", report.unit.key),), follows))
    follow_organisations(date(2022, 9, 25))
    text = text_of(drafted(report.round))
    assert "UBND huyện Mẫu (nay do UBND huyện Khác trả lời)" in text


def test_units_are_counted_by_what_became_of_their_report(
    report: Report, other_report: Report, officer: Account
) -> None:
    tell(report, officer)
    late = date(2022, 9, 22)
    Report.objects.filter(pk=other_report.pk).update(state="accepted", sent_on=late)
    Report.objects.exclude(pk__in=(report.pk, other_report.pk)).update(state="returned", sent_on=late)
    figures = figures_of(drafted(report.round))
    counts = {each: figures[f"units/{each}"] for each in ("asked", "in-time", "late", "returned", "unsent")}
    assert counts == {"asked": {"3"}, "in-time": {"1"}, "late": {"1"}, "returned": {"1"}, "unsent": {"0"}}


def test_before_the_cut_off_tasks_and_figures_stand_as_of_the_day(quarter: Round, task: Task) -> None:
    Task.objects.filter(pk=task.pk).update(due_on=date(2022, 9, 10), due_before=False, standing=False)
    task.programme.demonstration_on = date(2022, 9, 5)
    task.programme.save()
    paper = drafted(quarter)
    assert figures_of(paper)["tasks/open_overdue"] == {"0"}
    assert "Tính đến hết ngày 05 tháng 9 năm 2022" in text_of(paper)
    task.programme.demonstration_on = date(2022, 9, 12)
    task.programme.save()
    assert figures_of(drafted(quarter))["tasks/open_overdue"] == {"1"}


def test_the_same_days_of_last_year_are_told_where_something_is_known_of_them(
    quarter: Round, indicator: Indicator, district: Unit, head: Account
) -> None:
    assert "Cùng kỳ năm trước" not in heads_of_first_annex(quarter)
    given_on(indicator, district, date(2021, 9, 14), said=ratio(1, 2), by=head)
    assert "Cùng kỳ năm trước" in heads_of_first_annex(quarter)
    assert figures_of(drafted(quarter))["indicator/I.2/year-ago"] == {"50,0\N{NO-BREAK SPACE}%"}


def test_the_round_before_is_the_last_of_the_same_kind(
    quarter: Round, indicator: Indicator, district: Unit, head: Account
) -> None:
    """A month ended meanwhile is no quarter."""
    for kind, first, last in (("quarter", date(2022, 3, 15), date(2022, 6, 14)), ("month", CUT_OFF, CUT_OFF)):
        facts_ = {"kind": kind, "basis": "decree", "title": kind, "first_day": first, "last_day": last}
        made = Round.objects.create(**facts_, opens_on=first, coordinating_unit=quarter.coordinating_unit)
        RoundProgramme.objects.create(round=made, programme=quarter.asks.get().programme)
    given_on(indicator, district, date(2022, 6, 14), said=ratio(1, 4), by=head)
    given_on(indicator, district, date(2022, 7, 14), said=ratio(2, 4), by=head)
    assert "Kỳ trước (đến 14/6/2022)" in heads_of_first_annex(quarter)
    figures = figures_of(drafted(quarter))
    told = [figures[f"indicator/I.2/{when}"] for when in ("before", "now")]
    assert told == [{"25,0\N{NO-BREAK SPACE}%"}, {"50,0\N{NO-BREAK SPACE}%"}]


def test_a_report_that_is_no_periodic_one_is_named_by_its_own_title(quarter: Round) -> None:
    Round.objects.filter(pk=quarter.pk).update(kind="thematic", basis="free", title="Báo cáo chuyên đề về dữ liệu mở")
    paper = drafted(quarter)
    assert paper.subject.endswith(" (báo cáo chuyên đề về dữ liệu mở)")
    assert "Kỳ trước" not in " ".join(heads_of_first_annex(quarter))


def test_the_body_in_charge_signs_by_its_head_of_the_day(quarter: Round, department_in_charge: Unit) -> None:
    day = facts(quarter).day
    Post.objects.filter(unit=department_in_charge).delete()
    post = Post.objects.create(unit=department_in_charge, title="Giám đốc", valid_from=date(2020, 1, 1))
    Holding.objects.create(post=post, person="Nguyễn Văn Trước", valid_from=date(2020, 1, 1), valid_to=day)
    Holding.objects.create(post=post, person="Trần Thị Nay", valid_from=day)
    paper = drafted(quarter)
    assert (paper.signing.lines, paper.signing.name) == (("GIÁM ĐỐC",), "Trần Thị Nay")
    assert paper.letterhead.body == UnitVersion.objects.get(unit=department_in_charge).name
    assert (paper.number, paper.issued_on) == (None, None)


def test_what_is_not_known_is_left_free_and_said(quarter: Round, department_in_charge: Unit) -> None:
    Post.objects.filter(unit=department_in_charge).delete()
    Duty.objects.all().delete()
    found = facts(quarter)
    assert report_of(found).signing.lines == ()
    assert report_of(found).symbol == "BC-…"
    assert "Chức vụ người ký chưa có trong dữ liệu đơn vị." in left_free(found)
    assert "Tên viết tắt của cơ quan trong ký hiệu chưa có trong dữ liệu đơn vị." in left_free(found)
    assert "Nơi nhận báo cáo chưa có trong kế hoạch." in left_free(found)


def test_the_symbol_is_that_of_the_documents_the_body_issued(quarter: Round, department_in_charge: Unit) -> None:
    IssuedDocument.objects.create(
        kind="KH",
        number="5",
        symbol="KH-STTM",
        issued_on=date(2022, 5, 5),
        issuer="Sở Thường trực Mẫu",
        issuing_unit=department_in_charge,
        subject="Kế hoạch",
    )
    assert drafted(quarter).symbol == "BC-STTM"


def test_thirty_units_cost_the_database_no_more_than_three(
    quarter: Round, task: Task, indicator: Indicator, province: Unit, officer: Account
) -> None:
    def cost() -> int:
        facts(quarter)
        with CaptureQueriesContext(connection) as queries:
            report_of(facts(quarter))
        return len(queries)

    few = cost()
    for number in range(30):
        made = unit(f"huyen-{number}", f"Huyện Số {number}", kind=Kind.DISTRICT, parent=province)
        name(made, task=task)
        name(made, indicator=indicator)
        report = Report.objects.create(round=quarter, unit=made, sender="district", due_on=date(2022, 9, 20))
        tell(report, officer, difficulties=f"Khó khăn {number}", results="Tốt")
    assert cost() <= few
    assert figures_of(drafted(quarter))["said/difficulties"] == {"30"}
