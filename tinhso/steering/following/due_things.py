"""Tasks and their products are due for the units that lead them. What is only inferred from the plan's end is not."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Q
from django.urls import reverse

from tinhso.lib.calendar.remaining import last_day_in_time
from tinhso.steering.following.due import Asked, DueThing
from tinhso.steering.following.models import ProductRecord
from tinhso.steering.following.parts import units_named
from tinhso.steering.programmes.fetching import programmes_shown, tasks_by_key
from tinhso.steering.programmes.models import Assignment, Deadline, Deliverable, Programme, Task

_NAMED = ~Q(due_basis=Deadline.Basis.INFERRED)
#: "Trước ngày D" may mean the day before: so much wider is asked.
_ONE = timedelta(days=1)
#: So much of a product's name stands in a sentence.
_SHORT = 90


class _Owed(NamedTuple):
    """A task, or a product of it, on its last day in time."""

    key: str
    what: str
    task: Task
    last: date


def _led(asked: Asked) -> Iterator[DueThing]:
    for owed in (*_tasks(asked), *_products(asked)):
        for unit in sorted(units_named(owed.task, asked.today)[Assignment.Role.LEAD]):
            yield DueThing(
                key=owed.key,
                what=owed.what,
                title=owed.task.text,
                unit=unit,
                due_on=owed.last,
                address=reverse("pages:task", args=(owed.task.programme_id, owed.task.pk)),
                programme=owed.task.programme_id,
                task=owed.task.pk,
                version=owed.task.version,
            )


def _tasks(asked: Asked) -> Iterator[_Owed]:
    keys = Task.objects.filter(_open(asked, "")).filter(_days(asked)).order_by("pk").values_list("pk", flat=True)
    for task in tasks_by_key(list(keys)).values():
        if task.due_on is not None:
            last = _last(task, task.due_on, before=task.due_before)
            yield _Owed(f"task:{task.pk}", f"Nhiệm vụ {task.code}", task, last)


def _products(asked: Asked) -> Iterator[_Owed]:
    """Those not in, with a day of their own."""
    known = ProductRecord.objects.in_force().values("deliverable")
    rows = Deliverable.objects.current().filter(_open(asked, "task__"), _days(asked)).exclude(pk__in=known)
    products = list(rows.order_by("pk"))
    tasks = tasks_by_key({product.task_id for product in products})
    for product in products:
        task = tasks[product.task_id]
        if product.due_on is not None and product.due_on != task.due_on:
            last = _last(task, product.due_on, before=product.due_before)
            yield _Owed(
                f"product:{product.pk}", f"Sản phẩm “{_short(product.text)}” của nhiệm vụ {task.code}", task, last
            )


def _short(text: str) -> str:
    """Two products of one task are told apart."""
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"


def _open(asked: Asked, to: str) -> Q:
    """The task is none of those done, standing or taken out, and its programme runs."""
    done = Q(**{f"{to}completed_on__isnull": False, f"{to}completed_on__lte": asked.today})
    running = {f"{to}programme__state": Programme.State.RUNNING}
    return ~done & Q(**running, **{f"{to}standing": False, f"{to}withdrawn_at__isnull": True})


def _days(asked: Asked) -> Q:
    return Q(due_on__gte=asked.first, due_on__lte=asked.last + _ONE) & _NAMED


def _last(task: Task, due_on: date, *, before: bool) -> date:
    counts = not programmes_shown()[task.programme_id].named_day_is_late
    return last_day_in_time(due_on, before=before, due_day_counts=counts)


DUE_THINGS = (_led,)
