"""One report of two programmes: it says whose line is whose, and a figure that serves both is asked for once."""

import pytest

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.totals import totals
from tinhso.steering.figures.verdicts import whole
from tinhso.steering.programmes.actions.close import close_programme
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Indicator, Programme, Task
from tinhso.steering.programmes.refusals import ProgrammeClosed
from tinhso.steering.reporting.actions.open_round import close_round, open_round
from tinhso.steering.reporting.actions.plan_round import plan_round
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, save_figure, save_task
from tinhso.steering.reporting.checking import checked
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import CheckRule, Report
from tinhso.steering.reporting.tests.conftest import CUT_OFF, THIRD_QUARTER, hand, name
from tinhso.steering.reporting.tests.test_writing import ratio

OTHER = "Chương trình khác"


@pytest.fixture
def other(programme: Programme, coordinator: Account, department_in_charge: Unit, district: Unit) -> Programme:
    """Of the same codes: huyện Mẫu leads its II.1 and gives its I.2 too."""
    made = start(
        stored(small_plan().reading(), "khac.txt"), by=coordinator, name=OTHER, coordinating_unit=department_in_charge
    )
    Assignment.objects.filter(programme=made).delete()
    indicator = Indicator.objects.get(programme=made, code="I.2")
    name(district, task=made.tasks.get(code="II.1"))
    name(district, indicator=indicator)
    Measure.objects.create(indicator=indicator, kind=Measure.Kind.RATIO, levels="district", share_of_whole=True)
    return made


@pytest.fixture
def both(programme: Programme, other: Programme, coordinator: Account, district: Unit) -> Report:
    """Huyện Mẫu's report of both."""
    made = open_round(plan_round(THIRD_QUARTER, [programme, other], hand(coordinator)), hand(coordinator))
    return reports_with_rounds().get(round=made, unit=district)


@pytest.fixture
def taken(other: Programme, indicator: Indicator) -> Indicator:
    """The other programme's I.2 is the first one's."""
    Measure.objects.filter(indicator__programme=other).update(taken_from=indicator)
    return Indicator.objects.get(programme=other, code="I.2")


def test_every_line_tells_its_programme(both: Report, programme: Programme) -> None:
    draft = draft_of(both)
    assert [(each.task.code, each.programme) for each in draft.tasks] == [("II.1", programme.name), ("II.1", OTHER)]
    assert [each.programme for each in draft.figures] == [programme.name, OTHER]


def test_what_a_programme_that_ended_asks_is_asked_no_more_and_the_round_goes_on(
    both: Report, other: Programme, officer: Account, head: Account, coordinator: Account
) -> None:
    close_programme(other, "đã tổng kết", by=coordinator)
    both = reports_with_rounds().get(pk=both.pk)
    draft = draft_of(both)
    (task,) = [each.task for each in draft.tasks]
    (line,) = draft.figures
    save_task(both, task, TaskWords(said="doing", note="đang làm"), hand=hand(officer))
    save_figure(both, line.cell, FigureWords(given=ratio(1, 2)), hand=hand(officer))
    submit(both, "", hand(head))
    both.refresh_from_db()
    assert both.state == Report.State.SENT
    assert close_round(both.round, "hết hạn", hand(coordinator)).state == "closed"


def test_a_round_whose_every_programme_ended_waits(
    both: Report, programme: Programme, other: Programme, coordinator: Account
) -> None:
    for each in (programme, other):
        close_programme(each, "đã tổng kết", by=coordinator)
    with pytest.raises(ProgrammeClosed):
        close_round(both.round, "hết hạn", hand(coordinator))


def test_a_report_of_one_programme_does_not_repeat_its_name(report: Report) -> None:
    draft = draft_of(report)
    assert [each.programme for each in draft.tasks] + [each.programme for each in draft.figures] == ["", ""]


def test_what_is_found_is_told_with_its_programme(both: Report, other: Programme, officer: Account) -> None:
    CheckRule.objects.create(programme=other, check_name="no_evidence", severity="block")
    for task in Task.objects.filter(code="II.1"):
        save_task(both, task, TaskWords(said="ready"), hand=hand(officer))
    said = checked(draft_of(both)).blocking
    assert f"II.1 ({OTHER}): Báo xong mà chưa có minh chứng, sản phẩm nào." in [each.sentence for each in said]


def test_a_figure_that_serves_both_is_asked_for_once_and_counted_in_both(
    both: Report, taken: Indicator, indicator: Indicator, head: Account
) -> None:
    (line,) = draft_of(both).figures
    assert line.cell == (indicator.pk, both.unit_id)
    save_figure(both, line.cell, FigureWords(given=ratio(30, 40)), hand=hand(head))
    for task in Task.objects.filter(code="II.1"):
        save_task(both, task, TaskWords(said="unchanged"), hand=hand(head))
    submit(both, "", hand(head))
    assert Value.objects.get().indicator == indicator
    for each in (indicator, taken):
        levels = totals(Programme.objects.get(pk=each.programme_id), CUT_OFF)[each.pk]
        assert whole(levels, Measure.objects.get(indicator=each)).on(CUT_OFF).numerator == 30
