"""What a form or a workbook says of figures, kept as drafts; what is refused stays on the page as it was typed."""

from collections.abc import Sequence

from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.grid.grids import Grid
from tinhso.steering.pages.grid.rows import Row
from tinhso.steering.pages.reports.rows import TaskRow
from tinhso.steering.pages.reports.view import ReportView
from tinhso.steering.reporting.actions.write_report import NOT_KNOWN, FigureWords, Writing
from tinhso.steering.reporting.drafting import DraftFigure


def save_figures(held: Writing, rows: Sequence[Row]) -> None:
    """Every row that says something is kept, also what cannot be sent as it is."""
    cells = {each.key: each for each in held.draft.figures}
    for row in rows:
        draft = cells[row.line.key]
        if row.errors or row.line.locked:
            continue
        if row.says_something_new:
            _save(held, draft, row)
        elif row.is_emptied and draft.line:
            held.forget(cell=draft.cell, seen=draft_version(row))
            row.saved = True


def carry_refused(view: ReportView, tasks: Sequence[TaskRow], rows: Sequence[Row]) -> bool:
    """Whether anything was refused; it stays on the page as it was typed."""
    refused = {row.key: row for row in tasks if row.error}
    for row in view.tasks:
        if before := refused.get(row.key):
            row.typed, row.error = before.typed, before.error
    kept = {row.line.key: row for row in rows if row.errors}
    rows_now = [kept.get(row.line.key, row) for row in view.grid.rows]
    view.grid = Grid(view.grid.name, rows_now, head=view.grid.head)
    return bool(refused or kept)


def draft_version(row: Row) -> int:
    """The version of the saved line that the person saw; what stands beside it is the other half."""
    return whole_number(row.seen_version.partition(".")[0])


def _save(held: Writing, draft: DraftFigure, row: Row) -> None:
    seen = draft_version(row)
    try:
        held.figure(draft.cell, FigureWords(given=row.given or NOT_KNOWN, note=row.note, seen=seen))
    except TinhsoError as refusal:
        row.refuse(refusal.sentence)
    else:
        row.saved = True
