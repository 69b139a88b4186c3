"""Put jobs whose reader has died back into the queue."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from tinhso.steering.programmes import vault
from tinhso.steering.programmes.models import ReadingJob
from tinhso.steering.programmes.queue import read_plan

#: A job is not looked at again sooner, so that a page that asks every second does not fill the queue.
_PATIENCE = timedelta(seconds=20)


def revive(*, quiet_for: timedelta = _PATIENCE) -> int:
    """How many jobs were put back: live ones whose file nobody holds. The lock of a killed reader is free at once."""
    since = timezone.now() - quiet_for
    quiet = Q(seen_alive_at__isnull=True, asked_at__lte=since) | Q(seen_alive_at__lte=since)
    return sum(_revive(job) for job in ReadingJob.objects.live().filter(quiet))


def _revive(job: ReadingJob) -> bool:
    with vault.held(job.place) as ours:
        if job.place.exists() and not ours:
            return False
    ReadingJob.objects.live().filter(pk=job.pk).update(seen_alive_at=timezone.now())
    read_plan.enqueue(job.pk)
    return True
