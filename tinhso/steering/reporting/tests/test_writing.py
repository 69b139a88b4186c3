"""What the unit officer writes: lines that are prefilled, confirmed in one tap, never lost to a second officer."""

from datetime import date
from decimal import Decimal

import pytest

from tests.cast import person, unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Kind, Unit
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.refusals import NothingSaid
from tinhso.steering.programmes.models import Indicator, Target, Task
from tinhso.steering.reporting.actions.write_report import (
    NOT_KNOWN,
    FigureWords,
    TaskWords,
    save_figure,
    save_task,
    save_texts,
)
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.models import Report, ReportDeed, Round
from tinhso.steering.reporting.refusals import (
    FigureKnown,
    LineSavedMeanwhile,
    LineUnknown,
    NothingBefore,
    NotYourReport,
    ReasonUnknownMissing,
    SituationUnsaid,
    TextSavedMeanwhile,
)
from tinhso.steering.reporting.tests.conftest import CUT_OFF, hand, name


def ratio(numerator: int, denominator: int) -> Given:
    return Given(numerator=Decimal(numerator), denominator=Decimal(denominator))


def given_on(indicator: Indicator, unit: Unit, day: date, *, said: Given, by: Account) -> Value:
    """A figure that was entered by another door."""
    return enter(Cell(indicator, unit, day, day), said, Whence(by=by, at=hand(by, date(2022, 9, 15)).at))


def test_the_report_holds_the_tasks_it_leads_and_the_figures_it_gives(
    report: Report, task: Task, indicator: Indicator, district: Unit
) -> None:
    draft = draft_of(report)
    assert [each.task.pk for each in draft.tasks] == [task.pk]
    assert [each.cell for each in draft.figures] == [(indicator.pk, district.pk)]
    assert draft.unsaid == 2


def test_what_was_reported_since_the_last_round_stands_there_marked_new(
    report: Report, task: Task, officer: Account
) -> None:
    report_progress(task, Progress(said="doing", note="Đã lấy ý kiến", day=date(2022, 8, 1)), hand(officer))
    line = draft_of(report).tasks[0]
    assert line.entry is not None
    assert (line.entry.note, line.is_new, line.is_said) == ("Đã lấy ý kiến", True, False)


def test_what_was_reported_before_the_round_is_not_new(report: Report, task: Task, officer: Account) -> None:
    report_progress(task, Progress(said="doing", note="Đã lập tổ", day=date(2022, 5, 1)), hand(officer))
    assert not draft_of(report).tasks[0].is_new


def test_unchanged_carries_the_figure_before_over(
    report: Report, indicator: Indicator, district: Unit, officer: Account
) -> None:
    given_on(indicator, district, date(2022, 6, 14), said=ratio(40, 100), by=officer)
    line = save_figure(report, (indicator.pk, district.pk), FigureWords(given=None), hand=hand(officer))
    assert (line.numerator, line.denominator, line.unchanged) == (Decimal(40), Decimal(100), True)


def test_without_a_figure_before_nothing_is_carried_over(
    report: Report, indicator: Indicator, district: Unit, officer: Account
) -> None:
    with pytest.raises(NothingBefore):
        save_figure(report, (indicator.pk, district.pk), FigureWords(given=None), hand=hand(officer))


def test_that_a_figure_is_not_known_needs_its_reason(
    report: Report, indicator: Indicator, district: Unit, officer: Account
) -> None:
    with pytest.raises(ReasonUnknownMissing):
        save_figure(report, (indicator.pk, district.pk), FigureWords(given=NOT_KNOWN, note=" "), hand=hand(officer))


def test_a_figure_that_stands_is_not_said_to_be_unknown(
    report: Report, indicator: Indicator, district: Unit, officer: Account
) -> None:
    given_on(indicator, district, CUT_OFF, said=ratio(60, 100), by=officer)
    with pytest.raises(FigureKnown) as refused:
        save_figure(report, (indicator.pk, district.pk), FigureWords(given=NOT_KNOWN, note="?"), hand=hand(officer))
    assert "60,0" in refused.value.sentence


def test_a_draft_is_no_figure_of_the_province(
    report: Report, indicator: Indicator, district: Unit, officer: Account
) -> None:
    save_figure(report, (indicator.pk, district.pk), FigureWords(given=ratio(55, 100)), hand=hand(officer))
    assert not Value.objects.filter(indicator=indicator).exists()


def test_a_figure_given_by_another_door_for_the_same_day_needs_no_second_entry(
    report: Report, indicator: Indicator, district: Unit, officer: Account
) -> None:
    given_on(indicator, district, CUT_OFF, said=ratio(60, 100), by=officer)
    assert draft_of(report).figures[0].is_said


def test_words_are_asked_for_unless_nothing_changed(report: Report, task: Task, officer: Account) -> None:
    with pytest.raises(NothingSaid):
        save_task(report, task, TaskWords(said="doing"), hand=hand(officer))
    assert save_task(report, task, TaskWords(said="unchanged"), hand=hand(officer)).unchanged


def test_words_without_a_situation_are_asked_for_the_situation(report: Report, task: Task, officer: Account) -> None:
    with pytest.raises(SituationUnsaid):
        save_task(report, task, TaskWords(said="", note="Đã trình dự thảo"), hand=hand(officer))


def test_the_first_line_opens_the_report_once(report: Report, task: Task, officer: Account) -> None:
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(officer))
    save_task(report, task, TaskWords(said="unchanged"), hand=hand(officer))
    assert report.state == Report.State.IN_WORK
    assert [deed.kind for deed in ReportDeed.objects.filter(report=report)] == ["begun"]


def test_the_second_officer_sees_what_the_first_wrote(
    report: Report, task: Task, officer: Account, district: Unit
) -> None:
    colleague = person("colleague", "Đỗ Thị Thử", role=Role.UNIT_OFFICER, at=district)
    save_task(report, task, TaskWords(said="doing", note="Lời thứ nhất"), hand=hand(officer))
    with pytest.raises(LineSavedMeanwhile) as refused:
        save_task(report, task, TaskWords(said="doing", note="Lời thứ hai"), hand=hand(colleague))
    assert "Lời thứ nhất" in refused.value.sentence
    assert officer.display_name in refused.value.sentence
    saved = save_task(report, task, TaskWords(said="doing", note="Lời thứ hai", seen=1), hand=hand(colleague))
    assert saved.note == "Lời thứ hai"


def test_the_same_words_twice_are_one_saving(report: Report, task: Task, officer: Account) -> None:
    first = save_task(report, task, TaskWords(said="doing", note="Một lời"), hand=hand(officer))
    again = save_task(report, task, TaskWords(said="doing", note="Một lời"), hand=hand(officer))
    assert (first.pk, again.version) == (again.pk, 1)


def test_the_fixed_parts_are_not_overwritten_unseen(report: Report, officer: Account) -> None:
    save_texts(report, {"results": "Kết quả một"}, hand(officer), seen=report.version)
    with pytest.raises(TextSavedMeanwhile):
        save_texts(report, {"results": "Kết quả hai"}, hand(officer), seen=1)
    assert report.results == "Kết quả một"


def test_a_task_of_another_unit_has_no_line(report: Report, officer: Account, task: Task) -> None:
    stranger = task.programme.tasks.get(code="II.2")
    with pytest.raises(LineUnknown):
        save_task(report, stranger, TaskWords(said="unchanged"), hand=hand(officer))


def test_an_officer_of_another_unit_does_not_write(report: Report, task: Task, other_officer: Account) -> None:
    with pytest.raises(NotYourReport):
        save_task(report, task, TaskWords(said="unchanged"), hand=hand(other_officer))


def test_a_level_that_is_not_counted_yet_is_not_asked(report: Report, indicator: Indicator) -> None:
    """II.3: district counters from 01/12/2022."""
    facts = {"value": 85, "unit": "%", "wording": "", "level": "district", "from_on": date(2022, 12, 1)}
    Target.objects.create(programme=indicator.programme, position=99, indicator=indicator, **facts)
    assert draft_of(report).figures == []


def test_a_body_outside_is_given_for_by_who_watches(
    quarter: Round, indicator: Indicator, department_in_charge: Unit, province: Unit
) -> None:
    bank = unit("ngan-hang-mau", "Ngân hàng Mẫu", kind=Kind.OUTSIDE, parent=province)
    name(bank, indicator=indicator)
    Measure.objects.filter(indicator=indicator).update(levels="district,outside")
    watching = Report.objects.get(round=quarter, unit=department_in_charge)
    assert (indicator.pk, bank.pk) in [each.cell for each in draft_of(watching).figures]
    assert not Report.objects.filter(round=quarter, unit=bank).exists()


def test_what_is_written_in_paragraphs_is_kept_and_sent_so(report: Report, task: Task, officer: Account) -> None:
    said = "Đã làm:\r\n- mở lớp\r\n\r\nĐang làm: đấu thầu"
    save_texts(report, {"results": said}, hand(officer), seen=report.version)
    line = save_task(report, task, TaskWords(said="doing", note=said), hand=hand(officer))
    report.refresh_from_db()
    assert report.results == line.note == "Đã làm:\n- mở lớp\n\nĐang làm: đấu thầu"
