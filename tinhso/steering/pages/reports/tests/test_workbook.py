"""The figures of a report go out as a workbook, are filled in and come back as drafts."""

from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import person
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.figures.models import Value
from tinhso.steering.pages.reports.tests.test_report_page import address, shown, write
from tinhso.steering.reporting.models import FigureLine, Report

KEY, NUMERATOR, DENOMINATOR, NOTE = 0, 3, 4, 6


@pytest.fixture
def desk(client: Client, officer: Account) -> Client:
    client.force_login(officer)
    return client


def filled(content: bytes, key: str, cells: Mapping[int, object]) -> bytes:
    """The template as somebody fills in one row of it."""
    (sheet,) = read_workbook(content, "bieu.xlsx")
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet()
        for place, row in enumerate(sheet.rows):
            typed = cells if row[KEY] == key else {}
            page.write_row(place, 0, [typed.get(column, cell) for column, cell in enumerate(row)])
    return file.getvalue()


def downloaded(desk: Client, report: Report) -> bytes:
    return desk.get(address(report, "template")).content


def sent_back(desk: Client, report: Report, content: bytes) -> tuple[int, str]:
    answer = desk.post(address(report, "upload"), {"tep": SimpleUploadedFile("bieu.xlsx", content)})
    return answer.status_code, answer.content.decode()


def test_a_filled_workbook_is_kept_as_drafts(desk: Client, report: Report, key: str) -> None:
    content = filled(downloaded(desk, report), key, {NUMERATOR: 1234, DENOMINATOR: "2.468", NOTE: "theo sổ"})
    assert sent_back(desk, report, content)[0] == 302
    line = FigureLine.objects.get()
    assert (line.numerator, line.denominator, line.note) == (Decimal(1234), Decimal(2468), "theo sổ")
    assert "Đã nạp 1 dòng từ tệp “bieu.xlsx” vào nháp." in shown(desk, report)
    assert not Value.objects.exists()


def test_a_wrong_cell_is_told_at_its_place_and_stays_as_it_was_typed(desk: Client, report: Report, key: str) -> None:
    status, page = sent_back(desk, report, filled(downloaded(desk, report), key, {NUMERATOR: "85%", DENOMINATOR: 100}))
    assert status == 422
    assert f'href="#o-{key}-tu_so"' in page
    assert 'value="85%"' in page
    assert not FigureLine.objects.exists()


def test_a_workbook_that_was_not_touched_changes_nothing(desk: Client, report: Report, key: str) -> None:
    write(desk, report, {f"{key}-tu_so": "5", f"{key}-mau_so": "10", f"{key}-ghi_chu": "theo sổ"})
    assert sent_back(desk, report, downloaded(desk, report))[0] == 302
    line = FigureLine.objects.get()
    assert (line.version, line.note) == (1, "theo sổ")


def test_what_a_colleague_has_written_since_is_not_overwritten_unseen(
    desk: Client, report: Report, key: str, district: Unit, officer: Account
) -> None:
    content = downloaded(desk, report)
    desk.force_login(person("colleague", "Đỗ Thị Thử", role=Role.UNIT_OFFICER, at=district))
    write(desk, report, {f"{key}-tu_so": "7", f"{key}-mau_so": "10"})
    desk.force_login(officer)
    assert sent_back(desk, report, content)[0] == 302
    status, page = sent_back(desk, report, filled(content, key, {NUMERATOR: 5, DENOMINATOR: 10}))
    assert status == 422
    assert "nháp, Đỗ Thị Thử" in page
    assert FigureLine.objects.get().numerator == Decimal(7)


def test_a_workbook_that_was_not_touched_takes_nothing_from_a_colleague(
    desk: Client, report: Report, key: str, district: Unit, officer: Account
) -> None:
    content = downloaded(desk, report)
    desk.force_login(person("colleague", "Đỗ Thị Thử", role=Role.UNIT_OFFICER, at=district))
    write(desk, report, {f"{key}-ghi_chu": "Cục Thống kê chưa công bố"})
    desk.force_login(officer)
    assert sent_back(desk, report, content)[0] == 302
    assert FigureLine.objects.get().note == "Cục Thống kê chưa công bố"


def test_the_same_person_may_send_the_workbook_again(desk: Client, report: Report, key: str) -> None:
    content = downloaded(desk, report)
    for numerator in (5, 6):
        assert sent_back(desk, report, filled(content, key, {NUMERATOR: numerator, DENOMINATOR: 10}))[0] == 302
    assert FigureLine.objects.get().numerator == Decimal(6)


def test_the_workbook_of_another_report_is_refused(
    desk: Client, report: Report, other_report: Report, other_officer: Account, key: str
) -> None:
    content = filled(downloaded(desk, report), key, {NUMERATOR: 5, DENOMINATOR: 10})
    desk.force_login(other_officer)
    status, page = sent_back(desk, other_report, content)
    assert status == 422
    assert "không phải mẫu của bảng và kỳ này" in page
    assert not FigureLine.objects.exists()
