"""Read the file of a job into a document. Killed at any point it leaves the job to be done again, or done."""

import logging

from django.db import transaction
from django.utils import timezone

from tinhso.lib.errors import TinhsoError
from tinhso.steering.intake.sources.refusals import SecretDocument
from tinhso.steering.programmes import vault
from tinhso.steering.programmes.models import PlanDocument, ReadingJob
from tinhso.steering.programmes.opening import Opened, open_plan
from tinhso.steering.programmes.refusals import FileLost
from tinhso.steering.programmes.storing import Incoming, store_document

logger = logging.getLogger(__name__)


def read(job: ReadingJob) -> None:
    """Do the job unless it is done, cancelled, or in another reader's hands just now.

    A refusal or a fault ends the job with a sentence and leaves nothing else: no document, no file.
    """
    if not job.place.exists():
        _end(job, ReadingJob.State.FAILED, FileLost(name=job.name))
        return
    with vault.held(job.place) as ours:
        if ours and _claim(job):
            _read(job)


def _claim(job: ReadingJob) -> bool:
    live = ReadingJob.objects.live().filter(pk=job.pk)
    return bool(live.update(state=ReadingJob.State.READING, seen_alive_at=timezone.now()))


def _read(job: ReadingJob) -> None:
    try:
        opened = open_plan(job.place.read_bytes(), job.name, tell=lambda step, share: _tell(job, step, share))
        _store(job, opened)
    except _Stopped:
        logger.info("reading job %s was cancelled", job.pk)
    except TinhsoError as refusal:
        _end(job, ReadingJob.State.REFUSED, refusal)
    except Exception:
        logger.exception("reading job %s", job.pk)
        _end(job, ReadingJob.State.FAILED, ReadingFailed())


class ReadingFailed(TinhsoError):
    """A fault of ours, not of the file."""

    code = "reading_failed"
    status = 500
    sentence = "Phần mềm gặp lỗi khi đọc tệp này; lỗi đã được ghi lại để sửa. Tệp chưa được lưu."


class _Stopped(Exception):
    """Somebody has cancelled the job: nothing more is done for it."""


def _tell(job: ReadingJob, step: ReadingJob.Step, share: int) -> None:
    """Raises _Stopped."""
    live = ReadingJob.objects.live().filter(pk=job.pk)
    if not live.update(step=step, share=share, seen_alive_at=timezone.now()):
        raise _Stopped


def _store(job: ReadingJob, opened: Opened) -> None:
    """Document, reading and the job's end in one transaction; nothing when the job was cancelled meanwhile."""
    incoming = Incoming(job.name, job.sha256, job.size, job.asked_by, job.supersedes)
    with transaction.atomic():
        if _finish(job, ReadingJob.State.DONE):
            document = store_document(incoming, opened.reading, media_type=opened.media_type)
            ReadingJob.objects.filter(pk=job.pk).update(document=document)


def _end(job: ReadingJob, state: ReadingJob.State, refusal: TinhsoError) -> None:
    """The file goes before the row tells: killed in between, the next reader finds no file and says so. That of a job
    cancelled meanwhile is left alone: the same bytes may have been received again, and wait under the same name."""
    with transaction.atomic():
        if not ReadingJob.objects.live().select_for_update().filter(pk=job.pk).exists():
            return
        if not PlanDocument.objects.filter(sha256=job.sha256).exists():
            vault.forget(job.place)
        _finish(job, state, refusal)


def _finish(job: ReadingJob, state: ReadingJob.State, refusal: TinhsoError | None = None) -> bool:
    facts = {"state": state, "step": ReadingJob.Step.FINISHED, "share": 100, "finished_at": timezone.now()}
    if refusal is not None:
        facts |= {"sentence": refusal.sentence, "code": refusal.code}
    if isinstance(refusal, SecretDocument):
        # Even its name may be a secret.
        facts |= {"name": "(văn bản mật)"}
    return bool(ReadingJob.objects.live().filter(pk=job.pk).update(**facts))
