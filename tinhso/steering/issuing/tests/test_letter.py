"""The letter that urges: whom it names, by which day, how many; nothing where nobody is missing."""

from dataclasses import replace
from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.measuring.checking import check
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.kernel.documents.paper.words import Grid, plain
from tinhso.steering.issuing.facts.gathered import facts_of
from tinhso.steering.issuing.tests.reading import figures_of, text_of
from tinhso.steering.issuing.tests.test_report import tell
from tinhso.steering.issuing.urging import letter
from tinhso.steering.issuing.urging.letter import urging_of
from tinhso.steering.reporting.actions.remind_missing import remind_missing
from tinhso.steering.reporting.fetching import rounds_with_asks
from tinhso.steering.reporting.models import Report, Round
from tinhso.steering.reporting.refusals import NobodyMissing
from tinhso.steering.reporting.tests.conftest import hand

pytestmark = pytest.mark.django_db


def drafted(round_: Round) -> Paper:
    return urging_of(facts_of(rounds_with_asks().get(pk=round_.pk), round_.asks.get().programme_id))


def rows(paper: Paper) -> list[list[str]]:
    (grid,) = [block for annex in paper.annexes for block in annex.blocks if isinstance(block, Grid)]
    return [[plain(cell) for cell in row.cells] for row in grid.rows]


def test_it_names_those_whose_report_is_missing_and_nobody_else(
    report: Report, other_report: Report, officer: Account
) -> None:
    tell(report, officer)
    paper = drafted(report.round)
    assert "UBND huyện Khác" in paper.addressed
    assert "UBND huyện Mẫu" not in paper.addressed
    assert [row[1] for row in rows(paper)] == list(paper.addressed)
    assert figures_of(paper)["units/missing"] == {str(len(paper.addressed))}


def test_one_whose_report_was_returned_is_told_why(report: Report, officer: Account) -> None:
    tell(report, officer)
    Report.objects.filter(pk=report.pk).update(state="returned")
    report.deeds.create(
        kind="returned", account=officer, unit=report.unit, day=date(2022, 9, 21), words="thiếu số liệu I.2"
    )
    (told,) = [row[3] for row in rows(drafted(report.round)) if row[1] == "UBND huyện Mẫu"]
    assert "thiếu số liệu I.2" in told


def test_it_tells_when_each_was_reminded(quarter: Round, coordinator: Account, officer: Account) -> None:
    """Who has nobody here cannot be reminded."""
    assert {row[4] for row in rows(drafted(quarter))} == {""}
    remind_missing(quarter, hand(coordinator, date(2022, 9, 19)))
    assert {row[1]: row[4] for row in rows(drafted(quarter)) if "huyện" in row[1]} == {
        "UBND huyện Mẫu": "19/9/2022",
        "UBND huyện Khác": "",
    }


def test_only_due_days_of_levels_at_which_somebody_is_missing_stand_there(quarter: Round) -> None:
    text = text_of(drafted(quarter))
    assert "UBND cấp huyện trước ngày 20 tháng 9 năm 2022" in text
    Report.objects.filter(sender="district").update(required=False)
    assert "UBND cấp huyện" not in text_of(drafted(quarter))


def test_of_many_the_annex_has_the_names(quarter: Round, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter, "MOST_NAMED", 1)
    assert drafted(quarter).addressed == ("Các cơ quan, đơn vị có tên trong danh sách kèm theo",)


def test_where_nobody_is_missing_nobody_is_urged(quarter: Round) -> None:
    Report.objects.update(required=False)
    with pytest.raises(NobodyMissing):
        drafted(quarter)


def test_it_has_the_form_of_a_letter(quarter: Round) -> None:
    paper = drafted(quarter)
    assert paper.kind == ""
    assert paper.subject.startswith("đôn đốc gửi báo cáo")
    signed = replace(paper, signing=replace(paper.signing, lines=("GIÁM ĐỐC",), name="Nguyễn Văn Thử"))
    for name, content in (("cv.docx", docx_of(signed)), ("cv.pdf", pdf_of(signed))):
        assert [str(finding) for finding in check(content, name).findings] == [], name
