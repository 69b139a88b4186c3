"""Tables of an appendix: what each column tells, which rows are groups, and rows that a page or a merge has torn."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tinhso.steering.intake.markers import read_markers
from tinhso.steering.intake.reading import Span
from tinhso.steering.intake.sheet import Cell, Line, Sheet


class Column(StrEnum):
    """What a column holds."""

    INDEX = "index"
    INDICATOR = "indicator"
    TASK = "task"
    UNIT = "unit"
    VALUE = "value"
    WATCHER = "watcher"
    LEAD = "lead"
    COOPERATOR = "cooperator"
    TIME = "time"
    PRODUCT = "product"
    FUNDING = "funding"
    NOTE = "note"


#: Header words, the first that matches decides.
_HEADERS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern, re.IGNORECASE))
    for column, pattern in (
        (Column.INDEX, r"^(?:s?tt|số tt|số thứ tự|thứ tự|số)\.?$"),
        (Column.UNIT, r"^(?:đơn vị(?:\s+tính)?|đvt|đv tính)$"),
        (Column.NOTE, r"ghi chú|căn cứ pháp lý|văn bản (?:giao|chỉ đạo)|tài liệu"),
        (Column.FUNDING, r"kinh phí|nguồn vốn|dự toán|tổng mức"),
        (Column.COOPERATOR, r"phối hợp|tham gia"),
        (Column.WATCHER, r"theo dõi|đôn đốc|giám sát|thẩm định"),
        (Column.TIME, r"thời gian|thời hạn|tiến độ|thời điểm|lộ trình|hạn hoàn thành|ngày hoàn thành|bắt đầu|kết thúc"),
        (
            Column.LEAD,
            r"chủ trì|(?:đơn vị|cơ quan|bộ phận)[\s,]*(?:\S+\s+){0,3}(?:thực hiện|phụ trách|tham mưu|"
            r"chịu trách nhiệm|đầu mối|trình)|phân công|trách nhiệm|người thực hiện|cơ quan đầu mối",
        ),
        (
            Column.VALUE,
            r"(?:chỉ tiêu|mục tiêu|kế hoạch|kết quả|giá trị|dự kiến|dự báo)?\s*(?:(?:đến|của)\s+)?(?:năm|"
            r"giai đoạn)\s*20\d\d|^(?:(?:kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự kiến|dự báo)\s+)?20\d\d$|^(?:chỉ tiêu|mục tiêu)\s+(?:đến|phấn đấu)|^giá trị|^mức",
        ),
        (Column.PRODUCT, r"sản phẩm|kết quả|đầu ra"),
        (Column.INDICATOR, r"chỉ tiêu|mục tiêu|chỉ số"),
        (
            Column.TASK,
            r"nhiệm vụ|nội dung|hoạt động|công việc|giải pháp|tên (?:văn bản|đề án|nhiệm vụ|dự án)|hạng mục|"
            r"dự án|văn bản",
        ),
    )
)
_ITEM_COLUMNS = (Column.INDICATOR, Column.TASK)
_OWNERS = (Column.LEAD, Column.COOPERATOR, Column.WATCHER)
_OWNED = (Column.LEAD, Column.COOPERATOR, Column.TIME)


#: A table lists items only when it also says something of each that a plan must say: a budget form does not.
_TELLING = {
    Column.TASK: frozenset({Column.LEAD, Column.COOPERATOR, Column.WATCHER, Column.TIME, Column.PRODUCT}),
    Column.INDICATOR: frozenset({Column.UNIT, Column.VALUE, Column.WATCHER, Column.LEAD, Column.TIME}),
}


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
    titles, below = _titles(lines, place)
    columns = _columns(titles)
    kind = next((c for c in _ITEM_COLUMNS if c in columns.values()), None)
    if kind is None or not set(columns.values()) & _TELLING[kind]:
        return None
    header_words = _letters(lines[place].text)
    layout = _Layout(columns, dict(enumerate(titles)))
    table = Table(number, kind, columns, list(lines[:below]), [])
    for line in lines[below:]:
        if _letters(line.text) == header_words or _is_numbering(line) or _is_header(line):
            table.headers.append(line)
        else:
            table.rows += _rows(line, layout, table.rows[-1] if table.rows else None)
    return table


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _is_numbering(line: Line) -> bool:
    """The row "(1) (2) (3) …" or "A B 1 2" under a header."""
    words = [cell.text.strip(" ()") for cell in line.cells if cell.text.strip()]
    return (
        len(words) > 2
        and all(len(word) <= 3 and (word.isdigit() or (word.isalpha() and word.isupper())) for word in words)
        and words[0] in ("1", "A", "a")
    )


def _header_place(lines: tuple[Line, ...]) -> int | None:
    for place, line in enumerate(lines[:4]):
        found = set(_columns([cell.text for cell in line.cells]).values())
        if len(found) >= 2 and found & set(_ITEM_COLUMNS):
            return place
    return None


def _is_header(line: Line) -> bool:
    """A header repeated in the middle of a table, perhaps shortened."""
    words = [cell.text for cell in line.cells if cell.text]
    named = [header_column(text) for text in words if len(text) < 40]
    return len(words) >= 3 and sum(column is not None for column in named) >= len(words) - 1 and len(words[0]) < 40


_YEAR = re.compile(r"(?:năm|đến năm|giai đoạn)?\s*20\d\d(?:\s*[-–]\s*20\d\d)?", re.IGNORECASE)


def _titles(lines: tuple[Line, ...], place: int) -> tuple[list[str], int]:
    """The titles of the columns, and the line below the head: years under a common title belong to the head."""
    titles = [cell.text for cell in lines[place].cells]
    if place + 1 >= len(lines):
        return titles, place + 1
    under = [cell.text for cell in lines[place + 1].cells]
    filled = [words for words in under if words]
    split = _split_titles(_without_tail(titles), filled, lines[place + 2] if place + 2 < len(lines) else None)
    if split:
        return split, place + 2
    if not filled or not all(_YEAR.fullmatch(words.strip()) for words in filled):
        return titles, place + 1
    common = ""
    for index, words in enumerate(under[: len(titles)]):
        common = titles[index] or common
        titles[index] = f"{common} {words}".strip() if words else titles[index]
    return titles, place + 2


def _without_tail(words: list[str]) -> list[str]:
    last = max((place for place, word in enumerate(words) if word), default=-1)
    return words[: last + 1]


def _split_titles(titles: list[str], under: list[str], numbers: Line | None) -> list[str] | None:
    """The titles when the row of column numbers ("1 2 3 …") says that one title stands over the two or more below it:
    the one that tells of the past when they do, else the first that names no year."""
    if numbers is None or not _is_numbering(numbers) or len(under) < 2 or any(len(words) > 40 for words in under):
        return None
    if len([cell for cell in numbers.cells if cell.text]) != len(titles) + len(under) - 1:
        return None
    past = [place for place, title in enumerate(titles) if _PAST.search(title)]
    dated = all(_YEAR.search(words) for words in under)
    open_titles = [place for place, title in enumerate(titles) if place > 1 and not re.search(r"20\d\d", title)]
    place = next(iter(open_titles if dated else past), None)
    if place is None:
        return None
    return [*titles[:place], *(f"{titles[place]} {words}" for words in under), *titles[place + 1 :]]


#: What was, beside what shall be: the columns of a forecast that set no aim.
_PAST = re.compile(r"thực hiện|hiện hành|ước|kết quả|hiện trạng|năm gốc|năm trước|so sánh|đã đạt", re.IGNORECASE)


def _columns(titles: list[str]) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for index, title in enumerate(titles):
        column = header_column(title)
        if column is Column.VALUE and _PAST.search(title):
            continue
        if column is not None and (column in (Column.VALUE, *_OWNERS) or column not in columns.values()):
            columns[index] = column
    if (
        Column.INDICATOR in columns.values()
        and Column.PRODUCT in columns.values()
        and Column.TASK not in columns.values()
    ):
        return {i: Column.VALUE if c == Column.PRODUCT else c for i, c in columns.items()}
    return (
        {i: Column.INDICATOR if c is Column.TASK else c for i, c in columns.items()} if _forecasts(columns) else columns
    )


def _forecasts(columns: dict[int, Column]) -> bool:
    """Whether a table of contents, units and years tells what is to be reached rather than what is to be done."""
    found = list(columns.values())
    telling = _TELLING[Column.TASK] & set(found)
    return Column.UNIT in found and found.count(Column.VALUE) > 1 and Column.INDICATOR not in found and not telling


def header_column(text: str) -> Column | None:
    """The meaning of a column from its header cell."""
    words = " ".join(text.split())
    if not words or len(words) > 90:
        return None
    return next((column for column, pattern in _HEADERS if pattern.search(words)), None)


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
        _inherit(row, above, _OWNED if shifted else [layout.columns.get(place) for place in line.continued])
    yield row
    extra = [cell for cell in cells[layout.width :] if cell.text]
    if extra and _is_words(extra[0].text):
        tail = [Cell("", extra[0].start, extra[0].start, 0), *cells[cells.index(extra[0]) :]]
        glued = _row(line, tail[: layout.width], layout)
        _inherit(glued, row, _OWNED)
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
    owned = any(column in row.cells for column in (*_OWNED, Column.WATCHER, Column.PRODUCT)) or bool(row.values)
    return not owned and (numeral or re.fullmatch(r"[A-HĐ]", row.label) is not None or filled <= 2)


def _inherit(row: Row, above: Row, columns: Iterable[Column | None]) -> None:
    """A cell merged over rows holds for each of them."""
    for column in columns:
        if column is not None and column not in row.cells and column in above.cells:
            row.cells[column] = above.cells[column]
            row.inherited.add(column)
