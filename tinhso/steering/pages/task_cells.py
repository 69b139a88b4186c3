"""The cells of a list of tasks as the page draws them, column by column; Excel takes its own from task_columns.

Written as text and escaped word by word: a leaf has hundreds of cells, and a template for each costs ten times as much.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.text import Truncator

from tinhso.lib.dates import write_date
from tinhso.lib.markup import escaped
from tinhso.steering.pages.asked import Asked, address_of
from tinhso.steering.pages.task_columns import COLUMNS, Column
from tinhso.steering.pages.task_rows import TaskRow
from tinhso.steering.programmes.states import TaskState
from tinhso.surfaces.web.templatetags.web import chip, suggestion

#: So many words of a task stand in a list.
_WORDS = 45


def cells(row: TaskRow, asked: Asked, columns: Sequence[Column], *, pick: bool = False) -> SafeString:
    """The cells of one row, in the order of the columns; before them a box to choose it with where wanted."""
    drawn = _drawn(row, asked.programme.pk, tuple(column.key for column in columns))
    return SafeString(_pick(row) + drawn if pick else drawn)


def due(row: TaskRow) -> SafeString:
    """The day of a task, marked where it is only inferred; else why there is none."""
    task = row.task
    if task.due_on is None:
        return SafeString(f'<span class="soft">{escaped(row.basis or "không có")}</span>')
    kind, before = ("nowrap inferred" if row.is_inferred else "nowrap"), ("trước " if task.due_before else "")
    words = f'<span class="{kind}">{before}{write_date(task.due_on)}</span>'
    return SafeString(words + ('<span class="under soft">suy ra: hết kỳ kế hoạch</span>' if row.is_inferred else ""))


@lru_cache(maxsize=3_000)
def _drawn(row: TaskRow, programme: int, shown: tuple[str, ...]) -> str:
    """Drawn once for each row that is kept."""
    columns = (column for column in COLUMNS if column.key in shown)
    return "".join(_cell(column, row, programme=programme, shown=shown) for column in columns)


def _pick(row: TaskRow) -> str:
    code = escaped(row.task.code)
    return (
        f'<td class="pick no-print"><input type="checkbox" name="viec" value="{row.task.pk}" form="bulk" '
        f'aria-label="Chọn {code}" autocomplete="off"></td>'
    )


def _cell(column: Column, row: TaskRow, *, programme: int, shown: Collection[str]) -> str:
    if column.key == "noi_dung":
        return _text(row, programme)
    if column.key == "tinh_trang":
        return _state(row, alone="con_lai" not in shown)
    return _DRAWN.get(column.key, _plain)(row, column)


def _plain(row: TaskRow, column: Column) -> str:
    return _labelled(column, _words(column.cell(row)))


def _text(row: TaskRow, programme: int) -> str:
    words = escaped(Truncator(row.task.text).words(_WORDS, truncate=" …"))
    mark = suggestion() if row.task.is_proposed else ""
    return f'<td class="lead"><a href="{address_of("pages:task", programme, row.task.pk)}">{words}</a> {mark}</td>'


def _state(row: TaskRow, *, alone: bool) -> str:
    left = f'<span class="under {_tone(row) or "soft"}">{escaped(row.left)}</span>' if row.left and alone else ""
    return f'<td class="state">{chip(row.tone, row.state.label)}{left}</td>'


def _products(row: TaskRow, column: Column) -> str:
    lines = str(column.cell(row) or "").split("\n")
    return _labelled(column, "".join(f'<span class="under">{escaped(line)}</span>' for line in lines if line))


def _tone(row: TaskRow) -> str:
    return "bad" if row.state == TaskState.OPEN_OVERDUE else ""


def _labelled(column: Column, inner: str, kind: str = "") -> str:
    return f'<td data-label="{escaped(column.label)}" class="{kind}">{inner}</td>'


def _words(cell: str | date | None) -> str:
    return write_date(cell) if isinstance(cell, date) else escaped(cell or "")


_DRAWN: dict[str, Callable[[TaskRow, Column], str]] = {
    "ma": lambda row, _column: f'<td class="code">{escaped(row.task.code)}</td>',
    "chu_tri": lambda row, column: _labelled(column, _words(column.cell(row)) or "không nêu"),
    "phoi_hop": lambda row, column: _labelled(column, _words(column.cell(row)), "wide-only"),
    "san_pham": _products,
    "thoi_han": lambda row, column: _labelled(column, due(row)),
    "con_lai": lambda row, column: _labelled(column, escaped(row.left), _tone(row)),
}
