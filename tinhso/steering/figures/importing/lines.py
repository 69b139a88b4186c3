"""A line of a file of figures, understood or refused with its reason."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, NoReturn

from tinhso.lib.cells import Said, Unread, cleaned, read_day, read_number, read_tick
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.giving import Given, refuse_unfit
from tinhso.steering.figures.importing.desks import Desk, Desks, NoSuchLine
from tinhso.steering.figures.importing.files import Cell
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.refusals import UnreadableLine

#: The columns of a file. A figure is a ratio (tu_so, mau_so), a number (so), or "x" where it does not apply.
COLUMNS = ("chi_tieu", "don_vi", "tu_ngay", "den_ngay", "tu_so", "mau_so", "so", "khong_ap_dung", "ghi_chu")
_NEEDED = COLUMNS[:4]
#: Days are said again and again: so many are understood once.
_REMEMBERED = 10_000
#: A number of so many digits is one for every database.
_PLAIN = 18
#: Below it a whole number of a workbook is exact.
_EXACT = 10**15
_RATIOS = frozenset({Measure.Kind.RATIO, Measure.Kind.YES_NO})
_BELOW = "mẫu số phải lớn hơn 0, số không được âm."


class Fresh(NamedTuple):
    """A line as the database takes it: days and numbers are texts, None where nothing is said."""

    line: int
    indicator: int
    unit: int
    level: str
    from_on: str
    to_on: str
    numerator: str | None
    denominator: str | None
    number: str | None
    not_applicable: int
    note: str


class Refused(NamedTuple):
    """A line that cannot be taken."""

    line: int
    reason: str


class Understanding:
    """How the lines below a head are understood, for the desks of a programme."""

    def __init__(self, head: Sequence[Cell], desks: Desks) -> None:
        """Raises UnreadableLine."""
        names = [cleaned(cell or "").lower() for cell in head]
        while names and not names[-1]:
            names.pop()
        if set(_NEEDED) - set(names) or set(names) - set(COLUMNS) or len(names) != len(set(names)):
            raise UnreadableLine(line=1, reason=f"các cột phải là {', '.join(COLUMNS)}.")
        self._width, self._desks = len(names), desks
        places: Mapping[str, int] = {name: place for place, name in enumerate(names)}
        # What the file has no column for is taken from the empty cell behind the last one.
        self._cells: Callable[[Sequence[Cell]], tuple[Cell, ...]] = itemgetter(
            *(places.get(name, self._width) for name in COLUMNS)
        )
        # A file says the same indicator and days on many lines; True, 1 and 1.0 are not the same cell.
        self._spans = lru_cache(_REMEMBERED, typed=True)(self._span)

    def line(self, number: int, row: Sequence[Cell]) -> Fresh | Refused:
        """The line with this number."""
        try:
            return self._fresh(number, row if len(row) == self._width else _as_wide(row, self._width))
        except (Unread, NoSuchLine) as wrong:
            return Refused(number, str(wrong))
        except TinhsoError as refusal:
            return Refused(number, refusal.sentence)

    def _fresh(self, number: int, row: Sequence[Cell]) -> Fresh:
        code, key, first, last, upper, lower, single, tick, note = self._cells((*row, ""))
        desk, begins, ends, day = self._spans(code, first, last)
        unit, level = desk.units.get(_word(key)) or self._refused(desk, _word(key), day)
        figure = None if tick or single else _plain_ratio(desk.measure, upper, lower)
        if figure is None:
            figure = _figure((upper, lower, single), tick, desk.measure)
        words = cleaned(note).replace("\0", "") if note else ""
        return Fresh(number, desk.indicator.pk, unit, level, begins, ends, *figure, words)

    def _span(self, code: Cell, first: Cell, last: Cell) -> tuple[Desk, str, str, date]:
        begins, ends = _day(first), _day(last)
        if ends < begins:
            raise NoSuchLine("ngày cuối kỳ trước ngày đầu kỳ.")
        return self._desks.desk(_word(code), ends), begins.isoformat(), ends.isoformat(), ends

    def _refused(self, desk: Desk, unit: str, day: date) -> NoReturn:
        refusal = self._desks.refusal(desk, unit, day)
        raise NoSuchLine(refusal) if isinstance(refusal, str) else refusal


def _as_wide(row: Sequence[Cell], width: int) -> Sequence[Cell]:
    return [*row[:width], *[""] * (width - len(row))]


Figure = tuple[str | None, str | None, str | None, int]
"""Numerator, denominator, number as the database takes them; 1 where none of them applies."""


def _plain_ratio(measure: Measure, upper: Cell, lower: Cell) -> Figure | None:
    """A ratio of two whole numbers, as most lines say it. None: look closer, it may be something else or wrong."""
    over, under = _digits(upper), _digits(lower)
    if over is None or under is None or measure.kind not in _RATIOS:
        return None
    whole = int(under)
    if not whole or (measure.share_of_whole and int(over) > whole):
        return None
    return over, under, None, 0


def _digits(cell: Cell) -> str | None:
    if isinstance(cell, str):
        return cell if cell.isascii() and cell.isdigit() and len(cell) <= _PLAIN else None
    return str(int(cell)) if isinstance(cell, float) and 0 <= cell < _EXACT and cell.is_integer() else None


def _figure(cells: Sequence[Cell], tick: Cell, measure: Measure) -> Figure:
    numbers = [_number(cell) for cell in cells]
    absent = Said.NOT_APPLICABLE in numbers or bool(tick and read_tick(tick))
    upper, lower, single = [None if isinstance(number, Said) else number for number in numbers]
    if any(each is not None and each < 0 for each in (upper, lower, single)) or lower == 0:
        raise NoSuchLine(_BELOW)
    refuse_unfit(Given(numerator=upper, denominator=lower, number=single, not_applicable=absent), measure)
    return _text(upper), _text(lower), _text(single), int(absent)


def _word(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell.strip()
    return "" if cell is None else cleaned(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)


def _day(cell: Cell) -> date:
    try:
        day = read_day(cell)
    except Unread:
        day = Said.NOTHING
    if isinstance(day, Said):
        raise NoSuchLine(f"“{'' if cell is None else cell}” không phải là ngày như 05/3/2022.")
    return day


def _number(cell: Cell) -> Decimal | Said:
    try:
        return read_number(cell)
    except Unread as wrong:
        raise NoSuchLine(f"“{cell}” không phải là số rõ ràng. {wrong.sentence}") from wrong


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
