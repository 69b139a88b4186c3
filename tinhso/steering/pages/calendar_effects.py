"""Which open deadlines are nearer or farther, in working days, when the calendar changes."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Q
from django.urls import reverse

from tinhso.lib.calendar.remaining import last_day_in_time, time_left
from tinhso.lib.calendar.working import Calendar
from tinhso.steering.programmes.models import Deliverable, Duty, Programme, Task
from tinhso.surfaces.web.shell.calendar_effects import Moved


def _deadlines(before: Calendar, after: Calendar, today: date) -> Sequence[Moved]:
    """Of tasks, products and reports of running programmes; three queries, each due day counted once."""
    told: dict[date, tuple[str, str]] = {}
    found = []
    for what, address, due_on, last in _open(today):
        if last not in told:
            was, becomes = (time_left(calendar, today=today, last_day=last) for calendar in (before, after))
            told[last] = (was, becomes)
        if told[last][0] != told[last][1]:
            found.append(Moved(what, address, due_on, *told[last]))
    return found


def _open(today: date) -> Iterator[tuple[str, str, date, date]]:
    """What, where, the due day, the last day in time."""
    ahead = Q(programme__state=Programme.State.RUNNING, due_on__gte=today)
    for task in Task.objects.current().open_on(today).filter(ahead).select_related("programme"):
        page = reverse("pages:task", args=(task.programme_id, task.pk))
        yield f"Nhiệm vụ {task.code}: {task.text}", page, *_days(task, before=task.due_before)
    products = Deliverable.objects.current().filter(ahead, task__completed_on=None)
    for product in products.select_related("programme"):
        page = reverse("pages:task", args=(product.programme_id, product.task_id))
        yield f"Sản phẩm: {product.text}", page, *_days(product, before=product.due_before)
    for duty in Duty.objects.current().filter(ahead).select_related("programme"):
        page = reverse("pages:plan_text", args=(duty.programme_id,))
        yield f"Báo cáo: {duty.what}", page, *_days(duty, before=duty.before)


def _days(item: Task | Deliverable | Duty, **said: bool) -> tuple[date, date]:
    due_on = item.due_on or date.max
    return due_on, last_day_in_time(due_on, before=said["before"], due_day_counts=not item.programme.named_day_is_late)


EFFECTS = (_deadlines,)
