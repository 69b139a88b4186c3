"""Rows of a task: itself, its deadline, products, people, citations and amounts."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Model

from tinhso.lib.text import fold, sort_key
from tinhso.steering.intake import reading as read
from tinhso.steering.programmes.due import due_if_any, due_of_task
from tinhso.steering.programmes.making.deadlines import add_deadline
from tinhso.steering.programmes.making.indicators import SORTED_SIGNS
from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.making.people import make_assignments
from tinhso.steering.programmes.models import Assignment, Deliverable, Quantity, Task, TaskReference


def make_task(making: Making, index: int) -> Made:
    """A task with all its parts; its parent is set once all tasks have rows."""
    item = making.reading.tasks[index]
    row = Task(
        programme=making.programme,
        position=item.span[0],
        reading_index=index,
        code=item.code,
        section=making.section_of(item.code, item.section),
        section_title=item.section or "",
        text=item.text,
        standing=item.standing,
        folded=fold(" ".join((item.code, item.text, *item.leads, *item.cooperators))),
        sort_key=sort_key(item.text[:SORTED_SIGNS])[:1000],
    )
    made = Made(row, spans=making.spans_of(item.sources, item.span, task=row))
    due = due_of_task(item, period=making.period, issued_on=making.issued_on)
    _set(row, add_deadline(making, made, due, task=row))
    made.parts += make_assignments(making, _people(item), task=row)
    made.parts += [_reference(reference, row) for reference in item.references]
    made.parts += _quantities(item.quantities, task=row)
    for place, product in enumerate(item.deliverables):
        _add_product(making, made, product, task=row, place=place)
    return made


def _people(item: read.Task) -> list[tuple[str, tuple[str, ...]]]:
    return [(Assignment.Role.LEAD, item.leads), (Assignment.Role.COOPERATOR, item.cooperators)]


def _add_product(making: Making, made: Made, product: read.Deliverable, *, task: Task, place: int) -> None:
    row = Deliverable(programme=making.programme, position=place, task=task, text=product.text)
    made.parts.append(row)
    made.spans += making.spans_of((), product.span, deliverable=row)
    due = due_if_any(product.deadline, period=making.period, issued_on=making.issued_on)
    _set(row, add_deadline(making, made, due, deliverable=row))
    made.parts += _quantities(product.quantities, deliverable=row)


def _reference(item: read.Reference, task: Task) -> TaskReference:
    return TaskReference(
        task=task,
        text=item.text,
        kind=item.kind or "",
        number=item.number or "",
        issued_on=date.fromisoformat(item.date) if item.date else None,
        issuer=item.issuer or "",
        subject=item.subject or "",
    )


def _quantities(items: Iterable[read.Quantity], **owner: Model) -> list[Model]:
    return [
        Quantity(
            value=Decimal(str(item.value)),
            value_to=None if item.value_to is None else Decimal(str(item.value_to)),
            unit=item.unit or "",
            comparator=item.comparator,
            text=item.text,
            **owner,
        )
        for item in items
    ]


def _set(row: Task | Deliverable, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        setattr(row, name, value)
