"""What is due next: tasks, products and reports with a day of their own, the nearest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.calendar.remaining import last_day_in_time, time_left
from tinhso.lib.calendar.working import Calendar
from tinhso.steering.pages.alike import alike
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_filter import tasks_of
from tinhso.steering.programmes.models import Deadline, Deliverable, Duty

#: So many are told.
MOST = 4
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


@alike
def upcoming(asked: Asked) -> list[Upcoming]:
    """The next ones that the plan itself dates; what is due only by inference is counted elsewhere; kept."""
    ahead = Q(due_on__gte=asked.day)
    found = sorted([*_tasks(asked, ahead), *_products(asked, ahead), *_duties(asked, ahead)], key=_by_day)
    calendar = office_calendar()
    return [_told(each, asked, calendar) for each in found[:MOST]]


@alike
def overdue(asked: Asked) -> list[Upcoming]:
    """Tasks and products that are past the day the plan itself gives, the longest overdue first; kept."""
    behind = Q(due_on__lt=asked.day)
    found = sorted([*_tasks(asked, behind), *_products(asked, behind)], key=_by_day)
    calendar = office_calendar()
    return [_told(each, asked, calendar) for each in found[:MOST]]


_Found = tuple[str, date, bool, str, str]
"""What, due day, before, text, address."""


def _by_day(found: _Found) -> tuple[date, str]:
    return found[1], found[0]


def _told(found: _Found, asked: Asked, calendar: Calendar) -> Upcoming:
    what, due_on, before, text, address = found
    last = last_day_in_time(due_on, before=before, due_day_counts=not asked.programme.named_day_is_late)
    return Upcoming(what, text, due_on, before, time_left(calendar, today=asked.day, last_day=last), address)


def _tasks(asked: Asked, when: Q) -> Iterator[_Found]:
    dated = tasks_of(asked).open_on(asked.day).filter(when).exclude(due_basis__in=(_INFERRED, Deadline.Basis.PRODUCTS))
    for task in dated.order_by("due_on", "position")[:MOST]:
        if task.due_on:
            yield "Nhiệm vụ", task.due_on, task.due_before, task.text, _task_page(asked, task.pk)


def _products(asked: Asked, when: Q) -> Iterator[_Found]:
    open_tasks = tasks_of(asked).open_on(asked.day).order_by()
    dated = Deliverable.objects.current().filter(when, task__in=open_tasks).exclude(due_basis=_INFERRED)
    for product in dated.order_by("due_on", "position", "pk")[:MOST]:
        if product.due_on:
            yield "Sản phẩm", product.due_on, product.due_before, product.text, _task_page(asked, product.task_id)


def _duties(asked: Asked, when: Q) -> Iterator[_Found]:
    dated = Duty.objects.current().filter(when, programme=asked.programme)
    for duty in dated.order_by("due_on", "position")[:MOST]:
        if duty.due_on:
            yield "Báo cáo", duty.due_on, duty.before, duty.what, asked.link("plan_text") + f"#c{duty.position}"


def _task_page(asked: Asked, task: int) -> str:
    return reverse("pages:task", args=(asked.programme.pk, task))
