"""Rows of a product: itself, its deadline, its amounts."""

from typing import Any

from tinhso.steering.intake import reading as read
from tinhso.steering.programmes.due import due_if_any
from tinhso.steering.programmes.making.deadlines import add_deadline
from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.making.quantities import make_quantities
from tinhso.steering.programmes.models import Deliverable, Task


def add_deliverable(making: Making, made: Made, product: read.Deliverable, *, task: Task, place: int) -> None:
    row = Deliverable(programme=making.programme, position=place, task=task, text=product.text)
    made.parts.append(row)
    made.spans += making.spans_of((), product.span, deliverable=row)
    due = due_if_any(product.deadline, period=making.period, issued_on=making.issued_on)
    set_columns(row, add_deadline(making, made, due, deliverable=row))
    made.parts += make_quantities(product.quantities, deliverable=row)


def set_columns(row: Task | Deliverable, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        setattr(row, name, value)
