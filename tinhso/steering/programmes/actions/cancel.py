"""Cancel a reading that still waits or runs."""

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.programmes import vault
from tinhso.steering.programmes.models import PlanDocument, ReadingJob


def cancel(job: ReadingJob, *, by: Account) -> bool:
    """Whether it was still to be cancelled; then its file is gone, and its reader stops at its next step."""
    standing(by).require(Verb.RECEIVE_PLAN)
    with transaction.atomic():
        # Until this is done nobody receives the same bytes, which would lie under the same name.
        ended = (
            ReadingJob.objects.live()
            .filter(pk=job.pk)
            .update(state=ReadingJob.State.CANCELLED, step=ReadingJob.Step.FINISHED, finished_at=timezone.now())
        )
        if ended and not PlanDocument.objects.filter(sha256=job.sha256).exists():
            vault.forget(job.place)
    return bool(ended)
