"""The units of an indicator as a table: each with its latest figure, of which days, and the one before."""

from collections.abc import Iterable

from tinhso.lib.dates import write_date
from tinhso.lib.workbook.writing import Column, Table
from tinhso.lib.workbook.writing import Value as Cell
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.values.unit_rows import UnitRow
from tinhso.steering.pages.workbooks.figures import cells_of_value
from tinhso.steering.programmes.models import Indicator

_COLUMNS = (
    Column("Đơn vị", 36),
    Column("Cấp", 14),
    Column("Số mới nhất", 18),
    Column("Tử số", 14),
    Column("Mẫu số", 14),
    Column("Từ ngày", 12),
    Column("Đến hết ngày", 12),
    Column("Kỳ trước", 16),
    Column("Tử số kỳ trước", 14),
    Column("Mẫu số kỳ trước", 14),
    Column("Nguồn", 18),
    Column("Ghi chú", 40),
)


def unit_table(asked: Asked, indicator: Indicator, rows: Iterable[UnitRow]) -> Table:
    """What the page shows under its filters, all leaves."""
    above = (asked.programme.name, f"{indicator.code}. {indicator.name}", f"Tính đến ngày {write_date(asked.day)}")
    return Table(name=f"Chỉ tiêu {indicator.code}", above=above, columns=_COLUMNS, rows=list(map(_line, rows)))


def _line(row: UnitRow) -> list[Cell]:
    value = row.value
    days: list[Cell] = [value.from_on, value.to_on] if value else [None, None]
    now = cells_of_value(value, row.measure) if value or row.begun else ("chưa đến ngày tính", None, None)
    before = cells_of_value(row.previous, row.measure) if row.previous else (None, None, None)
    source = value.get_source_display() if value else None
    return [row.name, row.level.label, *now, *days, *before, source, _remark(row)]


def _remark(row: UnitRow) -> str:
    told = [row.value.note] if row.value and row.value.note else []
    told += ["Hai nguồn cho cùng một kỳ, chưa ai chọn."] if row.clashes else []
    told += [] if row.executes else ["Không còn được giao chỉ tiêu này."]
    return " ".join(told)
