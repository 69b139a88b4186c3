"""The cells of the table of units, written as text as those of a list of tasks are (pages.task_cells)."""

from functools import lru_cache

from django.utils.safestring import SafeString

from tinhso.lib.dates import write_date
from tinhso.lib.markup import escaped
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.wording import parts_of, short, written_span
from tinhso.steering.pages.asked import Asked, address_of
from tinhso.steering.pages.values.indicator_part import IndicatorPart
from tinhso.steering.pages.values.unit_rows import UnitRow
from tinhso.steering.programmes.models import Indicator


def unit_cells(row: UnitRow, part: IndicatorPart, *, asked: Asked, indicator: Indicator) -> SafeString:
    """The cells of one row: the unit, its latest figure, of which days, the one before, and where to look or enter."""
    several, name = len(part.levels) > 1, escaped(row.name)
    lead = f'<a href="{row.address}?on={write_date(asked.naming_day)}">{name}</a>{_under(row, several=several)}'
    desk = _desk(row, asked.programme.pk, indicator.pk, may_enter=part.may_enter)
    return SafeString(f'<td class="lead">{lead}</td>{_figures(row, asked.programme.pk)}<td>{desk}</td>')


def _under(row: UnitRow, *, several: bool) -> str:
    level = f'<span class="under soft">{escaped(row.level.label)}</span>' if several else ""
    return level if row.executes else f'{level}<span class="under soft">không còn được giao chỉ tiêu này</span>'


@lru_cache(maxsize=8192)
def _figures(row: UnitRow, programme: int) -> str:
    """Drawn once for each row that is kept."""
    span = written_span(row.value.from_on, row.value.to_on) if row.value else ""
    before = _linked(row.previous, row, programme) if row.previous else ""
    return (
        f'<td class="number" data-label="Số mới nhất">{_latest(row, programme)}</td><td data-label="Kỳ">{span}</td>'
        f'<td class="number soft" data-label="Kỳ trước">{before}</td>'
    )


def _latest(row: UnitRow, programme: int) -> str:
    if row.value is None:
        return f'<em class="soft">{"chưa có số liệu" if row.begun else "chưa đến ngày tính"}</em>'
    parts = escaped(parts_of(row.value, row.measure))
    return f'{_linked(row.value, row, programme)}<span class="under soft">{parts}</span>'


def _linked(value: Value, row: UnitRow, programme: int) -> str:
    address = address_of("values:value", programme, value.pk)
    return f'<a href="{address}">{escaped(short(value, row.measure))}</a>'


def _desk(row: UnitRow, programme: int, indicator: int, *, may_enter: bool) -> str:
    if row.value is None and not may_enter:
        return ""
    view, word, of = ("values:entries", "nguồn", "của") if row.value else ("values:enter", "nhập", "cho")
    address = f"{address_of(view, programme, indicator)}?don_vi=u{row.version.unit_id}"
    return f'<a class="source" href="{address}">{word}<span class="aloud"> {of} {escaped(row.name)}</span></a>'
