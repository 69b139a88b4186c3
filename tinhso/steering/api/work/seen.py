"""Tasks and deeds as a caller may see them, and the hand that acts."""

from typing import TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tinhso.kernel.accounts.standing import person
from tinhso.steering.api.seen import seen_programmes
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed
from tinhso.steering.programmes.models import Deliverable, Task

Done = TypeVar("Done", bound=Deed)


def hand(request: HttpRequest) -> Hand:
    """The caller, acting once; what is sent twice is told by its Idempotency-Key."""
    return Hand(person(request))


def seen_task(request: HttpRequest, key: int) -> Task:
    """A task that its programme still has, or 404."""
    found = Task.objects.current().filter(programme__in=seen_programmes(request))
    return get_object_or_404(found.select_related("programme"), pk=key)


def seen_deed(request: HttpRequest, kind: type[Done], key: int) -> Done:
    """A deed of one kind, or 404."""
    found: QuerySet[Done] = QuerySet(kind).filter(task__programme__in=seen_programmes(request))
    return get_object_or_404(found.select_related("task__programme"), pk=key)


def product_of(task: Task, key: int | None) -> Deliverable | None:
    """A product of the task, or 404; None where none is meant."""
    return get_object_or_404(Deliverable.objects.current().filter(task=task), pk=key) if key is not None else None
