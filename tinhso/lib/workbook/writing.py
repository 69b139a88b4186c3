"""A table as an .xlsx workbook: numbers as numbers, shares as shares, days as days, and text that stays text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tinhso.lib.numbers import write_number

#: A share is a Fraction (1 is 100 %), told as pages tell it: rounded down to one decimal.
Value = str | int | Decimal | Fraction | date | None
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EXCEL_DIGITS, _LONGEST_TEXT, _LONGEST_NAME = 15, 32_767, 31
_FACE = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}
#: Text is never taken for a formula, a link or a number, whatever it begins with.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``entry`` when a person fills it in: the others of such a sheet are locked. ``hidden`` holds keys."""

    label: str
    width: int = 14
    entry: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that names the rows below it."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet: lines above the table, its columns, its rows; ``frozen`` columns stay in sight."""

    name: str
    above: Sequence[str]
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value] | Heading]
    frozen: int = 1


class _Form(Enum):
    """How a cell is written: the number format of Excel."""

    TEXT = "@"
    WHOLE = "#,##0"
    PARTS = "#,##0.0#####"
    SHARE = "0.0%"
    DAY = "dd/mm/yyyy"
    MOMENT = "dd/mm/yyyy hh:mm"


def write_workbook(*tables: Table) -> bytes:
    """The bytes of a workbook with a sheet for each table."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        for table in tables:
            sheet = book.add_worksheet(_sheet_name(table.name))
            _Writer(sheet, table, _formats(book)).write()
    return file.getvalue()


_Formats = dict[tuple[_Form, bool, bool], Format]


def _formats(book: xlsxwriter.Workbook) -> _Formats:
    """A format for each form, plain or bold, locked or to be filled in."""
    return {
        (form, bold, entry): book.add_format(
            {
                **_FACE,
                "num_format": form.value,
                "bold": bold,
                "locked": not entry,
                "align": "left" if form in (_Form.TEXT, _Form.DAY, _Form.MOMENT) else "right",
                **({"bg_color": "#FFF8E1", "border": 1, "border_color": "#C9C9C9"} if entry else {}),
            }
        )
        for form in _Form
        for bold in (False, True)
        for entry in (False, True)
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    sheet: Worksheet
    table: Table
    formats: _Formats

    def write(self) -> None:
        head = len(self.table.above) + 1 if self.table.above else 0
        bold = self.formats[_Form.TEXT, True, False]
        seen = next((place for place, column in enumerate(self.table.columns) if not column.hidden), 0)
        for line, words in enumerate(self.table.above):
            self.sheet.write_string(line, seen, words[:_LONGEST_TEXT])
        for place, column in enumerate(self.table.columns):
            self.sheet.set_column(place, place, column.width, None, {"hidden": column.hidden})
            self.sheet.write_string(head, place, column.label, bold)
        last = self._rows(head)
        self._set_page(head, last)

    def _rows(self, line: int) -> int:
        for row in self.table.rows:
            line += 1
            if isinstance(row, Heading):
                self.sheet.write_string(line, 0, row.words[:_LONGEST_TEXT], self.formats[_Form.TEXT, True, False])
                continue
            for place, (column, value) in enumerate(zip(self.table.columns, row, strict=True)):
                self._cell(line, place, value, entry=column.entry)
        return line

    def _cell(self, line: int, place: int, value: Value, *, entry: bool) -> None:
        form, plain = _formed(value)
        look = self.formats[form, False, entry]
        if plain is None:
            self.sheet.write_blank(line, place, None, look)
        elif isinstance(plain, date):
            self.sheet.write_datetime(line, place, plain, look)
        elif isinstance(plain, str):
            self.sheet.write_string(line, place, plain[:_LONGEST_TEXT], look)
        else:
            self.sheet.write_number(line, place, plain, look)

    def _set_page(self, head: int, last: int) -> None:
        columns = self.table.columns
        self.sheet.freeze_panes(head + 1, self.table.frozen)
        if any(column.entry for column in columns):
            self.sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
        self.sheet.autofilter(head, 0, max(last, head), len(columns) - 1)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(head)
        self.sheet.set_footer("&CTrang &P/&N")


def _formed(value: Value) -> tuple[_Form, str | int | float | date | None]:
    """The form of a value, and the value as Excel keeps it; what has more digits than Excel keeps is text."""
    if value is None or value == "":
        return _Form.TEXT, None
    if isinstance(value, str):
        return _Form.TEXT, value
    if isinstance(value, datetime):
        return _Form.MOMENT, value.replace(tzinfo=None)
    if isinstance(value, date):
        return _Form.DAY, value
    return _numeric(value)


def _numeric(value: int | Decimal | Fraction) -> tuple[_Form, str | int | float]:
    if isinstance(value, Fraction):
        return _Form.SHARE, int(value * 1000) / 1000
    exact = Decimal(value).normalize()
    if len(exact.as_tuple().digits) > _EXCEL_DIGITS:
        return _Form.TEXT, write_number(exact)
    return (_Form.WHOLE, int(exact)) if exact == exact.to_integral_value() else (_Form.PARTS, float(exact))


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:_LONGEST_NAME] or "Bảng"
