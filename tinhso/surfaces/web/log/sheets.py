"""The log carried away: a workbook, a table of text, or one JSON object a line with everything that the seal covers."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import chain, islice
from typing import Any

import xlsxwriter
from django.utils import timezone

from tinhso.kernel.audit.models import Entry
from tinhso.lib.dates import write_date
from tinhso.lib.spreadsheet import plain
from tinhso.surfaces.web.log.lines import Line, lines

MOST_ROWS = 100_000
COLUMNS = (
    ("Số trong chuỗi", 12),
    ("Lúc", 18),
    ("Tài khoản", 16),
    ("Họ và tên", 24),
    ("Qua", 28),
    ("Việc", 16),
    ("Về", 30),
    ("Thay đổi", 90),
    ("Mã yêu cầu", 34),
    ("Mã băm", 66),
)
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Carried:
    """The entries that answer, oldest first, with the chain's head at that moment."""

    entries: Iterator[Entry]
    count: int
    head: str
    filter: dict[str, str]
    made_at: datetime

    def facts(self) -> dict[str, Any]:
        """What the log records about it."""
        return {"entries": self.count, "head": self.head}

    def told(self) -> list[str]:
        """What stands beside the rows."""
        asked = "; ".join(f"{label}: {words}" for label, words in self.filter.items()) or "toàn bộ"
        return [
            f"Nhật ký tinhso, tải ra lúc {_moment(self.made_at)}; lọc: {asked}; {self.count} mục.",
            f"Chuỗi niêm phong khi tải ra: {self.head or 'chưa có mục nào'}.",
        ]


def as_workbook(carried: Carried) -> bytes:
    """Every cell is text: what somebody typed is never a formula."""
    file = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet, bold = book.add_worksheet("Nhật ký"), book.add_format({"bold": True})
        for column, (_words, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
        for number, words in enumerate(carried.told()):
            sheet.write_string(number, 0, words)
        for column, (words, _width) in enumerate(COLUMNS):
            sheet.write_string(3, column, words, bold)
        for number, cells in enumerate(_rows(carried), start=4):
            for column, cell in enumerate(cells):
                sheet.write_string(number, column, cell)
        sheet.freeze_panes(4, 2)
    return file.getvalue()


def as_csv(carried: Carried) -> Iterator[str]:
    """With the sign by which Excel knows UTF-8; what Excel would take for a formula begins with an apostrophe."""
    writer = csv.writer(_Echo())
    yield "\ufeff"
    for cells in chain(([words] for words in carried.told()), ([words for words, _ in COLUMNS],), _rows(carried)):
        yield writer.writerow([plain(cell) for cell in cells])


def as_json_lines(carried: Carried) -> Iterator[str]:
    """First what it is, then each entry as the seal covers it."""
    about = {"tinhso": "audit", "made_at": carried.made_at.isoformat(), "filter": carried.filter, **carried.facts()}
    yield _json(about)
    for entry in carried.entries:
        yield _json(_whole(entry))


def _rows(carried: Carried) -> Iterator[tuple[str, ...]]:
    for portion in _batched(carried.entries):
        yield from (_cells(line) for line in lines(portion))


def _batched(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while portion := list(islice(entries, _BATCH)):
        yield portion


def _cells(line: Line) -> tuple[str, ...]:
    entry = line.entry
    return (
        "" if entry.sequence is None else str(entry.sequence),
        _moment(entry.at),
        entry.actor,
        line.who,
        entry.source,
        entry.get_verb_display(),
        line.subject,
        "; ".join(f"{each.label}: {each.before or 'trống'} → {each.after or 'trống'}" for each in line.changes),
        entry.request,
        entry.hash,
    )


def _whole(entry: Entry) -> dict[str, Any]:
    names = ("id", "sequence", "actor", "source", "request", "table_name", "row_key", "verb", "before", "after", "hash")
    return {"at": entry.at.isoformat(), **{name: getattr(entry, name) for name in names}}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _moment(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return f"{local:%H:%M:%S} {write_date(local.date())}"


class _Echo:
    """A file that gives back what is written into it."""

    def write(self, words: str) -> str:
        """The words themselves."""
        return words
