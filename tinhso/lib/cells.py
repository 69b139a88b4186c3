"""A cell of a table as it was typed, pasted or uploaded: understood, or refused with a sentence, never guessed."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum

from tinhso.lib.dates import parse_date
from tinhso.lib.numbers import parse_number

#: What Excel, Calc and browsers put between thousands: no-break, figure, thin and narrow spaces.
_SPACES = dict.fromkeys(
    map(ord, "\N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\t\r\n"), " "
)
#: Letters of double width, as input methods of East Asia type them; "²" or "½" are not numbers that somebody meant so.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_UNSEEN = dict.fromkeys(map(ord, "\N{ZERO WIDTH NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}"))
_DASHES = frozenset("-–—−")
_THREE_PLACES = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{3}")
_LONGEST, _MOST, _PLACES = 40, Decimal(10) ** 24, 6
_EXCEL_DIGITS = 15


class Said(Enum):
    """What a cell says that is no value."""

    NOTHING = "nothing"
    NOT_APPLICABLE = "not applicable"


class Unread(ValueError):
    """A cell that is not understood, or in two ways; ``sentence`` tells the person what to write."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


_NOT_APPLICABLE = frozenset({"không áp dụng", "kad", "k.a.d", "k.a.d.", "không ad"})
_YES = frozenset({"có", "yes", "true", "đúng", "1"})
_NO = frozenset({"không", "no", "false", "sai", "0"})
_TICKS = frozenset({"x", "✓", "✔", "v"})

_OTHER_SCRIPTS = "Hãy ghi số như 1.234 hoặc 12,5: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân."
_PERCENT = "Ô này cần số, không phải phần trăm: hãy ghi số đếm được; tỷ lệ do hệ thống tính."
_DASH = "Dấu “-” có thể là số 0, có thể là chưa có số liệu: hãy ghi 0 hoặc để trống."
_ENGLISH = "Số ghi theo kiểu Anh (dấu phẩy ngăn hàng nghìn): hãy ghi như 1.234,5."
_POINT = "Dấu chấm ở đây có thể là hàng nghìn, có thể là thập phân: hãy ghi 1.234 hoặc 12,5."
_SHORTENED = "Excel đã rút gọn số này (dạng 1E+05) nên mất chữ số: hãy mở rộng cột rồi chép lại."
#: Form of a cell → why it is refused. The first that fits is told.
_REFUSED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r".*%.*"), _PERCENT),
    (re.compile(r"#+"), "Cột trong Excel hẹp quá nên chỉ hiện ####: hãy mở rộng cột rồi chép lại."),
    (re.compile(r"#.*"), "Ô trong Excel đang báo lỗi: hãy sửa ô đó rồi chép lại."),
    (re.compile(r"=.*"), "Đây là công thức, chưa phải số: hãy chép giá trị của ô."),
    (re.compile(r"[-+]?[0-9][0-9.,]*e[-+]?[0-9]+"), _SHORTENED),
    (re.compile(r"\(.*\)"), "Số trong ngoặc có thể là số âm: hãy ghi dấu trừ, hoặc bỏ ngoặc."),
    (re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]*|[-+]?[0-9]+(?:,[0-9]{3}){2,}"), _ENGLISH),
    (re.compile(r"[-+]?[0-9]*\.[0-9]+"), _POINT),
    (re.compile(r"[0-9]{1,4}[/-][0-9]{1,2}(?:[/-][0-9]{1,4})?"), "Ô này cần số, không phải ngày."),
    (re.compile(r"[x✓✔v]"), "Dấu “x” chỉ dùng ở cột “Không áp dụng”: hãy ghi số, hoặc ghi “không áp dụng”."),
    (re.compile(r"[-+]? ?[0-9][0-9.,]* ?[^\W\d_²³¹½¼¾].*"), "Hãy chỉ ghi số, bỏ chữ và đơn vị tính."),
)


def cleaned(cell: object) -> str:
    """The text without what is not seen: odd blanks, wide letters, the apostrophe by which Excel marks text."""
    text = str(cell).translate(_UNSEEN).translate(_WIDE).translate(_SPACES).strip()
    return text.removeprefix("'").strip()


def read_number(cell: object) -> Decimal | Said:
    """The number that a cell says ("1.234,5", "1 234", 1234.5 of a workbook), that it says none, or does not apply.

    Raises Unread.
    """
    number = _typed(cell) if isinstance(cell, (bool, int, float, Decimal, date)) else _written(cleaned(cell or ""))
    if isinstance(number, Decimal) and (abs(number) >= _MOST or number != round(number, _PLACES)):
        raise Unread("Số quá lớn hoặc có hơn sáu chữ số thập phân.")
    return number


def remark(cell: object) -> str:
    """What a person should know of how a cell was read, if anything: "1,234" is one and a part, not a thousand."""
    text = cleaned(cell) if isinstance(cell, str) else ""
    if not _THREE_PLACES.fullmatch(text):
        return ""
    return f"“{text}” được đọc là số thập phân; nếu dấu phẩy ngăn hàng nghìn, hãy ghi {text.replace(',', '.')}."


def read_day(cell: object) -> date | Said:
    """The day that a cell says ("5/3/2022", a date of a workbook). Raises Unread."""
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    if mark := _mark(cleaned("" if cell is None else cell)):
        return mark
    if day := parse_date(cleaned(cell)):
        return day
    raise Unread("Hãy ghi ngày như 05/3/2022.")


def read_answer(cell: object) -> bool | Said:
    """Yes or no. Raises Unread."""
    said = {True: "có", False: "không"}[cell] if isinstance(cell, bool) else _plain(cell)
    if mark := _mark(said):
        return mark
    if said in _YES or said in _NO:
        return said in _YES
    raise Unread("Hãy ghi “có” hoặc “không”.")


def read_tick(cell: object) -> bool:
    """Whether a cell of ticks is marked: "x", "có", "không áp dụng"; nothing or "không" is not. Raises Unread."""
    said = {True: "x", False: ""}[cell] if isinstance(cell, bool) else _plain(cell)
    if said in _TICKS | _YES | _NOT_APPLICABLE:
        return True
    if not said or said in _NO:
        return False
    raise Unread("Cột này chỉ nhận dấu “x” hoặc để trống.")


def _plain(cell: object) -> str:
    if cell is None:
        return ""
    whole = isinstance(cell, float) and cell.is_integer()
    return cleaned(int(cell) if whole and isinstance(cell, float) else cell).casefold()


def _mark(text: str) -> Said | None:
    if not text:
        return Said.NOTHING
    if text in _DASHES:
        raise Unread("Dấu “-” không nói rõ là không có hay chưa có: hãy ghi rõ hoặc để trống.")
    return Said.NOT_APPLICABLE if " ".join(text.casefold().split()) in _NOT_APPLICABLE else None


def _typed(cell: object) -> Decimal:
    """A cell of a workbook that is no text. What Excel keeps beyond its fifteen digits is not what the person sees."""
    if isinstance(cell, date):
        raise Unread("Ô này cần số, không phải ngày.")
    if isinstance(cell, bool) or not isinstance(cell, int | float | Decimal):
        raise Unread("Ô này cần số, không phải đúng hay sai.")
    try:
        exact = Decimal(f"{cell:.{_EXCEL_DIGITS}g}") if isinstance(cell, float) else Decimal(cell)
    except InvalidOperation as wrong:
        raise Unread(_OTHER_SCRIPTS) from wrong
    if not exact.is_finite():
        raise Unread(_OTHER_SCRIPTS)
    return exact


def _written(text: str) -> Decimal | Said:
    if text in _DASHES:
        raise Unread(_DASH)
    if mark := _mark(text):
        return mark
    for sign in _DASHES:
        text = f"-{text[1:]}" if text.startswith(sign) else text
    number = parse_number(text) if len(text) <= _LONGEST else None
    if number is None:
        raise Unread(_why(text.casefold()))
    return number


def _why(text: str) -> str:
    return next((sentence for form, sentence in _REFUSED if form.fullmatch(text)), _OTHER_SCRIPTS)
