"""Task tables: the rows of an appendix as tasks, and the rows that state a task of the body again."""

import re
from dataclasses import replace

from tinhso.steering.intake.items.columns import Column
from tinhso.steering.intake.items.products import cell_products, listed_products
from tinhso.steering.intake.items.tables import Row, Table
from tinhso.steering.intake.items.tasks import TaskDraft, is_standing
from tinhso.steering.intake.layout.likeness import pair_up, words_of
from tinhso.steering.intake.layout.sheet import Cell
from tinhso.steering.intake.phrases.deadlines import choose_deadline, read_deadlines, read_time_cell
from tinhso.steering.intake.phrases.orders import names_in_cell, read_order
from tinhso.steering.intake.reading import Deadline, Source

#: From which likeness a row and a piece of the body count as the same task.
SAME_TASK = 0.8


_RHYTHM = re.compile(r"(?:hằng|hàng|mỗi|định kỳ)\s", re.IGNORECASE)


def collect_rows(table: Table, prefix: str, *, year: int | None) -> tuple[list[TaskDraft], list[Row]]:
    """The tasks of a table's rows and its title rows; ``prefix`` opens the codes ("PL2")."""
    drafts: list[TaskDraft] = []
    titles: list[Row] = []
    section: str | None = None
    stem = ""
    parent: TaskDraft | None = None
    for order, row in enumerate(table.rows, 1):
        if row.group:
            title = row.item.text if row.item else row.line.text
            section, stem, parent = title.strip(" .:") or section, row.label, None
            titles.append(row)
            continue
        draft = _draft(row, section, year=year)
        if draft is None:
            continue
        draft.code = _code(prefix, stem, row.label or f"({order})")
        draft.parent = parent if parent and row.label.startswith(f"{parent.path}.") else None
        if re.fullmatch(r"\d+", row.label):
            parent = draft
            draft.path = row.label
        drafts.append(draft)
    return drafts, titles


def _code(prefix: str, stem: str, label: str) -> str:
    parts = [prefix, stem if stem and not label.startswith(f"{stem}.") else "", label]
    return ".".join(part for part in parts if part)


def _draft(row: Row, section: str | None, *, year: int | None) -> TaskDraft | None:
    cell = row.cells.get(Column.TASK) or row.cells.get(Column.INDICATOR)
    if cell is None or not cell.text.strip():
        return None
    text, start = _trimmed(cell)
    found = read_deadlines(text, start, year=year)
    order = read_order(text)
    draft = TaskDraft("", section, text, (start, start + len(text)))
    draft.leads = _owners(row, Column.LEAD) or order.leads
    draft.cooperators = tuple(dict.fromkeys((*_helpers(row), *_owners(row, Column.COOPERATOR)))) or order.cooperators
    draft.watchers = _owners(row, Column.WATCHER)
    time = row.cells.get(Column.TIME)
    due = read_time_cell(time.text, time.start, year=year) if time else None
    draft.deadline = _each_year(text, found, due) or due or choose_deadline(found)
    product = row.cells.get(Column.PRODUCT)
    draft.deliverables = (cell_products(product.text, product.start, year=year) if product else ()) or listed_products(
        text, start, found, year=year
    )
    draft.standing = is_standing(draft)
    draft.own_lead = bool(draft.leads)
    draft.sources = [Source(row.span, row.line.table, row.line.row)]
    return draft


def _each_year(text: str, found: list[Deadline], due: Deadline | None) -> Deadline | None:
    """The rhythm that opens a row's order, within the years of its time column ("Hằng năm tổ chức …", 2026 - 2030)."""
    if due is None or due.kind != "period" or not _RHYTHM.match(text):
        return None
    rhythm = next((deadline for deadline in found if deadline.kind == "recurring"), None)
    return replace(rhythm, start=due.start, end=due.end) if rhythm else None


def _trimmed(cell: Cell) -> tuple[str, int]:
    text = cell.text.strip()
    return text, cell.start + cell.text.index(text)


def _owners(row: Row, column: Column) -> tuple[str, ...]:
    return names_in_cell(row.text(column)).leads


def _helpers(row: Row) -> tuple[str, ...]:
    """Helpers named inside the lead's cell ("Sở A chủ trì, phối hợp với Sở B")."""
    return names_in_cell(row.text(Column.LEAD)).cooperators


def merge(body: list[TaskDraft], rows: list[TaskDraft]) -> list[TaskDraft]:
    """Body and appendix together: a row that states a task of the body again gives it its owners, time and place."""
    pairs = pair_up([words_of(d.text) for d in body], [words_of(d.text) for d in rows], least=SAME_TASK)
    for place, other in pairs.items():
        _join(body[place], rows[other])
    used = set(pairs.values())
    return [*body, *(row for place, row in enumerate(rows) if place not in used)]


def _join(draft: TaskDraft, row: TaskDraft) -> None:
    draft.leads = row.leads or draft.leads
    draft.cooperators = row.cooperators or draft.cooperators
    draft.watchers = row.watchers or draft.watchers
    draft.standing = draft.standing or row.standing
    draft.deadline = row.deadline or draft.deadline
    draft.deliverables = draft.deliverables or row.deliverables
    draft.own_lead = draft.own_lead or bool(row.leads)
    draft.sources += [replace(source) for source in row.sources]
