"""A grid as a workbook to be filled in, and the rows that such a workbook makes when it comes back."""

from collections.abc import Iterator, Mapping, Sequence

from tinhso.lib.workbook.reading import Cell, Sheet
from tinhso.lib.workbook.writing import Column, Table, Value, write_workbook
from tinhso.steering.figures.giving import Given
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.wording import written as in_words
from tinhso.steering.pages.grid import columns as own
from tinhso.steering.pages.grid.columns import FILE, LABELS, NOT_APPLICABLE, NOTE, columns_of
from tinhso.steering.pages.grid.lines import Line
from tinhso.steering.pages.grid.refusals import OtherTemplate
from tinhso.steering.pages.grid.rows import Row, read_row, untouched

_KEY, _SEEN, _CODE = "Mã dòng", "Bản đã tải", "Mã biểu: "
_HELP = (
    "Chỉ điền các ô màu vàng. Số ghi như 1.234 hoặc 12,5; để trống là chưa có số liệu; không áp dụng thì ghi x.",
    "Sửa số đã có thì ghi lý do ở cột ghi chú.",
)


def template(title: str, code: str, lines: Sequence[Line], *, head: str = "Đơn vị") -> bytes:
    """The workbook; ``code`` tells it from the template of any other grid."""
    asked = columns_of(line.measure for line in lines)
    columns = [
        Column(_KEY, hidden=True),
        Column(head, 34),
        Column("Kỳ trước", 22),
        *(Column(each.label, each.width, entry=True) for each in asked),
        Column(LABELS[NOT_APPLICABLE], 12, entry=True),
        Column(LABELS[NOTE], 40, entry=True),
        Column(_SEEN, hidden=True),
    ]
    rows = [_row(line, asked) for line in lines if not line.locked]
    return write_workbook(
        Table(name="Số liệu", above=(title, *_HELP, f"{_CODE}{code}"), columns=columns, rows=rows, frozen=2)
    )


def filled(sheets: Sequence[Sheet], code: str, lines: Sequence[Line], *, name: str) -> tuple[list[Row], list[str]]:
    """The rows as the workbook called ``name`` fills them, and sentences on its lines that are none of the grid's.

    Raises OtherTemplate.
    """
    rows = next((sheet.rows for sheet in sheets if _is_of(sheet, code)), None)
    if rows is None:
        raise OtherTemplate(name=name)
    by_key = {line.key: line for line in lines}
    made: dict[str, Row] = {}
    strange = []
    for place, cells in _table(rows):
        key = str(cells.get(_KEY) or "").strip()
        if key in made or key not in by_key:
            strange.append(f"Dòng {place} của tệp không phải dòng của bảng này, hoặc lặp lại; đã bỏ qua.")
        else:
            seen = str(cells.get(_SEEN) or "") or None
            made[key] = read_row(by_key[key], _of_line(cells, name), seen=seen)
    return [made.get(line.key) or untouched(line) for line in lines], strange


def _row(line: Line, asked: Sequence[own.Column]) -> list[Value]:
    given = line.stands or Given()
    mine = {column.name for column in line.asked}
    cells = [_typed(given, column) if column.name in mine else None for column in asked]
    before = in_words(line.before, line.measure) if line.before else None
    label = f"{line.label} ({line.under})" if line.under else line.label
    kept = line.note if line.open else ""
    return [line.key, label, before, *cells, "x" if given.not_applicable else None, kept or None, line.seen]


def _typed(given: Given, column: own.Column) -> Value:
    """A number as a number, a day as a day."""
    if column.kind == Measure.Kind.YES_NO:
        return own.written(given, column)
    said: Value = getattr(given, column.field)
    return said


def _is_of(sheet: Sheet, code: str) -> bool:
    return any(f"{_CODE}{code}" in row for row in sheet.rows[:10])


def _table(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    """The lines below the head that say anything, with their number in Excel."""
    head: Sequence[Cell] = ()
    for place, row in enumerate(rows, start=1):
        if not head:
            head = row if row and row[0] == _KEY else ()
        elif any(cell is not None for cell in row):
            yield place, {str(label): cell for label, cell in zip(head, row, strict=False)}


def _of_line(cells: Mapping[str, Cell], name: str) -> dict[str, object]:
    named = {column.name: cells.get(column.label) for column in own.COLUMNS}
    return {**named, **{key: cells.get(label) for key, label in LABELS.items()}, FILE: name}
