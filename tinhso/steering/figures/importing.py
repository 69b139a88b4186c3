"""Figures from a small .csv file: understood line by line, entered all or none."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.dates import parse_date
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import parse_number
from tinhso.steering.figures.actions.enter_many import Line, enter_many
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.refusals import UnreadableLine
from tinhso.steering.programmes.models import Indicator, Programme

#: The columns of a file. A figure is a ratio (tu_so, mau_so), a number (so), or "x" where it does not apply.
COLUMNS = ("chi_tieu", "don_vi", "tu_ngay", "den_ngay", "tu_so", "mau_so", "so", "khong_ap_dung", "ghi_chu")
_NEEDED = COLUMNS[:4]
_Row = Mapping[str, str | None]


def import_figures(programme: Programme, text: str, *, name: str, by: Account | None) -> int:
    """How many figures of the file were entered; those that stand already are passed over.

    Raises UnreadableLine, and what ``enter_many`` refuses, both with the number of the line.
    """
    rows = list(csv.DictReader(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").splitlines()))
    _refuse_columns(rows)
    lines: dict[Indicator, list[Line]] = defaultdict(list)
    places = _Places(programme)
    for number, row in enumerate(rows, start=2):
        indicator, line = _understood(row, number, places, whence=_whence(row, f"{name}:{number}", by))
        lines[indicator].append(line)
    with transaction.atomic():
        return sum(_entered(indicator, given) for indicator, given in lines.items())


class _Places:
    """The indicators and units of a programme by what a file calls them, read once."""

    def __init__(self, programme: Programme) -> None:
        found = Indicator.objects.current().filter(programme=programme).select_related("programme")
        self.indicators = {each.code: each for each in found}
        self.units = {unit.key: unit for unit in Unit.objects.all()}


def _entered(indicator: Indicator, lines: list[Line]) -> int:
    try:
        return enter_many(indicator, lines)
    except TinhsoError as refusal:
        first = lines[0].whence.reference.rpartition(":")[2]
        raise UnreadableLine(line=first, reason=f"chỉ tiêu {indicator.code}: {refusal.sentence}") from refusal


def _refuse_columns(rows: Iterable[_Row]) -> None:
    present = next(iter(rows), {})
    missing = [column for column in _NEEDED if column not in present]
    strange = [str(column) for column in present if column not in COLUMNS]
    if missing or strange:
        raise UnreadableLine(line=1, reason=f"các cột phải là {', '.join(COLUMNS)}.")


def _understood(row: _Row, number: int, places: _Places, *, whence: Whence) -> tuple[Indicator, Line]:
    indicator, unit = places.indicators.get(_said(row, "chi_tieu")), places.units.get(_said(row, "don_vi"))
    if indicator is None:
        raise UnreadableLine(line=number, reason=f"không có chỉ tiêu mã “{_said(row, 'chi_tieu')}”.")
    if unit is None:
        raise UnreadableLine(line=number, reason=f"không có đơn vị mã “{_said(row, 'don_vi')}”.")
    first, last = (_day(row, column, number) for column in ("tu_ngay", "den_ngay"))
    if last < first:
        raise UnreadableLine(line=number, reason="ngày cuối kỳ trước ngày đầu kỳ.")
    return indicator, Line(Cell(indicator, unit, first, last), _given(row, number), whence)


def _given(row: _Row, number: int) -> Given:
    if _said(row, "khong_ap_dung"):
        return Given(not_applicable=True)
    parts = {
        name: _number(row, column, number)
        for column, name in (("tu_so", "numerator"), ("mau_so", "denominator"), ("so", "number"))
        if _said(row, column)
    }
    if parts.get("denominator") == 0 or min(parts.values(), default=Decimal()) < 0:
        raise UnreadableLine(line=number, reason="mẫu số phải lớn hơn 0, số không được âm.")
    return Given(numerator=parts.get("numerator"), denominator=parts.get("denominator"), number=parts.get("number"))


def _whence(row: _Row, reference: str, by: Account | None) -> Whence:
    return Whence(by=by, note=_said(row, "ghi_chu"), source=Value.Source.IMPORTED, reference=reference)


def _said(row: _Row, column: str) -> str:
    return (row.get(column) or "").strip()


def _day(row: _Row, column: str, number: int) -> date:
    day = parse_date(_said(row, column))
    if day is None:
        raise UnreadableLine(line=number, reason=f"“{_said(row, column)}” không phải là ngày.")
    return day


def _number(row: _Row, column: str, number: int) -> Decimal:
    found = parse_number(_said(row, column))
    if found is None:
        raise UnreadableLine(line=number, reason=f"“{_said(row, column)}” không phải là số như 1.234,5.")
    return found
