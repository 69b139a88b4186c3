"""The entries behind a figure as a table: who gave what, when, from what, and what took its place."""

from collections.abc import Iterable

from django.utils.timezone import localtime

from tinhso.lib.dates import write_date
from tinhso.lib.workbook.writing import Column, Table
from tinhso.lib.workbook.writing import Value as Cell
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.following.naming import names_of_time
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.workbooks.figures import cells_of_value
from tinhso.steering.programmes.models import Indicator

_COLUMNS = (
    Column("Đơn vị", 36),
    Column("Từ ngày", 12),
    Column("Đến hết ngày", 12),
    Column("Số", 16),
    Column("Tử số", 14),
    Column("Mẫu số", 14),
    Column("Tình trạng", 18),
    Column("Ai ghi", 24),
    Column("Ghi lúc", 17),
    Column("Nguồn", 18),
    Column("Nguồn cụ thể", 24),
    Column("Văn bản minh chứng", 34),
    Column("Tệp minh chứng", 24),
    Column("Ghi chú", 40),
)


def entry_table(asked: Asked, indicator: Indicator, measure: Measure, *, values: Iterable[Value]) -> Table:
    """What the page of entries shows under its filters, all leaves."""
    listed = list(values)
    names = names_of_time([(value.unit_id, value.to_on) for value in listed])
    rows = [_line(value, names[value.unit_id, value.to_on] or value.unit.key, measure) for value in listed]
    above = (asked.programme.name, f"{indicator.code}. {indicator.name}", f"Tính đến ngày {write_date(asked.day)}")
    return Table(name=f"Nguồn số liệu {indicator.code}", above=above, columns=_COLUMNS, rows=rows)


def _line(value: Value, name: str, measure: Measure) -> list[Cell]:
    by = value.entered_by.display_name if value.entered_by else "dòng lệnh"
    source = [value.get_source_display(), value.reference]
    proof = [str(value.issued or ""), value.file.name if value.file else "", value.note]
    days = [value.from_on, value.to_on]
    return [
        name,
        *days,
        *cells_of_value(value, measure),
        _state(value),
        by,
        localtime(value.recorded_at),
        *source,
        *proof,
    ]


def _state(value: Value) -> str:
    if value.superseded_at:
        return f"đã thay {write_date(localtime(value.superseded_at).date())}"
    if value.withdrawn:
        return "đã rút"
    return "sửa số trước" if value.corrects_id else "đang dùng"
