"""What is due next: tasks, products and reports with a day of their own, the nearest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from tinhso.lib.calendar.remaining import last_day_in_time, time_left
from tinhso.lib.calendar.working import Calendar
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_filter import tasks_of
from tinhso.steering.programmes.models import Deadline, Deliverable, Duty

#: So many are told.
MOST = 8
_INFERRED = Deadline.Basis.INFERRED


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One thing with its day; ``what`` says whether it is a task, a product or a report."""

    what: str
    text: str
    due_on: date
    before: bool
    left: str
    address: str


def upcoming(asked: Asked, calendar: Calendar) -> list[Upcoming]:
    """The next ones that the plan itself dates; what is due only by inference is counted elsewhere. Three queries."""
    found = sorted([*_tasks(asked), *_products(asked), *_duties(asked)], key=lambda each: (each[1], each[0]))
    return [_told(each, asked, calendar) for each in found[:MOST]]


_Found = tuple[str, date, bool, str, str]
"""What, due day, before, text, address."""


def _told(found: _Found, asked: Asked, calendar: Calendar) -> Upcoming:
    what, due_on, before, text, address = found
    last = last_day_in_time(due_on, before=before, due_day_counts=not asked.programme.named_day_is_late)
    return Upcoming(what, text, due_on, before, time_left(calendar, today=asked.day, last_day=last), address)


def _tasks(asked: Asked) -> Iterator[_Found]:
    dated = tasks_of(asked).next_due(asked.day).exclude(due_basis__in=(_INFERRED, Deadline.Basis.PRODUCTS))
    for task in dated[:MOST]:
        if task.due_on:
            yield "Nhiệm vụ", task.due_on, task.due_before, task.text, _task_page(asked, task.pk)


def _products(asked: Asked) -> Iterator[_Found]:
    open_tasks = tasks_of(asked).open_on(asked.day).order_by()
    dated = Deliverable.objects.current().filter(task__in=open_tasks, due_on__gte=asked.day)
    for product in _soonest(dated.exclude(due_basis=_INFERRED)):
        if product.due_on:
            yield "Sản phẩm", product.due_on, product.due_before, product.text, _task_page(asked, product.task_id)


def _duties(asked: Asked) -> Iterator[_Found]:
    dated = Duty.objects.current().filter(programme=asked.programme, due_on__gte=asked.day)
    for duty in dated.order_by("due_on", "position")[:MOST]:
        if duty.due_on:
            yield "Báo cáo", duty.due_on, duty.before, duty.what, asked.link("plan_text") + f"#c{duty.position}"


def _soonest(products: QuerySet[Deliverable]) -> QuerySet[Deliverable]:
    return products.order_by("due_on", "position", "pk")[:MOST]


def _task_page(asked: Asked, task: int) -> str:
    return reverse("pages:task", args=(asked.programme.pk, task))
