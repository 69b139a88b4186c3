"""Rows of deadlines."""

from typing import Any

from django.db.models import Model

from tinhso.steering.programmes.due import Due
from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.models import Deadline


def add_deadline(making: Making, made: Made, due: Due | None, **item: Model) -> dict[str, Any]:
    """Add the deadline's row and span to what is made; the columns that repeat it with its item."""
    if due is None:
        return {"due_on": None, "due_before": False, "due_basis": ""}
    row = Deadline(
        programme=making.programme,
        position=0,
        kind=due.kind,
        basis=due.basis,
        start_on=due.start_on,
        due_on=due.due_on,
        before=due.before,
        interval=due.interval,
        wording=due.wording,
        **item,
    )
    made.parts.append(row)
    if due.span:
        made.spans += making.spans_of((), due.span, deadline=row)
    return {"due_on": due.due_on, "due_before": due.before, "due_basis": due.basis}
