"""The rows of a file of figures, one after the other: .csv as a stream, .xlsx by calamine."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, TextIOWrapper
from typing import BinaryIO

from python_calamine import CalamineError, CalamineWorkbook

from tinhso.lib.workbook.parts import Limits, Unfit, packed_anew, parts_of, sheets_of
from tinhso.lib.workbook.refusals import UnreadableWorkbook
from tinhso.lib.workbook.scanning import percent_styles
from tinhso.steering.figures.refusals import UnreadableLine

Cell = object
"""A text, a number, a day, a boolean or nothing."""
Row = tuple[int, Sequence[Cell]]
"""The number of a line, from 1, and its cells."""

#: A sheet as long as Excel lets it be. Its bytes are unpacked into memory; a .csv is not.
_LIMITS = Limits(packed=120 * 1024 * 1024, unpacked=800 * 1024 * 1024)
_WORKBOOK = b"PK\x03\x04"
_STYLES = "xl/styles.xml"


def rows_of(file: BinaryIO, name: str) -> Iterator[Row]:
    """The lines that say something. Raises UnreadableLine, UnreadableWorkbook."""
    file.seek(0)
    begins = file.read(len(_WORKBOOK))
    file.seek(0)
    return _workbook(file.read(), name) if begins == _WORKBOOK else _text(file)


def _text(file: BinaryIO) -> Iterator[Row]:
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    number = 0
    try:
        head = text.readline()
        # Excel of a Vietnamese Windows parts columns by semicolons, because the comma is decimal.
        mark = ";" if head.count(";") > head.count(",") else ","
        for number, row in _numbered(csv.reader([head], delimiter=mark), csv.reader(text, delimiter=mark)):
            if any(row):
                yield number, row
    except UnicodeDecodeError as wrong:
        raise UnreadableLine(line=number + 1, reason="chữ không phải UTF-8; hãy lưu tệp dạng CSV UTF-8.") from wrong
    except csv.Error as wrong:
        raise UnreadableLine(line=number + 1, reason="không phải một dòng của tệp .csv.") from wrong
    finally:
        # Whoever reads no further may have closed the file already.
        if not file.closed:
            text.detach()


def _numbered(head: Iterable[list[str]], rest: Iterable[list[str]]) -> Iterator[Row]:
    yield from ((1, row) for row in head)
    yield from enumerate(rest, start=2)


def _workbook(content: bytes, name: str) -> Iterator[Row]:
    try:
        parts = parts_of(content, _LIMITS)
        _refuse_unclear(parts)
        sheet = CalamineWorkbook.from_filelike(BytesIO(packed_anew(parts))).get_sheet_by_index(0)
    except Unfit as unfit:
        raise UnreadableWorkbook(name=name, why=str(unfit)) from unfit
    except (CalamineError, ValueError, OSError) as damage:
        raise UnreadableWorkbook(name=name, why="tệp bị hỏng; hãy mở bằng Excel, lưu lại rồi chọn lại.") from damage
    begins = (sheet.start or (0, 0))[0] + 1
    rows = enumerate(sheet.iter_rows(), start=begins)
    return ((number, [*row]) for number, row in rows if any(cell not in ("", None) for cell in row))


def _refuse_unclear(parts: Mapping[str, bytes]) -> None:
    """A percentage is told by the reader as its hundredth, an error as nothing: neither may be taken for a figure."""
    percent = percent_styles(parts[_STYLES]) if _STYLES in parts else frozenset[int]()
    for part in sheets_of(parts):
        sheet = parts[part]
        if any(f' s="{style}"'.encode() in sheet for style in percent):
            raise Unfit("có ô định dạng phần trăm; hãy ghi tử số, mẫu số bằng số thường.")
        if b' t="e"' in sheet:
            raise Unfit("có ô Excel đang báo lỗi; hãy sửa các ô ấy.")
