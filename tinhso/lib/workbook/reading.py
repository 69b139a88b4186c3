"""An .xlsx workbook as it was handed in: read within limits, or refused with one sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from xml.parsers.expat import ExpatError

from lxml.etree import XMLSyntaxError
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from tinhso.lib.workbook.parts import Limits, Unfit, packed_anew, parts_of, sheets_of
from tinhso.lib.workbook.refusals import UnreadableWorkbook
from tinhso.lib.workbook.scanning import Place, Scan, percent_styles, sheet_parts

Cell = str | float | bool | date | None
_DAMAGED = (CalamineError, ExpatError, XMLSyntaxError, ArithmeticError, ValueError, KeyError, OSError)
_STYLES, _WORKBOOK, _RELATIONS = "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that can be seen, from its first row and column on. A cell that Excel shows as an error, as a percentage
    or as a formula that nobody computed is the text that a person sees: "#N/A", "85%", "=A1"."""

    name: str
    rows: Sequence[Sequence[Cell]]


def read_workbook(content: bytes, name: str, limits: Limits | None = None) -> list[Sheet]:
    """The sheets of the file called ``name``. Raises UnreadableWorkbook."""
    try:
        return _read(content, limits or Limits())
    except Unfit as unfit:
        raise UnreadableWorkbook(name=name, why=str(unfit)) from unfit
    except _DAMAGED as damage:
        why = "tệp bị hỏng; hãy mở bằng Excel, lưu lại rồi chọn lại."
        raise UnreadableWorkbook(name=name, why=why) from damage


def _read(content: bytes, limits: Limits) -> list[Sheet]:
    parts = parts_of(content, limits)
    styles = percent_styles(parts[_STYLES]) if _STYLES in parts else frozenset[int]()
    scans = {name: Scan(limits, styles).walk(parts[name]) for name in sheets_of(parts)}
    book = CalamineWorkbook.from_filelike(BytesIO(packed_anew(parts)))
    seen = [each for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
    places = sheet_parts(parts[_WORKBOOK], parts[_RELATIONS])
    sheets = [
        Sheet(each.name, _rows(book, each.name, scans[places[each.name]].instead))
        for each in seen
        if each.typ == SheetTypeEnum.WorkSheet and places.get(each.name) in scans
    ]
    if not sheets:
        raise Unfit("tệp không có trang tính nào xem được; hãy mở bằng Excel, lưu lại rồi chọn lại.")
    return sheets


def _rows(book: CalamineWorkbook, name: str, instead: Mapping[Place, str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [
        [_cell(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    ]
    for (row, column), told in instead.items():
        while len(rows) <= row:
            rows.append([])
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = told
    return rows


def _cell(cell: object) -> Cell:
    if cell == "":
        return None
    return cell if isinstance(cell, str | float | bool | date) else str(cell)
