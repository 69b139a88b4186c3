"""Letters are sent by the worker of the queue: one task for all that are due, and one more for when the next is."""

from datetime import datetime, timedelta

from django.db.models import Min
from django.db.models.functions import Coalesce
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tinhso.kernel.audit.origin import acting
from tinhso.kernel.mail.models import Letter
from tinhso.kernel.mail.sending import put_back, send_due

#: So long letters are kept once they are at their end.
KEPT = timedelta(days=365)
_OPEN = (Letter.State.WAITING, Letter.State.SENDING)


@task(priority=-5)
def send_letters() -> None:
    """Send what is due, and see to what comes later."""
    with acting(actor="", source="việc nền gửi thư"):
        put_back(timezone.now())
        send_due(timezone.now())
    wake()


def wake() -> None:
    """Have the worker come when the next letter's time has come; once, however many letters wait for it."""
    open_now = Letter.objects.filter(state__in=_OPEN)
    first = open_now.aggregate(first=Min(Coalesce("held_until", "next_at")))["first"]
    if first is not None:
        _come(max(first, timezone.now()))


def revive() -> None:
    """When a worker begins: put back what a killed one held, drop what is old, come for what waits."""
    put_back(timezone.now())
    forget_old()
    # What a killed worker had taken up never comes back by itself.
    wake()


def forget_old() -> None:
    """Drop letters whose end is long ago."""
    Letter.objects.filter(ended_at__lt=timezone.now() - KEPT).delete()


def _come(when: datetime) -> None:
    planned = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=send_letters.module_path)
    soon = timezone.now() + timedelta(seconds=1)
    if planned.ready().exists() or planned.filter(run_after__lte=max(when, soon)).exists():
        return
    (send_letters.using(run_after=when) if when > soon else send_letters).enqueue()
