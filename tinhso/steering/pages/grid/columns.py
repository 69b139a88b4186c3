"""The columns of a grid: what a measure asks for, each with how its cells are read and written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tinhso.lib.cells import Said, cleaned, read_answer, read_day, read_number
from tinhso.lib.dates import write_date
from tinhso.lib.numbers import write_number
from tinhso.steering.figures.giving import Given
from tinhso.steering.figures.models import Measure

#: What a cell may say.
Told = Decimal | date | bool | str | Said
NOT_APPLICABLE, NOTE, SEEN, CHECKED, FILE = "kad", "ghi_chu", "thay", "dung", "tep"
#: As the columns that every grid has are called, on the page and in a workbook.
LABELS: Mapping[str, str] = {NOT_APPLICABLE: "Không áp dụng", NOTE: "Ghi chú, lý do sửa"}
LONGEST_NOTE, LONGEST_ANSWER = 2000, 4000


def _read_words(cell: object) -> str | Said:
    text = str(cell or "").replace("\r\n", "\n").strip()[:LONGEST_ANSWER]
    return text or Said.NOTHING


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` as in a form, ``field`` of what is given, ``read`` raises Unread; ``mode`` is a phone's keyboard."""

    name: str
    label: str
    field: str
    kind: str
    read: Callable[[object], Told]
    mode: str = "text"
    width: int = 14


COLUMNS = (
    Column("tu_so", "Tử số", "numerator", Measure.Kind.RATIO, read_number, "decimal"),
    Column("mau_so", "Mẫu số", "denominator", Measure.Kind.RATIO, read_number, "decimal"),
    Column("so", "Số", "number", Measure.Kind.NUMBER, read_number, "decimal"),
    Column("co_khong", "Có/không", "numerator", Measure.Kind.YES_NO, read_answer),
    Column("ngay", "Ngày", "day", Measure.Kind.DAY, read_day, "numeric"),
    Column("loi", "Trả lời", "answer", Measure.Kind.WORDS, _read_words, width=50),
)
_BY_NAME = {column.name: column for column in COLUMNS}


def columns_of(measures: Iterable[Measure]) -> list[Column]:
    """What any of the measures asks for, in the one order."""
    kinds = {measure.kind for measure in measures}
    return [column for column in COLUMNS if column.kind in kinds]


def written(given: Given, column: Column) -> str:
    """What is given, as a person would type it into the column's cell."""
    said = getattr(given, column.field)
    if said is None or said == "":
        return ""
    if column.kind == Measure.Kind.YES_NO:
        return "có" if said else "không"
    return text_of(said)


def text_of(cell: object) -> str:
    """A cell of a workbook as a person would type it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "có" if cell else "không"
    if isinstance(cell, date):
        return write_date(cell)
    if isinstance(cell, float):
        return write_number(Decimal(f"{cell:.15g}").normalize())
    return write_number(cell.normalize()) if isinstance(cell, Decimal) else str(cell)


def said_of(told: Mapping[str, Told]) -> Given:
    """Column → what its cell says, as it is given; of cells that were understood."""
    parts: dict[str, Any] = {}
    for name, said in told.items():
        column = _BY_NAME[name]
        if column.kind == Measure.Kind.YES_NO:
            parts |= {"numerator": Decimal(said is True), "denominator": Decimal(1)}
        elif not isinstance(said, Said):
            parts[column.field] = said
    return Given(**parts)


def note_of(cell: object) -> str:
    """The note that a cell says."""
    return cleaned(cell or "")[:LONGEST_NOTE]
