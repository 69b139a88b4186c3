"""The row of a document named inside a task."""

from datetime import date

from tinhso.steering.intake import reading as read
from tinhso.steering.programmes.models import Task, TaskReference


def make_reference(item: read.Reference, task: Task) -> TaskReference:
    return TaskReference(
        task=task,
        text=item.text,
        kind=item.kind or "",
        number=item.number or "",
        issued_on=date.fromisoformat(item.date) if item.date else None,
        issuer=item.issuer or "",
        subject=item.subject or "",
    )
