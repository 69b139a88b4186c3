"""Rows of a task: itself, its deadline, products, people, citations and amounts."""

from tinhso.lib.text import fold, sort_key
from tinhso.steering.intake import reading as read
from tinhso.steering.programmes.due import due_of_task
from tinhso.steering.programmes.making.deadlines import add_deadline
from tinhso.steering.programmes.making.deliverables import add_deliverable, set_columns
from tinhso.steering.programmes.making.indicators import SORTED_SIGNS
from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.making.people import make_assignments
from tinhso.steering.programmes.making.quantities import make_quantities
from tinhso.steering.programmes.making.task_references import make_reference
from tinhso.steering.programmes.models import Assignment, Task


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
    set_columns(row, add_deadline(making, made, due, task=row))
    made.parts += make_assignments(making, _people(item), task=row)
    made.parts += [make_reference(reference, row) for reference in item.references]
    made.parts += make_quantities(item.quantities, task=row)
    for place, product in enumerate(item.deliverables):
        add_deliverable(making, made, product, task=row, place=place)
    return made


def _people(item: read.Task) -> list[tuple[str, tuple[str, ...]]]:
    return [(Assignment.Role.LEAD, item.leads), (Assignment.Role.COOPERATOR, item.cooperators)]
