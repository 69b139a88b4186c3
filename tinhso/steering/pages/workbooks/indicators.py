"""The list of indicators as a table: a row for each target."""

from collections.abc import Iterable, Iterator

from tinhso.lib.dates import write_date
from tinhso.lib.workbook.writing import Column, Table
from tinhso.lib.workbook.writing import Value as Cell
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.choosing import Chosen
from tinhso.steering.pages.indicator_rows import IndicatorRow, TargetLine
from tinhso.steering.pages.workbooks.figures import cells_of_amount, target_cell
from tinhso.steering.programmes.models import Assignment

_COLUMNS = (
    Column("Mã", 10),
    Column("Chỉ tiêu", 60),
    Column("Áp dụng cho", 20),
    Column("Phải đạt", 16),
    Column("Mức", 12),
    Column("Đạt vào ngày", 14),
    Column("Hiện nay", 16),
    Column("Tử số", 14),
    Column("Mẫu số", 14),
    Column("Kỳ trước", 16),
    Column("Kết quả", 18),
    Column("Theo dõi, đôn đốc", 30),
    Column("Chủ trì thực hiện", 34),
    Column("Phối hợp", 34),
)


def indicator_table(asked: Asked, rows: Iterable[IndicatorRow], chosen: Iterable[Chosen]) -> Table:
    """What the list shows under its filters."""
    above = (asked.programme.name, "; ".join([f"Tính đến ngày {write_date(asked.day)}", *(c.words for c in chosen)]))
    cells = [line for row in rows for line in _lines(row)]
    return Table(name="Chỉ tiêu", above=above, columns=_COLUMNS, rows=cells, frozen=2)


def _lines(row: IndicatorRow) -> Iterator[list[Cell]]:
    head: list[Cell] = [row.indicator.code, row.indicator.name]
    people: list[Cell] = [_names(row.watchers), _names(row.leads), _names(row.cooperators)]
    for line in row.targets:
        yield [*head, *_target(line, row), *people]
    if not row.targets:
        yield [*head, *[None] * 9, *people]


def _target(line: TargetLine, row: IndicatorRow) -> list[Cell]:
    target, standing, measure = line.target, line.stands.standing, row.figures.measure
    now, before = cells_of_amount(standing.amount, measure), cells_of_amount(standing.previous, measure)
    due = target.by_on or row.indicator.programme.ends_on
    previous = before[0] if standing.previous.is_known else None
    level = target_cell(target.value, target.unit)
    applies = line.applies_to or "toàn tỉnh"
    return [applies, target.written(), level, due, *now, previous, standing.verdict.label]


def _names(people: Iterable[Assignment]) -> str:
    return "; ".join(each.wording for each in people)
