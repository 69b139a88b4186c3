"""The parts of an item that is split: each goes with the half that names it."""

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.editing.copying import copy
from tinhso.steering.programmes.editing.parts.deadlines import set_deadline
from tinhso.steering.programmes.editing.splitting import Halves
from tinhso.steering.programmes.editing.wanted import WantedDeadline
from tinhso.steering.programmes.models import (
    Deadline,
    Deliverable,
    Duty,
    EditableItem,
    Indicator,
    Quantity,
    Target,
    Task,
    TaskReference,
)


def share_parts(first: EditableItem, second: EditableItem, halves: Halves, *, by: Account) -> None:
    """Targets, products, citations and amounts move; the deadline goes to the half that names it, else to both."""
    if isinstance(first, Indicator) and isinstance(second, Indicator):
        _share_targets(first, second, halves)
    if isinstance(first, Task) and isinstance(second, Task):
        _share_of_task(first, second, halves)
    if isinstance(first, Task | Duty) and isinstance(second, Task | Duty):
        _share_deadline(first, second, halves, by=by)


def _share_targets(first: Indicator, second: Indicator, halves: Halves) -> None:
    for target in Target.objects.current().filter(indicator=first):
        if halves.only_second(target.wording):
            Target.objects.filter(pk=target.pk).update(indicator=second)
    second.exclusions = "\n".join(line for line in first.exclusions.splitlines() if halves.only_second(line))
    first.exclusions = "\n".join(line for line in first.exclusions.splitlines() if not halves.only_second(line))


def _share_of_task(first: Task, second: Task, halves: Halves) -> None:
    for model in (Deliverable, TaskReference, Quantity):
        rows = model._default_manager.filter(task=first)
        moving = [row.pk for row in rows if halves.only_second(row.text)]
        model._default_manager.filter(pk__in=moving).update(task=second)


def _share_deadline(first: Task | Duty, second: Task | Duty, halves: Halves, *, by: Account) -> None:
    deadline = first.deadlines.in_force().first()
    if deadline is None:
        return
    if halves.only_first(deadline.wording):
        set_deadline(second, _unnamed(second), by=by)
        return
    copy(deadline, **{str(second._meta.model_name): second})
    if halves.only_second(deadline.wording):
        set_deadline(first, _unnamed(first), by=by)


def _unnamed(item: Task | Duty) -> WantedDeadline:
    """What holds for a half that names no day: the plan's end, as for every task without one."""
    open_ended = isinstance(item, Duty) or item.standing
    return WantedDeadline() if open_ended else WantedDeadline(basis=Deadline.Basis.INFERRED)
