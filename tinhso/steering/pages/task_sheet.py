"""The list of tasks as an Excel workbook: what is seen, with dates as dates."""

from collections.abc import Iterable, Iterator, Sequence

from tinhso.lib.dates import write_date
from tinhso.lib.workbook import writing
from tinhso.lib.workbook.writing import Heading, Table, write_workbook
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_columns import Cell, Column
from tinhso.steering.pages.task_filter import Narrowed
from tinhso.steering.pages.task_groups import RowGroup


def workbook(groups: Iterable[RowGroup], *, asked: Asked, found: Narrowed, columns: Sequence[Column]) -> bytes:
    """The file's bytes. Text is written as text: a task that begins with "=" is no formula."""
    told = "; ".join([f"Tính đến ngày {write_date(asked.day)}", *(each.words for each in found.chosen)])
    heads = [writing.Column(column.label, column.width) for column in columns]
    above, rows = (asked.programme.name, told), _rows(groups, columns)
    return write_workbook(Table(name="Nhiệm vụ", above=above, columns=heads, rows=rows, frozen=2))


def _rows(groups: Iterable[RowGroup], columns: Sequence[Column]) -> Iterator[Sequence[Cell] | Heading]:
    for group in groups:
        if group.words:
            yield Heading(f"{group.words} ({group.count})")
        for row in group.rows:
            yield [column.cell(row) for column in columns]
