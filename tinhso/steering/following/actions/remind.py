"""Tell the units of what is due soon and what has become overdue: each once."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone

from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.dates import write_date
from tinhso.steering.following.models import Notice, UnitRequest
from tinhso.steering.following.parts import units_named
from tinhso.steering.programmes.models import Assignment, Deadline, Programme, Task

#: What became overdue longer ago was told, or was never followed here.
_LATELY = timedelta(days=7)
#: The end of the plan is no day that anybody named.
_UNNAMED = (Deadline.Basis.INFERRED,)


def remind(day: date) -> int:
    """How many notices were new. Safe to run as often as one likes."""
    programmes = Programme.objects.filter(state=Programme.State.RUNNING)
    return sum(_of_programme(programme, day) for programme in programmes) + _of_requests(day)


def _of_programme(programme: Programme, day: date) -> int:
    tasks = Task.objects.current().filter(programme=programme).open_on(day).exclude(due_basis__in=_UNNAMED)
    soon = tasks.due_between(day, day + timedelta(days=programme.reminder_days))
    late = tasks.due_between(day - _LATELY, day - timedelta(days=1))
    return _tell(soon, Notice.Kind.DUE_SOON, day) + _tell(late, Notice.Kind.OVERDUE, day)


def _tell(tasks: Iterable[Task], kind: Notice.Kind, day: date) -> int:
    told = 0
    for task in tasks:
        due = write_date(task.due_on) if task.due_on else ""
        words = f"Nhiệm vụ {task.code} {kind.label.lower()}: {due}"
        for unit in units_named(task, day)[Assignment.Role.LEAD]:
            key = f"{kind}:{task.pk}:{task.due_on}:u{unit}"
            told += _new(key, task=task, kind=kind, words=words, unit=unit)
    return told


def _of_requests(day: date) -> int:
    waiting = UnitRequest.objects.waiting().filter(task__programme__state=Programme.State.RUNNING)
    told = 0
    for request in waiting.filter(due_on__gte=day).select_related("task"):
        if request.due_on - timedelta(days=request.remind_days) <= day:
            words = f"Đề nghị phối hợp nhiệm vụ {request.task.code} đến hạn {write_date(request.due_on)}"
            key = f"{Notice.Kind.DUE_SOON}:r{request.pk}:{request.due_on}"
            told += _new(key, task=request.task, kind=Notice.Kind.DUE_SOON, words=words, unit=request.asked_id)
    return told


def _new(key: str, *, task: Task, kind: Notice.Kind, words: str, unit: int) -> bool:
    facts = {"task": task, "kind": kind, "words": words, "unit_id": unit, "verb": Verb.REPORT}
    _notice, made = Notice.objects.get_or_create(key=key, defaults={**facts, "created_at": timezone.now()})
    return made
