"""The list of tasks as an Excel workbook: what is seen, with dates as dates."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tinhso.lib.dates import write_date
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_filter import Narrowed
from tinhso.steering.pages.task_groups import RowGroup
from tinhso.steering.pages.task_rows import TaskRow
from tinhso.steering.programmes.models import Assignment

COLUMNS = (
    ("Mã", 11),
    ("Nhiệm vụ", 70),
    ("Đề mục", 28),
    ("Chủ trì", 30),
    ("Phối hợp", 30),
    ("Thời hạn", 12),
    ("Thời hạn lấy từ", 24),
    ("Tình trạng", 26),
    ("Duyệt", 16),
)
_HEAD_ROW = 3


def workbook(groups: Iterable[RowGroup], *, asked: Asked, found: Narrowed) -> bytes:
    """The file's bytes. Text is written as text: a task that begins with "=" is no formula."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("Nhiệm vụ")
        face = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}
        plain, bold = book.add_format(face), book.add_format({**face, "bold": True})
        day = book.add_format({**face, "num_format": "dd/mm/yyyy", "align": "left"})
        _head(sheet, found, asked=asked, bold=bold)
        last = _body(sheet, groups, plain=plain, bold=bold, day=day)
        _set_page(sheet, last)
    return file.getvalue()


def _head(sheet: Worksheet, found: Narrowed, *, asked: Asked, bold: Format) -> None:
    sheet.write_string(0, 0, asked.programme.name)
    sheet.write_string(
        1, 0, "; ".join([f"Tính đến ngày {write_date(asked.day)}", *(each.words for each in found.chosen)])
    )
    for column, (words, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(_HEAD_ROW, column, words, bold)


def _body(sheet: Worksheet, groups: Iterable[RowGroup], *, plain: Format, bold: Format, day: Format) -> int:
    line = _HEAD_ROW
    for group in groups:
        if group.words:
            line += 1
            sheet.write_string(line, 0, f"{group.words} ({group.count})", bold)
        for row in group.rows:
            line += 1
            _write(sheet, line, _cells(row), plain=plain, day=day)
    return line


def _write(sheet: Worksheet, line: int, cells: Sequence[str | date | None], *, plain: Format, day: Format) -> None:
    for column, value in enumerate(cells):
        if isinstance(value, date):
            sheet.write_datetime(line, column, value, day)
        else:
            sheet.write_string(line, column, value or "", plain)


def _cells(row: TaskRow) -> tuple[str | date | None, ...]:
    task = row.task
    return (
        task.code,
        task.text,
        task.section_title,
        _names(row.leads),
        _names(row.cooperators),
        task.due_on,
        row.basis,
        row.state.label,
        task.get_acceptance_display(),
    )


def _names(people: Sequence[Assignment]) -> str:
    return "; ".join(each.wording for each in people)


def _set_page(sheet: Worksheet, last: int) -> None:
    sheet.freeze_panes(_HEAD_ROW + 1, 2)
    sheet.autofilter(_HEAD_ROW, 0, last, len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_footer("&CTrang &P/&N")
