"""The clock of reminders: a task of the queue that puts itself back, so that an installation needs no timer."""

import logging
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tinhso.kernel.audit.origin import acting
from tinhso.lib.declared import modules
from tinhso.steering.following.actions.remind import remind
from tinhso.steering.following.reminding.letters import write_letters

logger = logging.getLogger(__name__)
#: So often it is looked whether somebody must be told; urgent letters are never later than that.
EVERY = timedelta(minutes=5)
#: What the queue remembers of former rounds.
_REMEMBERED = timedelta(hours=6)


@task(priority=-5)
def keep_time() -> None:
    """One round; the next one stands in the queue whatever becomes of this one."""
    with acting(actor="", source="việc nền nhắc hạn"):
        wind_up(timezone.now() + EVERY)
        tell(timezone.now())
        former = DBTaskResult.objects.successful().filter(task_path=keep_time.module_path)
        former.filter(finished_at__lt=timezone.now() - _REMEMBERED).delete()


def tell(now: datetime) -> tuple[int, int]:
    """How many notices and how many letters were new, after what other parts do by the clock (``by_clock.py``)."""
    for part in modules("by_clock"):
        try:
            part.turn(timezone.localdate(now))
        except Exception:
            # Reminders go out whatever becomes of one part; it has its next turn in five minutes.
            logger.exception("by the clock: %s", part.__name__)
    return remind(timezone.localdate(now), at=now), write_letters(now)


def wind_up(at: datetime | None = None) -> None:
    """Have a round run, unless one waits already."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=keep_time.module_path)
    if not waiting.exists():
        (keep_time.using(run_after=at) if at else keep_time).enqueue()
