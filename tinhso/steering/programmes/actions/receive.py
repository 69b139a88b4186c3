"""Receive a plan's file: checked at the door, kept, and put in the queue to be read."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.dates import write_date
from tinhso.lib.text import nfc
from tinhso.steering.intake.sources import read_manuscript
from tinhso.steering.intake.sources.limits import LIMITS
from tinhso.steering.intake.sources.refusals import FileTooLarge
from tinhso.steering.programmes import vault
from tinhso.steering.programmes.models import PlanDocument, ReadingJob
from tinhso.steering.programmes.queue import read_plan
from tinhso.steering.programmes.refusals import AlreadyReceived, BeingRead

#: The name of a text that came without a file.
PASTED = "van-ban-dan-vao.txt"
#: Files up to so many bytes of a kind that opens quickly are looked into before anything is kept.
_AT_THE_DOOR = 1024 * 1024
_SLOW_TO_OPEN = (b"%PDF", b"\xd0\xcf\x11\xe0")
_NAME_LENGTH = 255


def receive(content: bytes, name: str, *, by: Account, supersedes: PlanDocument | None = None) -> ReadingJob:
    """A job that reads the file in the background; ``supersedes`` is the document that this one corrects.

    Raises NotAllowed, AlreadyReceived, BeingRead, and the refusals of ``intake.sources`` for what shows at once; a
    document marked MẬT is refused before a byte of it is written, or, where it opens slowly, removed when it shows.
    """
    standing(by).require(Verb.RECEIVE_PLAN)
    if len(content) > LIMITS.file_bytes:
        raise FileTooLarge(limit=LIMITS.file_bytes // (1024 * 1024))
    name = nfc(name.replace("\x00", "").replace("\\", "/").rpartition("/")[2])[-_NAME_LENGTH:] or "văn bản"
    sha256 = vault.digest(content)
    refuse_known(sha256)
    if len(content) <= _AT_THE_DOOR and not content.startswith(_SLOW_TO_OPEN):
        read_manuscript(content, name)
    job = _job(name, sha256, size=len(content), by=by, supersedes=supersedes)
    # The row stands before the file, so that no file lies about of which nothing is known.
    vault.keep(content, job.place)
    read_plan.enqueue(job.pk)
    return job


def refuse_known(sha256: str) -> None:
    """Tell that the same bytes lie here, or are being read. Raises AlreadyReceived, BeingRead."""
    document = PlanDocument.objects.filter(sha256=sha256).first()
    if document is not None:
        day = write_date(timezone.localdate(document.uploaded_at))
        raise AlreadyReceived(day=day, title=document.title, document=document.pk)
    job = ReadingJob.objects.live().filter(sha256=sha256).first()
    if job is not None:
        raise BeingRead(job=job.pk)


def _job(name: str, sha256: str, *, size: int, by: Account, supersedes: PlanDocument | None) -> ReadingJob:
    try:
        with transaction.atomic():
            return ReadingJob.objects.create(name=name, sha256=sha256, size=size, asked_by=by, supersedes=supersedes)
    except IntegrityError:
        # Sent twice at once: the other one is being read.
        refuse_known(sha256)
        raise
