"""Saving a grid of figures: every row that is good is saved; the others stay as they were typed, with the reason."""

from collections.abc import Mapping, Sequence

from tinhso.kernel.accounts.models import Account
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.giving import Cell, Whence
from tinhso.steering.figures.models import Value
from tinhso.steering.pages.grid.rows import Row


def save(rows: Sequence[Row], cells: Mapping[str, Cell], *, by: Account) -> int:
    """How many figures were saved; a row that was refused meanwhile says why. Each row is its own transaction."""
    ready = [row for row in rows if row.is_ready]
    values = Value.objects.select_related("indicator__programme", "unit")
    stands = values.in_bulk([int(row.line.version) for row in ready if row.line.version])
    for row in ready:
        try:
            _save(row, cells[row.line.key], stands.get(int(row.line.version or 0)), by=by)
        except TinhsoError as refusal:
            row.refuse(refusal.sentence)
        else:
            row.saved = True
    return sum(row.saved for row in rows)


def _save(row: Row, cell: Cell, stands: Value | None, *, by: Account) -> None:
    if row.given is None:
        return
    whence = Whence(by=by, note=row.note, reference=f"tệp {row.file}" if row.file else "")
    if stands is None:
        enter(cell, row.given, whence)
    else:
        correct(stands, row.given, whence)
