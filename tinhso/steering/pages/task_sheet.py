"""The list of tasks as an Excel workbook: what is seen, with dates as dates."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tinhso.lib.dates import write_date
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_columns import Cell, Column
from tinhso.steering.pages.task_filter import Narrowed
from tinhso.steering.pages.task_groups import RowGroup

_HEAD_ROW = 3


def workbook(groups: Iterable[RowGroup], *, asked: Asked, found: Narrowed, columns: Sequence[Column]) -> bytes:
    """The file's bytes. Text is written as text: a task that begins with "=" is no formula."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("Nhiệm vụ")
        face = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}
        plain, bold = book.add_format(face), book.add_format({**face, "bold": True})
        day = book.add_format({**face, "num_format": "dd/mm/yyyy", "align": "left"})
        _head(sheet, found, asked=asked, bold=bold)
        _column_heads(sheet, columns, bold)
        last = _body(sheet, groups, columns=columns, plain=plain, bold=bold, day=day)
        _set_page(sheet, last, len(columns))
    return file.getvalue()


def _head(sheet: Worksheet, found: Narrowed, *, asked: Asked, bold: Format) -> None:
    sheet.write_string(0, 0, asked.programme.name)
    sheet.write_string(
        1, 0, "; ".join([f"Tính đến ngày {write_date(asked.day)}", *(each.words for each in found.chosen)])
    )


def _column_heads(sheet: Worksheet, columns: Sequence[Column], bold: Format) -> None:
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(_HEAD_ROW, place, column.label, bold)


def _body(
    sheet: Worksheet,
    groups: Iterable[RowGroup],
    *,
    columns: Sequence[Column],
    plain: Format,
    bold: Format,
    day: Format,
) -> int:
    line = _HEAD_ROW
    for group in groups:
        if group.words:
            line += 1
            sheet.write_string(line, 0, f"{group.words} ({group.count})", bold)
        for row in group.rows:
            line += 1
            _write(sheet, line, [column.cell(row) for column in columns], plain=plain, day=day)
    return line


def _write(sheet: Worksheet, line: int, cells: Sequence[Cell], *, plain: Format, day: Format) -> None:
    for column, value in enumerate(cells):
        if isinstance(value, date):
            sheet.write_datetime(line, column, value, day)
        else:
            sheet.write_string(line, column, value or "", plain)


def _set_page(sheet: Worksheet, last: int, columns: int) -> None:
    sheet.freeze_panes(_HEAD_ROW + 1, 2)
    sheet.autofilter(_HEAD_ROW, 0, last, columns - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_footer("&CTrang &P/&N")
