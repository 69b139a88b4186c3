"""Rows of a duty to report: itself, its deadline when it is due once, who sends, who receives."""

from tinhso.steering.programmes.due import due_if_any
from tinhso.steering.programmes.making.deadlines import add_deadline
from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.making.people import make_assignments, names_in
from tinhso.steering.programmes.models import Assignment, Duty


def make_duty(making: Making, index: int) -> Made:
    """A duty with its sender and receiver."""
    item = making.reading.duties[index]
    row = Duty(
        programme=making.programme,
        position=item.span[0],
        reading_index=index,
        who=item.who or "",
        to=item.to or "",
        what=item.what,
        frequency=item.frequency,
        due=item.due or "",
        day=item.day if item.day and 1 <= item.day <= 31 else None,
        month_rule=item.month_rule or "",
        before=item.before,
    )
    made = Made(row, spans=making.spans_of(item.sources, item.span, duty=row))
    due = due_if_any(item.deadline, period=making.period, issued_on=making.issued_on)
    row.due_on = add_deadline(making, made, due, duty=row)["due_on"]
    people = [(Assignment.Role.SENDER, names_in(item.who)), (Assignment.Role.RECEIVER, names_in(item.to))]
    made.parts += make_assignments(making, people, duty=row)
    return made
