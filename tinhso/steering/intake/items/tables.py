"""Tables of an appendix: what each column tells, which rows are groups, and rows that a page or a merge has torn."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tinhso.steering.intake.items.columns import (
    ITEM_COLUMNS,
    OWNED,
    TELLING,
    Column,
    column_titles,
    columns_of,
    header_column,
    is_numbering,
)
from tinhso.steering.intake.layout.markers import read_markers
from tinhso.steering.intake.layout.sheet import Cell, Line, Sheet
from tinhso.steering.intake.reading import Span


@dataclass(slots=True)
class Row:
    """One row by the meaning of its columns. ``label`` is its number as written; ``group`` marks a title row."""

    line: Line
    label: str
    cells: dict[Column, Cell]
    values: list[tuple[str, Cell]]
    group: bool
    inherited: set[Column] = field(default_factory=set)

    def text(self, column: Column) -> str:
        cell = self.cells.get(column)
        return cell.text if cell else ""

    @property
    def span(self) -> Span:
        return self.line.span

    @property
    def item(self) -> Cell | None:
        return self.cells.get(Column.INDICATOR) or self.cells.get(Column.TASK)


@dataclass(slots=True)
class Table:
    """A table that lists indicators or tasks: its rows in order and its header lines."""

    number: int
    kind: Column
    columns: dict[int, Column]
    headers: list[Line]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class _Layout:
    """The columns of a table: what each tells and its header's words."""

    columns: dict[int, Column]
    titles: dict[int, str]

    @property
    def width(self) -> int:
        return max(self.columns) + 1


def read_table(sheet: Sheet, number: int) -> Table | None:
    """The table as rows of items, None when it lists neither indicators nor tasks."""
    lines = sheet.rows_of(number)
    place = _header_place(lines)
    if place is None:
        return None
    titles, below = column_titles(lines, place)
    columns = columns_of(titles)
    kind = next((c for c in ITEM_COLUMNS if c in columns.values()), None)
    if kind is None or not set(columns.values()) & TELLING[kind]:
        return None
    header_words = _letters(lines[place].text)
    layout = _Layout(columns, dict(enumerate(titles)))
    table = Table(number, kind, columns, list(lines[:below]), [])
    for line in lines[below:]:
        if _letters(line.text) == header_words or is_numbering(line) or _is_header(line):
            table.headers.append(line)
        else:
            table.rows += _rows(line, layout, table.rows[-1] if table.rows else None)
    return table


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _header_place(lines: tuple[Line, ...]) -> int | None:
    for place, line in enumerate(lines[:4]):
        found = set(columns_of([cell.text for cell in line.cells]).values())
        if len(found) >= 2 and found & set(ITEM_COLUMNS):
            return place
    return None


def _is_header(line: Line) -> bool:
    """A header repeated in the middle of a table, perhaps shortened."""
    words = [cell.text for cell in line.cells if cell.text]
    named = [header_column(text) for text in words if len(text) < 40]
    return len(words) >= 3 and sum(column is not None for column in named) >= len(words) - 1 and len(words[0]) < 40


def _rows(line: Line, layout: _Layout, above: Row | None) -> Iterator[Row]:
    cells = list(line.cells)
    if len(cells) > layout.width and not cells[0].text and not cells[1].text:
        cells = cells[1:]
    index = next((i for i, c in layout.columns.items() if c is Column.INDEX), None)
    shifted = index is not None and index < len(cells) and _is_words(cells[index].text)
    if shifted:
        cells = [Cell("", line.start, line.start, 0), *cells]
    row = _row(line, cells[: layout.width], layout)
    if above is not None and (shifted or line.continued):
        _inherit(row, above, OWNED if shifted else [layout.columns.get(place) for place in line.continued])
    yield row
    extra = [cell for cell in cells[layout.width :] if cell.text]
    if extra and _is_words(extra[0].text):
        tail = [Cell("", extra[0].start, extra[0].start, 0), *cells[cells.index(extra[0]) :]]
        glued = _row(line, tail[: layout.width], layout)
        _inherit(glued, row, OWNED)
        yield glued


def _is_words(text: str) -> bool:
    return len(text) > 15 and not read_markers(text + ". ")


def _row(line: Line, cells: list[Cell], layout: _Layout) -> Row:
    row = Row(line, "", {}, [], group=False)
    for position, cell in enumerate(cells):
        column = layout.columns.get(position)
        if column is Column.INDEX:
            row.label = cell.text.strip(" .")
        elif column is Column.VALUE and cell.text:
            row.values.append((layout.titles.get(position, ""), cell))
        elif column is not None and cell.text and column not in row.cells:
            row.cells[column] = cell
    row.group = _is_group(row, sum(bool(cell.text) for cell in cells))
    return row


_NUMERAL = re.compile(r"[IVXLC]+(?:\.\d+)*")


def _is_group(row: Row, filled: int) -> bool:
    """A row that only titles what follows: one filled cell, or a capital label and nobody in charge."""
    if filled <= 1:
        return True
    numeral = _NUMERAL.fullmatch(row.label) is not None
    if numeral and Column.LEAD not in row.cells and Column.TIME not in row.cells and not row.values:
        return True
    owned = any(column in row.cells for column in (*OWNED, Column.WATCHER, Column.PRODUCT)) or bool(row.values)
    return not owned and (numeral or re.fullmatch(r"[A-HĐ]", row.label) is not None or filled <= 2)


def _inherit(row: Row, above: Row, columns: Iterable[Column | None]) -> None:
    """A cell merged over rows holds for each of them."""
    for column in columns:
        if column is not None and column not in row.cells and column in above.cells:
            row.cells[column] = above.cells[column]
            row.inherited.add(column)
