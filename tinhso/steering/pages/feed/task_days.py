"""Tasks and their products on the last day in time."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Prefetch, Q
from django.urls import reverse

from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.calendar.remaining import last_day_in_time
from tinhso.lib.dates import write_date
from tinhso.steering.pages.feed.dated import Dated
from tinhso.steering.programmes.belonging import of_unit
from tinhso.steering.programmes.models import Assignment, Deliverable, Programme, Task
from tinhso.steering.programmes.task_queries import TaskQuerySet

#: What was due longer ago stands in no calendar; what was taken away is told as cancelled for as long.
KEPT = timedelta(days=90)


def task_days(programmes: Iterable[Programme], units: Iterable[int], roster: Roster) -> Iterator[Dated]:
    """Of tasks that the units lead on the roster's day; done ones say so, withdrawn ones are cancelled."""
    for task in _tasks(programmes, units, roster):
        yield from _days(task)


def _tasks(programmes: Iterable[Programme], units: Iterable[int], roster: Roster) -> TaskQuerySet:
    led = Assignment.objects.none()
    for unit in units:
        led |= of_unit(unit, roster, Assignment.Role.LEAD).filter(task__isnull=False)
    first = roster.day - KEPT
    products = Deliverable.objects.current().filter(due_on__gte=first).order_by("position", "pk")
    # Two plain sets of keys: joined to products and made distinct, it took PostgreSQL minutes for a body of many units.
    recent = Q(due_on__gte=first) | Q(pk__in=Deliverable.objects.filter(due_on__gte=first).values("task"))
    found = Task.objects.filter(
        recent,
        Q(withdrawn_at__isnull=True) | Q(withdrawn_at__date__gte=first),
        programme__in=programmes,
        standing=False,
        pk__in=led.values("task"),
    )
    return found.select_related("programme").prefetch_related(Prefetch("deliverables", products)).order_by("pk")


def _days(task: Task) -> Iterator[Dated]:
    address = reverse("pages:task", args=(task.programme_id, task.pk))
    if task.due_on is not None:
        yield Dated(
            f"task-{task.pk}",
            day=_last(task, task.due_on, before=task.due_before),
            title=_title("Hạn", task, task.text),
            words=_words(task, task.due_on, before=task.due_before),
            address=address,
            version=task.version,
            cancelled=task.withdrawn_at is not None,
        )
    for product in task.deliverables.all():
        if product.due_on is not None and product.due_on != task.due_on:
            yield Dated(
                f"product-{product.pk}",
                day=_last(task, product.due_on, before=product.due_before),
                title=_title("Hạn sản phẩm", task, product.text),
                words=_words(task, product.due_on, before=product.due_before),
                address=address,
                version=product.version,
                cancelled=task.withdrawn_at is not None,
            )


def _title(kind: str, task: Task, text: str) -> str:
    done = "Đã xong" if task.completed_on else kind
    return f"{done} {task.code}: {text}"


def _words(task: Task, due_on: date, *, before: bool) -> str:
    due = f"{'Trước ngày' if before else 'Ngày'} {write_date(due_on)}"
    inferred = ", suy ra từ ngày kết thúc kế hoạch" if task.due_basis == "inferred" else ""
    return f"{task.text}\n{due}{inferred}.\n{task.programme.name}"


def _last(task: Task, due_on: date, *, before: bool) -> date:
    return last_day_in_time(due_on, before=before, due_day_counts=not task.programme.named_day_is_late)
