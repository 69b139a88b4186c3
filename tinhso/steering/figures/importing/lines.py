"""A line of a file of figures, understood or refused with its reason."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from tinhso.lib.cells import Said, Unread, cleaned, read_day, read_number, read_tick
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.giving import Given, refuse_unfit
from tinhso.steering.figures.importing.desks import Desks, NoSuchLine
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

    def line(self, number: int, row: Sequence[Cell]) -> Fresh | Refused:
        """The line with this number."""
        try:
            return self._fresh(number, row if len(row) == self._width else _as_wide(row, self._width))
        except (Unread, NoSuchLine) as wrong:
            return Refused(number, str(wrong))
        except TinhsoError as refusal:
            return Refused(number, refusal.sentence)

    def _fresh(self, number: int, row: Sequence[Cell]) -> Fresh:
        code, key, first, last, *figure, tick, note = self._cells((*row, ""))
        begins, ends = _day(first), _day(last)
        if ends < begins:
            raise NoSuchLine("ngày cuối kỳ trước ngày đầu kỳ.")
        desk, unit = self._desks.desk(_word(code), ends), _word(key)
        place = desk.units.get(unit)
        if place is None:
            raise _as_error(self._desks.refusal(desk, unit, ends))
        said = _figure(figure, tick)
        _refuse(said, desk.measure)
        words = cleaned(note).replace("\0", "") if note else ""
        return Fresh(
            number,
            desk.indicator.pk,
            *place,
            from_on=_written(begins),
            to_on=_written(ends),
            numerator=_text(said.numerator),
            denominator=_text(said.denominator),
            number=_text(said.number),
            not_applicable=said.not_applicable,
            note=words,
        )


def _as_wide(row: Sequence[Cell], width: int) -> Sequence[Cell]:
    return [*row[:width], *[""] * (width - len(row))]


def _figure(cells: Sequence[Cell], tick: Cell) -> Given:
    upper, lower, number = map(_number, cells)
    absent = Said.NOT_APPLICABLE in (upper, lower, number) or bool(tick and read_tick(tick))
    return Given(numerator=_if_said(upper), denominator=_if_said(lower), number=_if_said(number), not_applicable=absent)


def _if_said(number: Decimal | Said) -> Decimal | None:
    return None if isinstance(number, Said) else number


def _refuse(said: Given, measure: Measure) -> None:
    if any(each is not None and each < 0 for each in (said.numerator, said.denominator, said.number)):
        raise NoSuchLine(_BELOW)
    if said.denominator == 0:
        raise NoSuchLine(_BELOW)
    refuse_unfit(said, measure)


def _as_error(refusal: TinhsoError | str) -> Exception:
    return NoSuchLine(refusal) if isinstance(refusal, str) else refusal


def _word(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell.strip()
    return "" if cell is None else cleaned(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)


def _day(cell: Cell) -> date:
    try:
        day = _day_once(cell) if isinstance(cell, str) else read_day(cell)
    except Unread:
        day = Said.NOTHING
    if isinstance(day, Said):
        raise NoSuchLine(f"“{'' if cell is None else cell}” không phải là ngày như 05/3/2022.")
    return day


def _number(cell: Cell) -> Decimal | Said:
    if isinstance(cell, str):
        if not cell:
            return Said.NOTHING
        # Most cells of a file are digits alone.
        if cell.isascii() and cell.isdigit() and len(cell) <= _PLAIN:
            return Decimal(cell)
    try:
        return read_number(cell)
    except Unread as wrong:
        raise NoSuchLine(f"“{cell}” không phải là số rõ ràng. {wrong.sentence}") from wrong


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


_day_once = lru_cache(_REMEMBERED)(read_day)
_written = lru_cache(_REMEMBERED)(date.isoformat)
