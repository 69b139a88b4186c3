"""What was given to a person, and what other units asked, by their days."""

from collections.abc import Collection, Iterator
from datetime import date

from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.models import PersonalWork, UnitRequest
from tinhso.steering.pages.feed.dated import Dated
from tinhso.steering.pages.feed.task_days import KEPT

_WORK_STATES, _REQUEST_STATES = list(PersonalWork.State), list(UnitRequest.State)


def personal_days(account: Account, day: date) -> Iterator[Dated]:
    """Work given to the person; returned work is cancelled."""
    recent = PersonalWork.objects.given_to(account).filter(due_on__gte=day - KEPT)
    for work in recent.select_related("task").order_by("pk"):
        if work.due_on is not None:
            done = "Đã xong" if work.state == PersonalWork.State.DONE else "Việc được giao"
            yield Dated(
                f"work-{work.pk}",
                day=work.due_on,
                title=f"{done}: {work.note or work.task.text}",
                words=f"{work.note}\nNhiệm vụ {work.task.code}: {work.task.text}",
                address=reverse("pages:task", args=(work.task.programme_id, work.task_id)),
                version=_WORK_STATES.index(PersonalWork.State(work.state)),
                cancelled=work.state == PersonalWork.State.RETURNED,
            )


def request_days(units: Collection[int], day: date) -> Iterator[Dated]:
    """What is asked of the units; what they sent back is cancelled."""
    recent = UnitRequest.objects.asked_of(units).filter(due_on__gte=day - KEPT)
    for request in recent.select_related("task").order_by("pk"):
        answered = "Đã trả lời" if request.state == UnitRequest.State.ANSWERED else "Hạn phối hợp"
        yield Dated(
            f"request-{request.pk}",
            day=request.due_on,
            title=f"{answered}: {request.note}",
            words=f"{request.note}\nNhiệm vụ {request.task.code}: {request.task.text}",
            address=reverse("pages:task", args=(request.task.programme_id, request.task_id)),
            version=_REQUEST_STATES.index(UnitRequest.State(request.state)),
            cancelled=request.state == UnitRequest.State.DECLINED,
        )
