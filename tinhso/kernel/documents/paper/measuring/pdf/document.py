"""A .pdf as facts."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from tinhso.kernel.documents.paper.form import MARGIN_BOTTOM, MARGIN_TOP, Set
from tinhso.kernel.documents.paper.measuring.facts import Facts, Line, Sheet
from tinhso.kernel.documents.paper.measuring.limits import LIMITS
from tinhso.kernel.documents.paper.measuring.pdf.letters import Page, read_page
from tinhso.kernel.documents.paper.measuring.pdf.paragraphs import ENOUGH, Column, column_of, lines_of
from tinhso.kernel.documents.paper.measuring.pdf.rows import Laid, Row, laid
from tinhso.kernel.documents.paper.measuring.unfit import Unfit
from tinhso.lib.pdfium import ALONE

#: The error of a size in points, of a place in millimetres.
_SIZE, _PLACE = 0.3, 1.5
_MILLIMETRES_A_POINT = 25.4 / 72
_CENTRED = 8.0
_UNTOLD = (
    "Tệp .pdf chỉ cho biết chỗ có chữ: lề dưới chỉ đo được khi chữ lấn vào lề, lề phải khi có đủ dòng chạm lề.",
    "Tệp .pdf không cho biết cách canh của những đoạn chỉ có một dòng.",
)


def facts_of_pdf(content: bytes) -> Facts:
    """Raises Unfit."""
    with ALONE:
        pages = list(_pages(content))
    sheets = [laid(page, number) for number, page in enumerate(pages, start=1)]
    if not any(sheet.rows for sheet in sheets):
        raise Unfit("tệp chỉ có hình ảnh, không có lớp chữ.")
    columns = {size: column_of(rows, size[0]) for size, rows in _by_size(sheets).items()}
    numbers = [_number(row, sheet) for sheet in sheets for row in sheet.numbers]
    return Facts(
        lines=[line for sheet in sheets for line in _lines(sheet, columns[_size(sheet)])],
        sheets=[_measured(sheet, place, columns[_size(sheet)]) for place, sheet in enumerate(sheets, start=1)],
        numbers=numbers,
        numbered_first=bool(sheets[0].numbers),
        pages=len(sheets),
        size_error=_SIZE,
        place_error=_PLACE,
        untold=_UNTOLD,
    )


def _pages(content: bytes) -> Iterator[Page]:
    started, letters = time.monotonic(), 0
    document = _opened(content)
    try:
        if len(document) > LIMITS.pages:
            raise Unfit(f"tệp có hơn {LIMITS.pages} trang.")
        for place in range(len(document)):
            page = read_page(document, place, LIMITS.letters - letters)
            letters += sum(len(piece.text) for piece in page.pieces)
            if time.monotonic() - started > LIMITS.seconds or letters >= LIMITS.letters:
                raise Unfit("tệp quá dài; hãy tách riêng phần cần kiểm tra.")
            yield page
    except pypdfium2.PdfiumError as fault:
        raise Unfit("tệp bị hỏng, không mở được.") from fault
    finally:
        document.close()


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        locked = fault.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        why = "tệp có đặt mật khẩu; hãy bỏ mật khẩu rồi chọn lại." if locked else "tệp bị hỏng, không mở được."
        raise Unfit(why) from fault


def _size(sheet: Laid) -> tuple[int, int]:
    return round(sheet.width), round(sheet.height)


def _by_size(sheets: Sequence[Laid]) -> dict[tuple[int, int], list[Row]]:
    found: dict[tuple[int, int], list[Row]] = {}
    for sheet in sheets:
        found.setdefault(_size(sheet), []).extend(sheet.rows)
    return found


def _lines(sheet: Laid, column: Column | None) -> Iterator[Line]:
    """The lines of a page from the top, drawn ones among them."""
    where = f"trang {sheet.rows[0].page}" if sheet.rows else ""
    drawn = [
        (stroke.at, Line(letters=(), where=where, zone=zone, drawn=stroke.end - stroke.begin))
        for zone, stroke in sheet.strokes
    ]
    for _height, line in sorted([*lines_of(sheet.rows, column), *drawn], key=lambda each: each[0]):
        yield line


def _number(row: Row, sheet: Laid) -> Line:
    centred = abs((row.left + row.right) / 2 - sheet.width / 2) < 3 * _CENTRED
    line = Line(letters=row.letters, where=f"trang {row.page}", zone=row.zone)
    return replace(line, side=Set.CENTRE if centred else Set.LEFT)


def _measured(sheet: Laid, place: int, column: Column | None) -> Sheet:
    """Its margins as far as its text shows them."""
    bare = Sheet(
        where=f"trang {place}", width=sheet.width * _MILLIMETRES_A_POINT, height=sheet.height * _MILLIMETRES_A_POINT
    )
    if not sheet.rows or column is None:
        return bare
    top = sheet.rows[0].top * _MILLIMETRES_A_POINT
    low = (sheet.height - max(piece.bottom for row in sheet.rows for piece in row.pieces)) * _MILLIMETRES_A_POINT
    return replace(
        bare,
        top=top if place == 1 or top < MARGIN_TOP.taken else None,
        bottom=low if low < MARGIN_BOTTOM.taken else None,
        left=column.left * _MILLIMETRES_A_POINT if place == 1 or column.full >= ENOUGH else None,
        right=(sheet.width - column.right) * _MILLIMETRES_A_POINT if column.full >= ENOUGH else None,
    )
