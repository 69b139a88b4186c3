"""A new day for a task or a product: the old deadline is superseded and kept, and lists follow."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max

from tinhso.steering.following.hands import Hand
from tinhso.steering.programmes.models import Acceptance, Deadline, Deliverable, Task


@dataclass(frozen=True, slots=True)
class NewDay:
    """The day, how it was obtained (Deadline.Basis), and in which words."""

    due_on: date
    basis: str
    wording: str


def deadline_of(task: Task, deliverable: Deliverable | None) -> Deadline | None:
    """The deadline in force of the product, else of the task."""
    owned = {"deliverable": deliverable} if deliverable else {"task": task}
    return Deadline.objects.in_force().filter(**owned).first()


def replace_deadline(task: Task, deliverable: Deliverable | None, day: NewDay, *, hand: Hand) -> Deadline:
    """The new deadline, inside the caller's transaction; a task due with its latest product moves with it."""
    made = _replace(task, deliverable, day, hand=hand)
    if deliverable is not None and task.due_basis == Deadline.Basis.PRODUCTS:
        last = task.deliverables.current().aggregate(last=Max("due_on"))["last"]
        if last is not None and last != task.due_on:
            _replace(task, None, NewDay(last, Deadline.Basis.PRODUCTS, day.wording), hand=hand)
    return made


def _replace(task: Task, deliverable: Deliverable | None, day: NewDay, *, hand: Hand) -> Deadline:
    former, owned = deadline_of(task, deliverable), {"deliverable": deliverable} if deliverable else {"task": task}
    if former is not None:
        Deadline.objects.filter(pk=former.pk).update(superseded_at=hand.at, version=F("version") + 1)
    made = Deadline.objects.create(
        programme_id=task.programme_id,
        position=former.position if former else 0,
        kind=Deadline.Kind.DATE,
        basis=day.basis,
        due_on=day.due_on,
        wording=day.wording,
        acceptance=Acceptance.ACCEPTED,
        accepted_by=hand.by,
        accepted_at=hand.at,
        **owned,
    )
    rows = Deliverable.objects.filter(pk=deliverable.pk) if deliverable else Task.objects.filter(pk=task.pk)
    rows.update(due_on=day.due_on, due_before=False, due_basis=day.basis, version=F("version") + 1)
    return made
