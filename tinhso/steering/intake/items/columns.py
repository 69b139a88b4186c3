"""Columns: what the head of a table says that each of its columns tells, also when it has two rows."""

import re
from enum import StrEnum

from tinhso.steering.intake.layout.sheet import Line


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
            r"giai đoạn)\s*20\d\d|^(?:(?:kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự kiến|dự báo)\s+)?20\d\d$|"
            r"^(?:chỉ tiêu|mục tiêu)\s+(?:đến|phấn đấu)|^giá trị|^mức",
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
ITEM_COLUMNS = (Column.INDICATOR, Column.TASK)
OWNERS = (Column.LEAD, Column.COOPERATOR, Column.WATCHER)
OWNED = (Column.LEAD, Column.COOPERATOR, Column.TIME)


#: A table lists items only when it also says something of each that a plan must say: a budget form does not.
TELLING = {
    Column.TASK: frozenset({Column.LEAD, Column.COOPERATOR, Column.WATCHER, Column.TIME, Column.PRODUCT}),
    Column.INDICATOR: frozenset({Column.UNIT, Column.VALUE, Column.WATCHER, Column.LEAD, Column.TIME}),
}


_YEAR = re.compile(r"(?:năm|đến năm|giai đoạn)?\s*20\d\d(?:\s*[-–]\s*20\d\d)?", re.IGNORECASE)


def column_titles(lines: tuple[Line, ...], place: int) -> tuple[list[str], int]:
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
    if numbers is None or not is_numbering(numbers) or len(under) < 2 or any(len(words) > 40 for words in under):
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


def columns_of(titles: list[str]) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for index, title in enumerate(titles):
        column = header_column(title)
        if column is Column.VALUE and _PAST.search(title):
            continue
        if column is not None and (column in (Column.VALUE, *OWNERS) or column not in columns.values()):
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
    telling = TELLING[Column.TASK] & set(found)
    return Column.UNIT in found and found.count(Column.VALUE) > 1 and Column.INDICATOR not in found and not telling


def header_column(text: str) -> Column | None:
    """The meaning of a column from its header cell."""
    words = " ".join(text.split())
    if not words or len(words) > 90:
        return None
    return next((column for column, pattern in _HEADERS if pattern.search(words)), None)


def is_numbering(line: Line) -> bool:
    """The row "(1) (2) (3) …" or "A B 1 2" under a header."""
    words = [cell.text.strip(" ()") for cell in line.cells if cell.text.strip()]
    return (
        len(words) > 2
        and all(len(word) <= 3 and (word.isdigit() or (word.isalpha() and word.isupper())) for word in words)
        and words[0] in ("1", "A", "a")
    )
